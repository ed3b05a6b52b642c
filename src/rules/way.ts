import type { Field } from './layout.ts';

/** A field that gets some bits of what another held before. */
interface Copy {
  readonly to: Field;
  readonly from: Field;
  readonly bits: number;
}

/** One list for all ways that have none. */
const none: readonly never[] = [];

/**
 * A step that consignments in some states may make, as bits: which of them it asks to be set or not before it, and what becomes of them.
 * It is written from its beginning to its end, and forked where what comes next hangs on the state; then any number of states go it.
 */
export class Way {
  /** What happens by it: an index of `World.labels`; -1 while it is being written. */
  label: number = -1;
  readonly #width: number;
  /** For each word bits of which none is set before; then for each the bits that stay as they are; then those that are set. */
  readonly #words: Int32Array;
  /** By turns a word, and bits of which one at least is set in it before. */
  #needs: readonly number[] = none;
  #copies: readonly Copy[] = none;

  /** A way for states of so many words that is open to all of them and changes nothing; or one that goes on like another. */
  constructor(width: number, like?: Way) {
    this.#width = width;
    this.#words = like === undefined ? new Int32Array(3 * width).fill(-1, width, 2 * width) : like.#words.slice();
    if (like === undefined) return;
    this.#needs = like.#needs;
    this.#copies = like.#copies;
  }

  fork(): Way {
    return new Way(this.#width, this);
  }

  /** From now on the field holds this. */
  put(field: Field, value: number): this {
    this.#keep(field, 0);
    const word = 2 * this.#width + field.word;
    this.#words[word] = ((this.#words[word] ?? 0) & ~(field.mask << field.shift)) | (value << field.shift);
    if (this.#copies.length > 0) this.#copies = this.#copies.filter(({ to }) => to !== field);
    return this;
  }

  /** From now on the field holds what the other holds now. */
  copy(field: Field, other: Field): void {
    const { from, bits } = this.#before(other);
    this.put(field, bits === 0 ? this.#putIn(other) : 0);
    if (bits !== 0) this.#copies = [...this.#copies, { to: field, from, bits }];
  }

  /** Goes on only where the field holds exactly this; false if that is nowhere. */
  where(field: Field, value: number): boolean {
    const { from, bits } = this.#before(field);
    if (bits === 0) return this.#putIn(field) === value;
    if ((value & ~bits) !== 0) return false;
    this.put(field, value);
    if (!this.#lack(from, bits & ~value)) return false;
    for (let bit = 1; bit <= value; bit <<= 1) if ((value & bit) !== 0 && !this.#need(from, bit)) return false;
    return true;
  }

  /** Goes on only where the field has one of these bits, and keeps no others of it; false if that is nowhere. */
  narrow(field: Field, to: number): boolean {
    const { from, bits } = this.#before(field);
    const left = (bits === 0 ? this.#putIn(field) : bits) & to;
    if (left === 0) return false;
    if (left === bits) return true;
    if (bits === 0) this.put(field, left);
    else if (from === field) this.#keep(field, left);
    else this.#copies = this.#copies.map((copy) => (copy.to === field ? { to: field, from, bits: left } : copy));
    return bits === 0 || this.#need(from, left);
  }

  /** Whether a state can go this way. */
  isOpen(state: Int32Array): boolean {
    // Most of what may come is not pending: the first need tells it.
    const needs = this.#needs;
    for (let at = 0; at < needs.length; at += 2)
      if (((state[needs[at] ?? 0] ?? 0) & (needs[at + 1] ?? 0)) === 0) return false;
    for (let word = 0; word < this.#width; word++)
      if (((state[word] ?? 0) & (this.#words[word] ?? 0)) !== 0) return false;
    return true;
  }

  /** Where a state that can go this way comes to. */
  go(state: Int32Array, into: Int32Array): void {
    const width = this.#width;
    for (let word = 0; word < width; word++)
      into[word] = ((state[word] ?? 0) & (this.#words[width + word] ?? 0)) | (this.#words[2 * width + word] ?? 0);
    for (const { to, from, bits } of this.#copies)
      into[to.word] = (into[to.word] ?? 0) | ((((state[from.word] ?? 0) >>> from.shift) & bits) << to.shift);
  }

  /** Of what a field holds now: which bits of which field before it may be; no bits if it is a number that was put. */
  #before(field: Field): { readonly from: Field; readonly bits: number } {
    const copied = this.#copies.find(({ to }) => to === field);
    return copied ?? { from: field, bits: ((this.#words[this.#width + field.word] ?? 0) >>> field.shift) & field.mask };
  }

  #putIn({ word, shift, mask }: Field): number {
    return ((this.#words[2 * this.#width + word] ?? 0) >>> shift) & mask;
  }

  /** Of a field only these bits stay. */
  #keep({ word, shift, mask }: Field, bits: number): void {
    this.#words[this.#width + word] = (this.#words[this.#width + word] ?? 0) & ~((mask & ~bits) << shift);
  }

  /** One at least of these bits is set before; false if none can be. */
  #need({ word, shift }: Field, bits: number): boolean {
    const all = bits << shift;
    this.#needs = [...this.#needs, word, all];
    return (all & ~(this.#words[word] ?? 0)) !== 0;
  }

  /** None of these bits is set before; false if one is. */
  #lack({ word, shift }: Field, bits: number): boolean {
    const lacks = (this.#words[word] ?? 0) | (bits << shift);
    this.#words[word] = lacks;
    return this.#needs.every((each, at) => at % 2 === 0 || this.#needs[at - 1] !== word || (each & ~lacks) !== 0);
  }
}
