import type { Label } from '../base/index.ts';
import { BrokenJson, Incomplete, type JsonCursor } from './json-cursor.ts';
import { checkPiece, Refused } from './refused.ts';
import { badLineIn, notUtf8 } from './texts-of.ts';

const comma = 44;
const colon = 58;
const closeBracket = 93;
const closeBrace = 125;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** What comes next. `mark`: a byte order mark or none; `firstMember`, `firstElement`: one, or the end of the object, or of the array that is its member. */
type Next =
  | 'mark'
  | 'object'
  | 'firstMember'
  | 'member'
  | 'afterMember'
  | 'firstElement'
  | 'element'
  | 'afterElement'
  | 'nothing';

/**
 * The parts of a JSON object that is too large to be held, told one after another while its bytes come in. (A streaming parser,
 * @streamparser/json, takes more than three times as long.)
 */
export class JsonParts {
  readonly #file: string;
  readonly #cursor: JsonCursor;
  readonly #tell: (key: string, line: number) => void;
  #next: Next = 'mark';
  /** Key of the member under way. */
  #key = '';
  /** What is read begins here, on this line; a part that is cut off is read again when more has come. */
  #begin = 0;
  #line = 1;

  /**
   * `tell` is called before each part: an element of an array that is a member of the object, or another member, of which it is given the key
   * and the line. It may read it from the cursor; if it is cut off there, it is called again.
   */
  constructor(file: string, cursor: JsonCursor, tell: (key: string, line: number) => void) {
    this.#file = file;
    this.#cursor = cursor;
    this.#tell = tell;
  }

  /** More bytes. Throws {@link Refused}. */
  add(piece: Uint8Array): void {
    const cursor = this.#cursor;
    cursor.add(piece);
    cursor.begin(this.#line);
    this.#begin = cursor.at;
    try {
      if (this.#next === 'mark') this.#mark();
      for (;;) {
        cursor.next();
        this.#pass();
        this.#step();
        this.#pass();
      }
    } catch (error) {
      if (error instanceof BrokenJson) throw this.#broken(error.said);
      if (!(error instanceof Incomplete)) throw error;
    }
    cursor.at = this.#begin;
    checkPiece(cursor.end - cursor.at, { en: 'part', zh: '部分' }, { file: this.#file, line: this.#line, column: 1 });
  }

  /** There is no more. Throws {@link Refused}. */
  end(): void {
    if (this.#next !== 'nothing')
      throw this.#broken({ en: 'the file ends before its JSON does', zh: '文件在 JSON 结束前中断' });
  }

  /** What lies before the cursor is read for good. */
  #pass(): void {
    this.#begin = this.#cursor.at;
    this.#line = this.#cursor.line;
  }

  /** Goes behind a byte order mark, if the file begins with one. */
  #mark(): void {
    const { bytes, at, end } = this.#cursor;
    const mayBe = byteOrderMark.every((byte, place) => at + place >= end || bytes[at + place] === byte);
    if (mayBe && end - at < byteOrderMark.length) throw new Incomplete();
    if (mayBe) this.#cursor.at += byteOrderMark.length;
    this.#pass();
    this.#next = 'object';
  }

  #step(): void {
    const cursor = this.#cursor;
    switch (this.#next) {
      case 'object':
        if (!cursor.isAtObject) throw this.#broken({ en: 'this is no JSON object', zh: '这不是 JSON 对象' });
        cursor.at++;
        this.#next = 'firstMember';
        return;
      case 'firstMember':
        if (!this.#isOver(closeBrace, 'nothing')) this.#next = 'member';
        return;
      case 'member':
        this.#member();
        return;
      case 'afterMember':
        this.#next = cursor.either(comma, closeBrace) ? 'member' : 'nothing';
        return;
      case 'firstElement':
        if (!this.#isOver(closeBracket, 'afterMember')) this.#next = 'element';
        return;
      case 'element':
        this.#give(this.#key, 'afterElement');
        return;
      case 'afterElement':
        this.#next = cursor.either(comma, closeBracket) ? 'element' : 'afterMember';
        return;
      default:
        throw this.#broken({ en: 'this is no JSON object', zh: '这不是 JSON 对象' });
    }
  }

  #member(): void {
    const cursor = this.#cursor;
    const key = cursor.string();
    cursor.either(colon, colon);
    if (cursor.isAtArray) {
      cursor.at++;
      this.#key = key;
      this.#next = 'firstElement';
    } else this.#give(key, 'afterMember');
  }

  #give(key: string, next: Next): void {
    const cursor = this.#cursor;
    const { at } = cursor;
    this.#tell(key, this.#line);
    if (cursor.at === at) cursor.pass();
    this.#next = next;
  }

  /** Whether the object, or an array in it, is over here. */
  #isOver(bracket: number, next: Next): boolean {
    const cursor = this.#cursor;
    if (cursor.next() !== bracket) return false;
    cursor.at++;
    this.#next = next;
    return true;
  }

  #broken(message: Label = { en: 'broken JSON', zh: 'JSON 格式有误' }): Refused {
    const bad = badLineIn(this.#cursor.bytes.subarray(this.#begin, this.#cursor.end));
    return bad === undefined
      ? new Refused({ code: 'broken-json', message }, { file: this.#file, line: this.#line, column: 1 })
      : notUtf8(this.#file, this.#line + bad);
  }
}
