import { BrokenJson, Incomplete, JsonCursor } from './json-cursor.ts';
import { checkPiece, Refused } from './refused.ts';

/** A part of a JSON object: an element of an array that is its member, or another member. */
export interface JsonPart {
  /** Key of the member. */
  readonly key: string;
  /** As a cursor gives it: of objects those members of which something is needed. */
  readonly value: unknown;
  /** Line on which it begins. */
  readonly line: number;
}

const comma = 44;
const colon = 58;
const quote = 34;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** What comes next. `firstMember`, `firstElement`: one, or the end of the object, or of the array that is its member. */
type Next =
  | 'object'
  | 'firstMember'
  | 'member'
  | 'afterMember'
  | 'firstElement'
  | 'element'
  | 'afterElement'
  | 'nothing';

/**
 * The parts of a JSON object that is too large to be held, told one after another while its text comes in. (A streaming parser,
 * @streamparser/json, takes more than three times as long.)
 */
export class JsonParts {
  readonly #file: string;
  readonly #tell: (part: JsonPart) => void;
  readonly #cursor = new JsonCursor();
  #next: Next = 'object';
  /** Key of the member under way. */
  #key = '';
  /** What is read begins here, on this line; a part that is cut off is read again when more has come. */
  #begin = 0;
  #line = 1;

  constructor(file: string, tell: (part: JsonPart) => void) {
    this.#file = file;
    this.#tell = tell;
  }

  /** More text. Throws {@link Refused}. */
  add(text: string): void {
    const cursor = this.#cursor;
    cursor.begin(cursor.text.slice(this.#begin) + text);
    this.#begin = 0;
    try {
      for (;;) {
        cursor.next();
        this.#pass(cursor.at);
        this.#step();
        this.#pass(cursor.at);
      }
    } catch (error) {
      if (error instanceof BrokenJson) throw this.#broken(error.message);
      if (!(error instanceof Incomplete)) throw error;
    }
    checkPiece(cursor.text.length - this.#begin, 'part', { file: this.#file, line: this.#line, column: 1 });
  }

  /** There is no more. Throws {@link Refused}. */
  end(): void {
    if (this.#next !== 'nothing') throw this.#broken('the file ends before its JSON does');
  }

  /** What lies before this place is read for good. */
  #pass(at: number): void {
    const { text } = this.#cursor;
    for (let end = text.indexOf('\n', this.#begin); end >= 0 && end < at; end = text.indexOf('\n', end + 1))
      this.#line++;
    this.#begin = at;
  }

  #step(): void {
    const cursor = this.#cursor;
    switch (this.#next) {
      case 'object':
        if (cursor.next() !== openBrace) throw this.#broken('this is no JSON object');
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
        this.#give(cursor.value(), 'afterElement');
        return;
      case 'afterElement':
        this.#next = cursor.either(comma, closeBracket) ? 'element' : 'afterMember';
        return;
      default:
        throw this.#broken('this is no JSON object');
    }
  }

  #member(): void {
    const cursor = this.#cursor;
    if (cursor.next() !== quote) throw new BrokenJson();
    const key = cursor.string();
    cursor.either(colon, colon);
    const isArray = cursor.next() === openBracket;
    const value = isArray ? undefined : cursor.value();
    this.#key = key;
    if (isArray) {
      cursor.at++;
      this.#next = 'firstElement';
    } else this.#give(value, 'afterMember');
  }

  #give(value: unknown, next: Next): void {
    this.#next = next;
    this.#tell({ key: this.#key, value, line: this.#line });
  }

  /** Whether the object, or an array in it, is over here. */
  #isOver(bracket: number, next: Next): boolean {
    const cursor = this.#cursor;
    if (cursor.next() !== bracket) return false;
    cursor.at++;
    this.#next = next;
    return true;
  }

  #broken(message = 'broken JSON'): Refused {
    return new Refused({ code: 'broken-json', message }, { file: this.#file, line: this.#line, column: 1 });
  }
}
