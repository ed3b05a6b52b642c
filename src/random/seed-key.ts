import seedrandom from 'seedrandom';

/** A 64-bit key as two int32 words. */
export interface Key {
  readonly low: number;
  readonly high: number;
}

/** The key of a user's seed: any text, the empty one too. The same text gives the same key everywhere (ARC4 of seedrandom). */
export function seedKey(text: string): Key {
  // ARC4 repeats a short key, so that '1', '11' and '111' would be one seed; a mark at the end tells them apart.
  const stream = seedrandom(`${text}\0`);
  const low = stream.int32();
  const high = stream.int32();
  return { low, high };
}
