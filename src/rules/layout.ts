/** A few bits of a state. */
export interface Field {
  readonly word: number;
  readonly shift: number;
  /** Of the value, before it is shifted. */
  readonly mask: number;
}

/** Bits of a word that fields use: the sign is left alone. */
const wordBits = 31;

/** Lays fields out in words, none across two of them. */
export class Layout {
  #word = 0;
  #used = 0;

  /** A field for values below 2 to the `bits`. */
  field(bits: number): Field {
    if (this.#used + bits > wordBits) {
      this.#word++;
      this.#used = 0;
    }
    const field = { word: this.#word, shift: this.#used, mask: -1 >>> (32 - bits) };
    this.#used += bits;
    return field;
  }

  /** Words of a state. */
  get width(): number {
    return this.#word + 1;
  }
}

export function get(state: Int32Array, { word, shift, mask }: Field): number {
  return ((state[word] ?? 0) >>> shift) & mask;
}
