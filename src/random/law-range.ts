import { openKernel } from '../kernel/index.ts';
import { enterLaw } from './enter-law.ts';
import type { Law } from './law.ts';

/** The largest value any random bits can give: how far ahead a draw can reach. Finite, since uniforms stop short of 1. */
export function lawMax(law: Law): number {
  return law.kind === 'mixture' ? Math.max(...partsOf(law).map(lawMax)) : draw(law, -1);
}

/** The smallest value any random bits can give. */
export function lawMin(law: Law): number {
  return law.kind === 'mixture' ? Math.min(...partsOf(law).map(lawMin)) : draw(law, 0);
}

function partsOf({ parts }: Extract<Law, { kind: 'mixture' }>): readonly Law[] {
  return parts.filter(({ share }) => share > 0).map(({ of }) => of);
}

/** What a law draws with these bits; they pick the branch of a hyperexponential law too: the slow one comes last. */
function draw(law: Law, bits: number): number {
  const kernel = openKernel();
  const value = kernel.call.drawLaw(enterLaw(kernel, law), bits, bits);
  kernel.close();
  return value;
}
