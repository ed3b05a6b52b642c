/** Words of a page: pages are neither copied nor half empty when a list grows. */
const pageBits = 14;
const pageMask = (1 << pageBits) - 1;

/** A growing list of numbers of 32 bits, in 4 bytes each. */
export class NumberList {
  readonly #pages: Int32Array<ArrayBuffer>[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const page = (this.#pages[this.#length >>> pageBits] ??= new Int32Array(pageMask + 1));
    page[this.#length++ & pageMask] = value;
  }

  at(index: number): number {
    return this.#pages[index >>> pageBits]?.[index & pageMask] ?? 0;
  }
}
