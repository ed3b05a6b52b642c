import { isObject, jsonValue } from './json-value.ts';
import { checkPiece, Refused } from './refused.ts';

/** A part of a JSON object: an element of an array that is its member, or another member. */
export interface JsonPart {
  /** Key of the member. */
  readonly key: string;
  readonly value: unknown;
  /** Line on which it begins. */
  readonly line: number;
}

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * The parts of a JSON object that is too large to be held, told one after another while its text comes in. Where parts begin and end is
 * found here; what stands in them JSON.parse says. (A streaming parser, @streamparser/json, takes three times as long as both.)
 */
export class JsonParts {
  readonly #file: string;
  readonly #tell: (part: JsonPart) => void;
  /** Text from the beginning of the part that is being read, and how far it is read. */
  #text = '';
  #at = 0;
  #line = 1;
  /** Brackets that are open. */
  #depth = 0;
  /** Key of the member of which the elements are told; none outside of arrays. */
  #key: string | undefined;
  /** Where the part begins, -1 before its first character; and its line. */
  #begin = -1;
  #beginLine = 1;
  /** After a comma a part must follow. */
  #mustFollow = false;
  /** The member was an array: all of it is told. */
  #isTold = false;
  #isInText = false;
  #isDone = false;

  constructor(file: string, tell: (part: JsonPart) => void) {
    this.#file = file;
    this.#tell = tell;
  }

  /** More text. Throws {@link Refused}. */
  add(text: string): void {
    // A text that is put together is slower to read than one that is as it came.
    this.#text = this.#text === '' ? text : this.#text + text;
    this.#scan();
    const from = this.#begin < 0 ? Math.min(this.#at, this.#text.length) : this.#begin;
    this.#text = this.#text.slice(from);
    this.#at -= from;
    if (this.#begin > 0) this.#begin = 0;
    checkPiece(this.#text.length, 'part', { file: this.#file, line: this.#beginLine, column: 1 });
  }

  /** There is no more. Throws {@link Refused}. */
  end(): void {
    if (!this.#isDone) throw this.#broken(this.#line, 'the file ends before its JSON does');
  }

  #scan(): void {
    const text = this.#text;
    // An escape at the end of a text leads one further: the character it speaks of is still to come.
    let at = this.#at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#isInText) {
        if (code === backslash) at++;
        else if (code === quote) this.#isInText = false;
      } else if (code === newline) this.#line++;
      else if (code === space || code === tab || code === carriageReturn) continue;
      else if (code === openBrace || code === openBracket) this.#open(at);
      else if (code === closeBrace || code === closeBracket) this.#close(at);
      else if (code === comma) {
        if (this.#depth < 2 || (this.#depth === 2 && this.#key !== undefined)) this.#part(at, true);
      } else {
        this.#isInText = code === quote;
        if (this.#begin < 0) this.#start(at);
      }
    }
    this.#at = at;
  }

  /** A part begins. */
  #start(at: number): void {
    if (this.#depth === 0) throw this.#broken(this.#line, 'this is no JSON object');
    this.#begin = at;
    this.#beginLine = this.#line;
  }

  #open(at: number): void {
    if (this.#depth === 0 && this.#text[at] === '{' && !this.#isDone) {
      this.#depth = 1;
      return;
    }
    if (this.#begin < 0) this.#start(at);
    if (this.#depth === 1 && this.#text[at] === '[' && !this.#isTold) {
      const [, name = ''] = /^(.*?)\s*:\s*$/su.exec(this.#text.slice(this.#begin, at)) ?? [];
      const key = jsonValue(name);
      if (typeof key !== 'string') throw this.#broken(this.#beginLine);
      this.#key = key;
      this.#begin = -1;
      this.#mustFollow = false;
    }
    this.#depth++;
  }

  #close(at: number): void {
    const isArray = this.#depth === 2 && this.#key !== undefined;
    if (isArray || this.#depth === 1) {
      if (isArray !== (this.#text[at] === ']')) throw this.#broken(this.#line);
      this.#part(at, false);
      this.#isTold = isArray;
      this.#key = undefined;
      this.#isDone = !isArray;
    }
    this.#depth--;
    if (this.#depth < 0) throw this.#broken(this.#line);
  }

  /** A part ends before this place; after a comma there must be another. */
  #part(at: number, isComma: boolean): void {
    const isEmpty = this.#begin < 0;
    if (this.#depth === 0) throw this.#broken(this.#line);
    if (this.#isTold ? !isEmpty : isEmpty && (isComma || this.#mustFollow)) throw this.#broken(this.#line);
    if (!isEmpty) this.#give(this.#text.slice(this.#begin, at));
    this.#begin = -1;
    this.#isTold = false;
    this.#mustFollow = isComma;
  }

  #give(text: string): void {
    const line = this.#beginLine;
    if (this.#key !== undefined) {
      const value = jsonValue(text);
      if (value === undefined) throw this.#broken(line);
      this.#tell({ key: this.#key, value, line });
      return;
    }
    const member = jsonValue(`{${text}}`);
    if (!isObject(member)) throw this.#broken(line);
    for (const [key, value] of Object.entries(member)) this.#tell({ key, value, line });
  }

  #broken(line: number, message = 'broken JSON'): Refused {
    return new Refused({ code: 'broken-json', message }, { file: this.#file, line, column: 1 });
  }
}
