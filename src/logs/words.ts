import { stringOf, type Span } from './span.ts';

/** Places for words, and most bytes of one: what is longer is hardly met again. */
const slots = 16_384;
const lengthMax = 64;

/** Texts that are met again and again, of which no string is made a second time, so long as no other takes the place. */
export class Words {
  /** By slot: the text; its bytes, and how many they are. */
  readonly #texts: string[] = Array.from({ length: slots }, () => '');
  readonly #bytes = new Uint8Array(slots * lengthMax);
  readonly #lengths = new Uint8Array(slots);

  /** The text of a span; undefined if it is not UTF-8. */
  of(span: Span): string | undefined {
    const { bytes, from, to } = span;
    const length = to - from;
    if (length > lengthMax) return stringOf(span);
    let hash = 0;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = (Math.imul(hash, 0x9e3779b1) >>> 16) % slots;
    if (this.#lengths[slot] === length && this.#isAt(slot, span)) return this.#texts[slot];
    const text = stringOf(span);
    if (text === undefined) return undefined;
    this.#texts[slot] = text;
    this.#bytes.set(bytes.subarray(from, to), slot * lengthMax);
    this.#lengths[slot] = length;
    return text;
  }

  #isAt(slot: number, { bytes, from, to }: Span): boolean {
    const begin = slot * lengthMax - from;
    for (let at = from; at < to; at++) if (this.#bytes[begin + at] !== bytes[at]) return false;
    return true;
  }
}
