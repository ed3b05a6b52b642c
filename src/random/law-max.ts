import type { Law } from './law.ts';
import { Variates } from './variates.ts';

/** The largest value any random bits can give: how far ahead a draw can reach. Finite, since uniforms stop short of 1. */
export function lawMax(law: Law): number {
  if (law.kind === 'mixture') {
    return Math.max(...law.parts.filter((part) => part.share > 0).map((part) => lawMax(part.of)));
  }
  const variates = new Variates([law]);
  const largest = -1;
  // `more` picks the branch of a hyperexponential law: the slow one comes last.
  variates.draw(0, largest, largest);
  return variates.value[0] as number;
}
