/** A text ends within what is read: more of it may come. Thrown, since a cursor calls itself. */
export class Incomplete extends Error {
  override readonly name: string = 'Incomplete';
}

/** A text is no JSON. */
export class BrokenJson extends Error {
  override readonly name: string = 'BrokenJson';

  constructor(message = 'broken JSON') {
    super(message);
  }
}

/** Levels that a value may have. */
const depthMax = 500;

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/** An object of a log of objects: of its members those of which something is needed. */
export class LogObject {
  attributes: unknown;
  id: unknown;
  name: unknown;
  objectId: unknown;
  relationships: unknown;
  time: unknown;
  type: unknown;
  value: unknown;
}

/** Keys of these members, by code of their first character. */
const keysByFirst = byFirst(['attributes', 'id', 'name', 'objectId', 'relationships', 'time', 'type', 'value']);

/**
 * Reads JSON values (RFC 8259) out of a text, one after another. Objects become {@link LogObject}; at their other members it looks no more
 * than to find their end and whether they are well formed: that takes about six tenths of the time that JSON.parse takes. What is read last is told by
 * {@link Incomplete} to be cut off, by {@link BrokenJson} to be none.
 */
export class JsonCursor {
  text = '';
  at = 0;
  #depth = 0;

  /** Begins to read a text. */
  begin(text: string): void {
    this.text = text;
    this.at = 0;
    this.#depth = 0;
  }

  /** The code of the next character that is no space. */
  next(): number {
    const { text } = this;
    let { at } = this;
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
    this.at = at;
    if (Number.isNaN(code)) throw new Incomplete();
    return code;
  }

  /** Reads one of two characters, the next that is no space; true if it is the first. */
  either(one: number, other: number): boolean {
    const code = this.next();
    if (code !== one && code !== other) throw new BrokenJson();
    this.at++;
    return code === one;
  }

  /** The next value. */
  value(): unknown {
    switch (this.next()) {
      case quote:
        return this.string();
      case openBrace:
        return this.#object();
      case openBracket:
        return this.#array();
      default:
        return this.#scalar();
    }
  }

  /** The string that begins here. */
  string(): string {
    const begin = this.at;
    const isPlain = this.#skipString();
    const { text, at } = this;
    return isPlain ? text.slice(begin + 1, at - 1) : decoded(text.slice(begin, at));
  }

  #object(): LogObject {
    const object = new LogObject();
    this.#enter();
    let isLast = this.next() === closeBrace;
    if (isLast) this.at++;
    while (!isLast) {
      if (this.next() !== quote) throw new BrokenJson();
      const key = this.#wantedKey();
      this.either(colon, colon);
      if (key === undefined) this.#skip();
      else object[key] = this.value();
      isLast = this.either(closeBrace, comma);
    }
    this.#depth--;
    return object;
  }

  #array(): readonly unknown[] {
    const array: unknown[] = [];
    this.#enter();
    let isLast = this.next() === closeBracket;
    if (isLast) this.at++;
    while (!isLast) {
      array.push(this.value());
      isLast = this.either(closeBracket, comma);
    }
    this.#depth--;
    return array;
  }

  #enter(): void {
    this.at++;
    if (++this.#depth > depthMax) throw new BrokenJson('values lie too deep in each other');
  }

  /** The key that begins here; undefined if it is not wanted. */
  #wantedKey(): keyof LogObject | undefined {
    const { text, at } = this;
    const keys = keysByFirst[text.charCodeAt(at + 1)];
    if (keys !== undefined)
      for (const key of keys) {
        const end = at + 1 + key.length;
        if (text.charCodeAt(end) !== quote || !text.startsWith(key, at + 1)) continue;
        this.at = end + 1;
        return key;
      }
    if (this.#skipString()) return undefined;
    const key = decoded(text.slice(at, this.at));
    return keysByFirst[key.charCodeAt(0)]?.find((each) => each === key);
  }

  /** Goes behind a value. */
  #skip(): void {
    switch (this.next()) {
      case quote: {
        const begin = this.at;
        // Only escapes can be wrong in it.
        if (!this.#skipString()) decoded(this.text.slice(begin, this.at));
        return;
      }
      case openBrace:
        this.#object();
        return;
      case openBracket:
        this.#array();
        return;
      default:
        this.#scalar();
    }
  }

  /** Goes behind the string that begins here; false if there are escapes in it, which are still to be looked at. */
  #skipString(): boolean {
    const { text } = this;
    let at = this.at + 1;
    let isPlain = true;
    for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at)) {
      if (code === backslash) {
        isPlain = false;
        at++;
      } else if (!(code >= 32)) {
        if (at < text.length) throw new BrokenJson();
        throw new Incomplete();
      }
    }
    this.at = at + 1;
    return isPlain;
  }

  /** A number, true, false or null. */
  #scalar(): unknown {
    const { text } = this;
    const begin = this.at;
    let at = begin;
    while (isOfScalar(text.charCodeAt(at))) at++;
    if (at === text.length) throw new Incomplete();
    this.at = at;
    const written = text.slice(begin, at);
    if (number.test(written)) return Number(written);
    if (written === 'true') return true;
    if (written === 'false') return false;
    if (written === 'null') return null;
    throw new BrokenJson();
  }
}

function byFirst(keys: readonly (keyof LogObject)[]): readonly (readonly (keyof LogObject)[] | undefined)[] {
  const found: (keyof LogObject)[][] = [];
  for (const key of keys) (found[key.charCodeAt(0)] ??= []).push(key);
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

/** A string with escapes. */
function decoded(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    throw new BrokenJson();
  }
}
