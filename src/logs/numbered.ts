import { present } from '../base/index.ts';

/** Texts, each kept once and numbered in the order of its coming. */
export class Numbered {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** The text that was asked for last, and its number. */
  #last = '';
  #lastNumber = -1;

  /** The number of a text. */
  numberOf(text: string): number {
    // Rows of one case often follow each other.
    if (text === this.#last && this.#lastNumber >= 0) return this.#lastNumber;
    this.#last = text;
    this.#lastNumber = this.#numbers.get(text) ?? this.#keep(text);
    return this.#lastNumber;
  }

  /** The text as it is kept: what is only a part of another holds the whole of that in memory. */
  own(text: string): string {
    return present(this.all[this.numberOf(text)], 'a text that is kept');
  }

  #keep(text: string): number {
    // A part of a text holds the whole of it in memory: a copy is kept instead.
    const own = ` ${text}`.slice(1);
    this.#numbers.set(own, this.all.length);
    return this.all.push(own) - 1;
  }
}
