import { openKernel } from '../kernel/index.ts';
import { enterLaw } from './enter-law.ts';
import type { Law } from './law.ts';

/** The largest value any random bits can give: how far ahead a draw can reach. Finite, since uniforms stop short of 1. */
export function lawMax(law: Law): number {
  if (law.kind === 'mixture') {
    return Math.max(...law.parts.filter((part) => part.share > 0).map((part) => lawMax(part.of)));
  }
  const kernel = openKernel();
  const largest = -1;
  // `more` picks the branch of a hyperexponential law: the slow one comes last.
  const value = kernel.call.drawLaw(enterLaw(kernel, law), largest, largest);
  kernel.close();
  return value;
}
