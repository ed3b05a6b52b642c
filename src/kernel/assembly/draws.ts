/** Where draws are counted, in a kernel that is compiled to count them. */
export const drawsAt = memory.data(8, 8);

/** The key of somebody's draws: four random words. */
@unmanaged
export class Key {
  word0: i32;
  word1: i32;
  word2: i32;
  word3: i32;

  /** Becomes the same key as another. */
  take(other: Key): void {
    this.word0 = other.word0;
    this.word1 = other.word1;
    this.word2 = other.word2;
    this.word3 = other.word3;
  }

  /** 32 random bits for a purpose and the number of the draw. */
  bits(purpose: i32, visit: i32): i32 {
    if (isDefined(COUNT_DRAWS)) store<u64>(drawsAt, load<u64>(drawsAt) + 1);
    // The slow reference, chosen when the kernel is compiled: a Philox block for each draw.
    if (isDefined(DRAWS_BY_PHILOX)) {
      const block = changetype<Key>(memory.data(16, 4));
      philox(block, this.word0, this.word1, this.word2, this.word3, purpose, visit);
      return block.word0;
    }
    return drawBits(this.word0, this.word1, this.word2, this.word3, purpose, visit);
  }
}

/**
 * Philox4x32-10: puts the four random words of a counter under a key into `out`. It has no state: the same key and counter give
 * the same words, in any order and on any thread.
 * Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (SC 2011).
 */
export function philox(
  out: Key,
  low: i32,
  high: i32,
  counter0: i32,
  counter1: i32,
  counter2: i32,
  counter3: i32,
): void {
  let x0 = counter0;
  let x1 = counter1;
  let x2 = counter2;
  let x3 = counter3;
  for (let round = 0; round < 10; round++) {
    const product0 = <u64>0xd2511f53 * <u64>(<u32>x0);
    const product2 = <u64>0xcd9e8d57 * <u64>(<u32>x2);
    x0 = <i32>(product2 >> 32) ^ x1 ^ low;
    x2 = <i32>(product0 >> 32) ^ x3 ^ high;
    x1 = <i32>product2;
    x3 = <i32>product0;
    low += 0x9e3779b9;
    high += 0xbb67ae85;
  }
  out.word0 = x0;
  out.word1 = x1;
  out.word2 = x2;
  out.word3 = x3;
}

/**
 * 32 random bits for one draw: a mix of four key words (a Philox block of seed, replication and number), the hash of the
 * purpose, and the number of the draw for that purpose (0, 1, 2 ...). A Philox block for each draw instead would cost
 * as much as the rest of an event.
 * Rounds of xorshift and multiplication (the three last multipliers are those of Wellons' triple32), a key word fed in at each.
 */
export function drawBits(word0: i32, word1: i32, word2: i32, word3: i32, purpose: i32, visit: i32): i32 {
  let mix = word0 ^ purpose;
  mix = (mix ^ (mix >>> 16)) * 0x85ebca6b + word1;
  mix ^= visit * 0x9e3779b1;
  mix = (mix ^ (mix >>> 17)) * 0xed5ad4bb + word2;
  mix = ((mix ^ (mix >>> 11)) * 0xac4c1b51) ^ word3;
  mix = (mix ^ (mix >>> 15)) * 0x31848bab;
  return mix ^ (mix >>> 14);
}

/** Tells the draw that chooses the part of a mixture from the draw of its value: a purpose is xored with it. */
export const branch = 0x5bd1e995;

/** Two to the -32nd: the width of one of the 2^32 equal cells of (0, 1). */
const cellWidth: f64 = 1.0 / 4294967296.0;

/** The uniform variate of 32 random bits: the middle of its cell, never 0 or 1. */
export function uniform(bits: i32): f64 {
  return (<f64>(<u32>bits) + 0.5) * cellWidth;
}

/** A word (0 to 3) of a Philox block. */
export function philoxWord(
  low: i32,
  high: i32,
  counter0: i32,
  counter1: i32,
  counter2: i32,
  counter3: i32,
  word: i32,
): i32 {
  const block = changetype<Key>(memory.data(offsetof<Key>(), 4));
  philox(block, low, high, counter0, counter1, counter2, counter3);
  return load<i32>(changetype<usize>(block) + ((<usize>word) << 2));
}
