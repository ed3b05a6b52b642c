import type { Place } from '../base/index.ts';
import { checkPiece, Refused } from './refused.ts';

/** What may stand between fields. */
export const delimiters: readonly string[] = [',', ';', '\t', '|'];

const quote = 34;
const newline = 10;
const carriageReturn = 13;

/**
 * Rows of a CSV file (RFC 4180, but that any delimiter may stand for the comma and lines may end with a newline alone), told one after
 * another while its text comes in. This is read here and not by a library, since none of those that are fast enough (udsv; Papa Parse takes
 * three times as long) tells the line of a row, where a quote that is never closed begins, or bounds a row.
 */
export class CsvRows {
  /** Line on which the row begins, and fields in it. */
  line = 1;
  fields = 0;
  /** Whether the row is well formed: a quote that is closed is followed by the end of the field. */
  isWell = true;
  readonly #file: string;
  readonly #delimiter: number;
  readonly #tell: () => void;
  #text = '';
  /** Where the next row begins, and its line. */
  #at = 0;
  #nextLine = 1;
  /** By field: where it begins and ends, and 1 if it has quotes in it that are written twice. */
  #begins = new Int32Array(64);
  #ends = new Int32Array(64);
  #isDoubled = new Uint8Array(64);

  /** `tell` is called for each row that is not empty; the row is then read from this object. */
  constructor(file: string, delimiter: string, tell: () => void) {
    this.#file = file;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#tell = tell;
  }

  /** More text. Throws {@link Refused}. */
  add(text: string): void {
    // A text that is put together is slower to read than one that is as it came.
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + text : text;
    this.#at = 0;
    this.#rows(false);
    checkPiece(this.#text.length - this.#at, { en: 'row', zh: '行' }, this.#place());
  }

  /** There is no more. Throws {@link Refused}. */
  end(): void {
    this.#rows(true);
  }

  /** A field of the row. */
  field(place: number): string {
    const text = this.#text.slice(this.#begins[place], this.#ends[place]);
    return this.#isDoubled[place] === 1 ? text.replaceAll('""', '"') : text;
  }

  #rows(isEnd: boolean): void {
    while (this.#at < this.#text.length && this.#row(isEnd))
      if (this.fields > 1 || this.#begins[0] !== this.#ends[0]) this.#tell();
  }

  /** Finds the fields of the next row; false if it goes on in text that is still to come. */
  #row(isEnd: boolean): boolean {
    const text = this.#text;
    const delimiter = this.#delimiter;
    let fields = 0;
    let lines = 1;
    let at = this.#at;
    let lineEnd = at - 1;
    this.isWell = true;
    for (let isLast = false; !isLast; at++) {
      let begin = at;
      let end = -1;
      let isDoubled = 0;
      let code = text.charCodeAt(at);
      if (code === quote) {
        begin++;
        end = text.indexOf('"', begin);
        for (; end >= 0 && text.charCodeAt(end + 1) === quote; end = text.indexOf('"', end + 2)) isDoubled = 1;
        if (end < 0) {
          if (!isEnd) return false;
          throw new Refused(
            { code: 'open-quote', message: { en: 'a quote in this row is never closed', zh: '此行的引号没有闭合' } },
            this.#place(),
          );
        }
        // What was looked for once is not looked for again: a row may have very many fields.
        for (; lineEnd < end; lineEnd = nextLineEnd(text, lineEnd + 1)) if (lineEnd >= begin) lines++;
        at = end + 1;
        code = text.charCodeAt(at);
      }
      // To the end of the field: nothing stands there if it was quoted. (Behind the text stands NaN.)
      const rest = at;
      while (code !== delimiter && code !== newline && !Number.isNaN(code)) code = text.charCodeAt(++at);
      isLast = code !== delimiter;
      if (isLast && code !== newline && !isEnd) return false;
      const close = isLast && at > rest && text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at;
      if (end >= 0 && close > rest) this.isWell = false;
      if (fields === this.#begins.length) this.#widen();
      this.#begins[fields] = begin;
      this.#ends[fields] = end < 0 ? close : end;
      this.#isDoubled[fields++] = isDoubled;
    }
    this.fields = fields;
    this.line = this.#nextLine;
    this.#at = at;
    this.#nextLine += lines;
    return true;
  }

  #widen(): void {
    const [begins, ends, isDoubled] = [this.#begins, this.#ends, this.#isDoubled];
    this.#begins = new Int32Array(2 * begins.length);
    this.#ends = new Int32Array(2 * begins.length);
    this.#isDoubled = new Uint8Array(2 * begins.length);
    this.#begins.set(begins);
    this.#ends.set(ends);
    this.#isDoubled.set(isDoubled);
  }

  /** Where the row that is being read begins. */
  #place(): Place {
    return { file: this.#file, line: this.#nextLine, column: 1 };
  }
}

/** Where the next line ends; infinite if none does. */
function nextLineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
