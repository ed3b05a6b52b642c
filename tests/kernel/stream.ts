import { purpose, seedKey } from '../../src/random/index.ts';
import { drawBits, philox } from './draws.ts';

/** A plain stream of 32 random bits for tests, from the same draws that a run makes. */
export function stream(seed: string): () => number {
  const key = seedKey(seed);
  const about = purpose('test');
  let words = [0, 0, 0, 0];
  let number = 0;
  return () => {
    if ((number & 3) === 0) words = philox([key.low, key.high], [number >> 2, 0, 0, 0]);
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = words;
    return drawBits(w0, w1, w2, w3, about, number++ & 3);
  };
}
