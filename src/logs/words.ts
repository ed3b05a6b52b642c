import { stringOf, type Span } from './span.ts';

/** Places for words, and most bytes of one: what is longer is hardly met again. */
const slots = 16_384;
const lengthMax = 64;

/** Texts that are met again and again, of which no string is made a second time, so long as no other takes the place. */
export class Words {
  /** By slot. */
  readonly #words = new Map<number, Word>();

  /** The text of a span; undefined if it is not UTF-8. */
  of(span: Span): string | undefined {
    const { bytes, from, to } = span;
    if (to - from > lengthMax) return stringOf(span);
    let hash = 0;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const slot = (Math.imul(hash, 0x9e3779b1) >>> 16) % slots;
    const word = this.#words.get(slot);
    if (word !== undefined && isWrittenAt(word.bytes, span)) return word.text;
    const text = stringOf(span);
    if (text === undefined) return undefined;
    // As many characters as bytes: each is a byte.
    const isAscii = text.length === to - from;
    this.#words.set(slot, { bytes: isAscii ? text : String.fromCharCode(...bytes.subarray(from, to)), text });
    return text;
  }
}

/** A text, and its bytes, each as a character. */
interface Word {
  readonly bytes: string;
  readonly text: string;
}

function isWrittenAt(written: string, { bytes, from, to }: Span): boolean {
  if (written.length !== to - from) return false;
  for (let at = 0; at < written.length; at++) if (written.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}
