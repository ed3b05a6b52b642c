import { present, type Label } from '../base/index.ts';
import { bytesOf, isAt } from './bytes.ts';
import { Pending } from './pending.ts';
import { stringOf, type Span } from './span.ts';
import { Words } from './words.ts';

/** A text ends within what is read: more of it may come. Thrown, since a cursor calls itself. */
export class Incomplete extends Error {
  override readonly name: string = 'Incomplete';
}

/** A text is no JSON. */
export class BrokenJson extends Error {
  override readonly name: string = 'BrokenJson';

  /** What is told of it. */
  readonly said: Label;

  constructor(said: Label = { en: 'broken JSON', zh: 'JSON 格式有误' }) {
    super(said.en);
    this.said = said;
  }
}

/** Levels that a value may have. */
const depthMax = 500;

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

const integer = /^-?(?:0|[1-9]\d*)$/u;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/** Keys of members of which something is needed. */
const keys = ['attributes', 'id', 'name', 'objectId', 'relationships', 'time', 'type', 'value'] as const;

/** One of them. */
export type Key = (typeof keys)[number];

/** By code of the first character: these keys, and their bytes. */
const keysByFirst = byFirst();

/**
 * Reads JSON values (RFC 8259) out of bytes, one after another. What is wanted of one is asked for on the way; at the rest it looks no more
 * than to find its end and whether it is well formed. What is read last is told by {@link Incomplete} to be cut off, by {@link BrokenJson} to
 * be none.
 */
export class JsonCursor extends Pending implements Span {
  /** Line on which it stands. */
  line = 1;
  /** Where the last string or number stands. */
  from = 0;
  to = 0;
  /** What was passed last as it is written in a table; undefined: it is what stands there. */
  #text: string | undefined;
  readonly #words = new Words();
  #depth = 0;

  /** Begins to read, on this line, what has come. */
  begin(line: number): void {
    this.line = line;
    this.#depth = 0;
  }

  /** The next character that is no space. */
  next(): number {
    const code = this.bytes[this.at] ?? 0;
    return code > space ? code : this.#behindSpace();
  }

  #behindSpace(): number {
    const { bytes } = this;
    let { at } = this;
    let code = bytes[at] ?? 0;
    for (; code === space || code === newline || code === carriageReturn || code === tab; code = bytes[++at] ?? 0)
      if (code === newline) this.line++;
    this.at = at;
    if (at === this.end) throw new Incomplete();
    return code;
  }

  /** Reads one of two characters, the next that is no space; true if it is the first. */
  either(one: number, other: number): boolean {
    const code = this.next();
    if (code !== one && code !== other) throw new BrokenJson();
    this.at++;
    return code === one;
  }

  /** Whether an object comes. */
  get isAtObject(): boolean {
    return this.next() === openBrace;
  }

  /** Whether an array comes. */
  get isAtArray(): boolean {
    return this.next() === openBracket;
  }

  /** Reads an object. `tell` is called before each value of which the key is wanted, and may read it. */
  members(tell: (key: Key) => void): void {
    this.#enter();
    let isLast = this.next() === closeBrace;
    if (isLast) this.at++;
    while (!isLast) {
      if (this.next() !== quote) throw new BrokenJson();
      const key = this.#key();
      this.either(colon, colon);
      this.next();
      const begin = this.at;
      if (key !== undefined) tell(key);
      if (this.at === begin) this.pass();
      isLast = this.either(closeBrace, comma);
    }
    this.#depth--;
  }

  /** Reads an array. `tell` is called before each element, and may read it. */
  elements(tell: () => void): void {
    this.#enter();
    let isLast = this.next() === closeBracket;
    if (isLast) this.at++;
    while (!isLast) {
      this.next();
      const begin = this.at;
      tell();
      if (this.at === begin) this.pass();
      isLast = this.either(closeBracket, comma);
    }
    this.#depth--;
  }

  /** Reads a string. Throws {@link BrokenJson} if there is none. */
  string(): string {
    if (this.next() !== quote) throw new BrokenJson();
    return this.text();
  }

  /** Reads a string, number or boolean as it would be written in a table; of anything else, nothing. */
  text(): string {
    this.pass();
    return this.#text ?? this.#word();
  }

  /** The same; of a string without escapes, where it stands. */
  written(): string | Span {
    this.pass();
    const { bytes, from, to } = this;
    return this.#text ?? { bytes, from, to };
  }

  /** Goes behind a value. */
  pass(): void {
    switch (this.next()) {
      case quote:
        this.#passString();
        return;
      case openBrace:
        this.members(nothing);
        this.#text = '';
        return;
      case openBracket:
        this.elements(nothing);
        this.#text = '';
        return;
      default:
        this.#passScalar();
    }
  }

  #enter(): void {
    this.at++;
    if (++this.#depth > depthMax) throw new BrokenJson({ en: 'values lie too deep in each other', zh: '值嵌套过深' });
  }

  /** What stands in the span. */
  #word(): string {
    return this.#words.of(this) ?? notUtf8();
  }

  /** The key that begins here; undefined if it is not wanted. */
  #key(): Key | undefined {
    const { bytes } = this;
    const begin = this.at + 1;
    const likely = keysByFirst[bytes[begin] ?? 0] ?? none;
    for (let place = 0; place < likely.length; place++) {
      const { key, codes } = present(likely[place], 'a key');
      const end = begin + codes.length;
      if (bytes[end] !== quote || !isAt(bytes, begin, codes)) continue;
      this.at = end + 1;
      return key;
    }
    this.#passString();
    return this.#text === undefined ? undefined : keys.find((key) => key === this.#text);
  }

  /** Goes behind the string that begins here. */
  #passString(): void {
    const { bytes } = this;
    const from = this.at + 1;
    let to = from;
    let hasEscapes = false;
    let all = 0;
    for (let code = bytes[to] ?? 0; code !== quote; code = bytes[++to] ?? 0) {
      all |= code;
      if (code === backslash) {
        hasEscapes = true;
        if (++to === this.end) throw new Incomplete();
      } else if (code < space) {
        if (to < this.end) throw new BrokenJson();
        throw new Incomplete();
      }
    }
    this.at = to + 1;
    this.from = from;
    this.to = to;
    // What is beyond ASCII may not be UTF-8, and escapes may be none.
    this.#text = hasEscapes ? decoded({ bytes, from: from - 1, to: to + 1 }) : all < 128 ? undefined : this.#word();
  }

  /** Goes behind a number, true, false or null. */
  #passScalar(): void {
    const { bytes, at } = this;
    let to = at;
    while (isOfScalar(bytes[to] ?? 0)) to++;
    if (to === this.end) throw new Incomplete();
    this.at = to;
    this.from = at;
    this.to = to;
    const written = this.#word();
    // As many digits as they have: names may be integers that no number of JavaScript tells apart.
    if (integer.test(written)) this.#text = written;
    else if (number.test(written)) this.#text = String(Number(written));
    else if (written === 'true' || written === 'false') this.#text = written;
    else if (written === 'null') this.#text = '';
    else throw new BrokenJson();
  }
}

const none: readonly KeyInBytes[] = [];

/** What is told is passed. */
function nothing(): void {}

interface KeyInBytes {
  readonly key: Key;
  readonly codes: Uint8Array;
}

function byFirst(): readonly (readonly KeyInBytes[] | undefined)[] {
  const found: KeyInBytes[][] = [];
  for (const key of keys) (found[key.charCodeAt(0)] ??= []).push({ key, codes: bytesOf(key) });
  return found;
}

/** Letters, digits, plus, minus and point. */
function isOfScalar(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 43 ||
    code === 45 ||
    code === 46 ||
    code === 69
  );
}

/** A string with escapes, its quotes included. */
function decoded(span: Span): string {
  try {
    return String(JSON.parse(stringOf(span) ?? notUtf8()));
  } catch {
    throw new BrokenJson();
  }
}

/** Whoever catches this looks what kind of broken it is. */
function notUtf8(): never {
  throw new BrokenJson();
}
