/**
 * Philox4x32-10: writes to `out[at..at+3]` the four random words (int32) of a counter under a key.
 * It has no state: the same key and counter give the same words, in any order and on any thread.
 * Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011).
 */
export function philox4x32(
  key0: number,
  key1: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  out: Int32Array,
  at: number,
): void {
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  for (let round = 0; round < 10; round++) {
    const y0 = highWord(0xcd9e, 0x8d57, x2) ^ x1 ^ k0;
    const y2 = highWord(0xd251, 0x1f53, x0) ^ x3 ^ k1;
    x1 = Math.imul(0xcd9e8d57, x2);
    x3 = Math.imul(0xd2511f53, x0);
    x0 = y0;
    x2 = y2;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[at] = x0;
  out[at + 1] = x1;
  out[at + 2] = x2;
  out[at + 3] = x3;
}

/** The upper 32 of the 64 bits of (high * 2^16 + low) * x, from products of 16 by 16 bits; no sum exceeds 32 bits. */
function highWord(high: number, low: number, x: number): number {
  const xLow = x & 0xffff;
  const xHigh = x >>> 16;
  const cross = (Math.imul(high, xLow) + (Math.imul(low, xLow) >>> 16)) | 0;
  const middle = (Math.imul(low, xHigh) + (cross & 0xffff)) | 0;
  return (Math.imul(high, xHigh) + (cross >>> 16) + (middle >>> 16)) | 0;
}
