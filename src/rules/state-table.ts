/** States of a page: pages are neither copied nor half empty when a table grows. */
const pageBits = 12;
const pageMask = (1 << pageBits) - 1;

/** States of so many words each, every one kept once and numbered in the order of its coming. */
export class StateTable {
  readonly #width: number;
  readonly #pages: Int32Array<ArrayBuffer>[] = [];
  /** Numbers by hash, plus 1; 0: free. A power of two, at most half full. */
  #places: Int32Array<ArrayBuffer> = new Int32Array(1 << 12);
  #count = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get count(): number {
    return this.#count;
  }

  /** Bytes that are taken. */
  get bytes(): number {
    return 4 * (this.#count * this.#width + this.#places.length);
  }

  /** The number of a state; a new one is copied. */
  numberOf(state: Int32Array): number {
    const mask = this.#places.length - 1;
    let place = hashOf(state) & mask;
    for (; ; place = (place + 1) & mask) {
      const number = (this.#places[place] ?? 0) - 1;
      if (number < 0) break;
      if (this.#holds(number, state)) return number;
    }
    const page = (this.#pages[this.#count >>> pageBits] ??= new Int32Array(this.#width << pageBits));
    page.set(state, (this.#count & pageMask) * this.#width);
    this.#places[place] = ++this.#count;
    if (2 * this.#count > this.#places.length) this.#spread();
    return this.#count - 1;
  }

  /** Copies the state of this number. */
  read(number: number, into: Int32Array): void {
    const page = this.#pages[number >>> pageBits];
    const from = (number & pageMask) * this.#width;
    for (let word = 0; word < this.#width; word++) into[word] = page?.[from + word] ?? 0;
  }

  #holds(number: number, state: Int32Array): boolean {
    const page = this.#pages[number >>> pageBits];
    const from = (number & pageMask) * this.#width;
    for (let word = 0; word < this.#width; word++) if (page?.[from + word] !== state[word]) return false;
    return true;
  }

  #spread(): void {
    this.#places = new Int32Array(2 * this.#places.length);
    const mask = this.#places.length - 1;
    const state = new Int32Array(this.#width);
    for (let number = 0; number < this.#count; number++) {
      this.read(number, state);
      let place = hashOf(state) & mask;
      while (this.#places[place] !== 0) place = (place + 1) & mask;
      this.#places[place] = number + 1;
    }
  }
}

/** A mix of the words; the multipliers are those of Wellons' lowbias32. */
function hashOf(state: Int32Array): number {
  let hash = 0;
  for (let word = 0; word < state.length; word++) {
    hash = Math.imul(hash ^ (state[word] ?? 0), 0x7feb352d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
    hash ^= hash >>> 16;
  }
  return hash;
}
