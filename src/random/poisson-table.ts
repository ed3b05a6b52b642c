import { lgam } from './special-functions.ts';

/** The Poisson distribution function where 32-bit uniforms can reach it. */
export interface PoissonTable {
  /** The smallest count. */
  readonly first: number;
  /** Entry i: probability of at most `first + i`, times 2^32; Infinity in the last. */
  readonly atMost: Float64Array;
}

/** Table for a mean above 0. Both tails are left out where even their sum is below 1e-12. */
export function poissonTable(mean: number): PoissonTable {
  const mode = Math.floor(mean);
  const chanceOfMode = Math.exp(mode * Math.log(mean) - mean - lgam(mode + 1));
  const below: number[] = [];
  for (let count = mode, chance = chanceOfMode; count > 0 && chance > chanceMin; count--) {
    chance *= count / mean;
    below.push(chance);
  }
  const chances = below.toReversed();
  const first = mode - chances.length;
  for (let count = mode, chance = chanceOfMode; chance > chanceMin || count === mode; count++) {
    chances.push(chance);
    chance *= mean / (count + 1);
  }
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  let sum = 0;
  const atMost = Float64Array.from(chances, (chance) => ((sum += chance) / all) * 4_294_967_296);
  atMost[atMost.length - 1] = Infinity;
  return { first, atMost };
}

/** Rarer counts are left out; a 32-bit uniform tells chances of 2e-10 apart. */
const chanceMin = 1e-16;
