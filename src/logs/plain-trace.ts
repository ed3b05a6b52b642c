import { bytesOf, isAt } from './bytes.ts';
import type { Pending } from './pending.ts';
import type { Span } from './span.ts';
import { Trace } from './trace.ts';
import type { Words } from './words.ts';

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const ampersand = 38;
const less = 60;
const a = 97;
const z = 122;

/** Halves of characters, what is no character, and characters of two halves: a parser is to look at them. */
const surrogate = /[\u{d800}-\u{dfff}\u{fffe}\u{ffff}\u{10000}-\u{10ffff}]/u;

const eventBegin = bytesOf('<event>');
const eventWithMore = bytesOf('event ');
const eventEnd = bytesOf('</event>');
const traceEnd = bytesOf('</trace>');
const keyBegin = bytesOf(' key="');
const valueBegin = bytesOf('" value="');
const attributeEnd = bytesOf('"/>');

/** Keys that are met again and again, so that no text is made of them. */
const usual = ['concept:name', 'time:timestamp', 'lifecycle:transition'].map((key) => ({
  key,
  untilValue: bytesOf(`${key}" value="`),
}));

/** A trace that was read, where its end tag begins, the lines in it, and the characters on the last of them. */
export interface PlainTrace {
  readonly trace: Trace;
  readonly to: number;
  readonly lines: number;
  readonly column: number;
}

/**
 * Reads what stands within a trace, from where the bytes begin, if it is as plain as nearly all are: events of attributes, each
 * `<string key="..." value="..."/>`, and white space. Undefined: there is something else, which may be right or not; a parser must tell.
 * The end tag must have come. `line`: that of the first place.
 */
export function plainTrace(
  pending: Pending,
  { line, wanted, words }: { readonly line: number; readonly wanted: readonly string[]; readonly words: Words },
): PlainTrace | undefined {
  const trace = new Trace(wanted, words);
  const reader = new Reader(pending, words);
  for (;;) {
    reader.passSpace();
    if (reader.passes(eventBegin)) {
      if (trace.isInEvent) return undefined;
      trace.beginEvent(line + reader.lines);
    } else if (reader.passes(eventEnd)) {
      if (!trace.isInEvent) return undefined;
      trace.endEvent();
    } else if (reader.isAt(traceEnd)) {
      const { at: to, lines, column } = reader;
      return trace.isInEvent ? undefined : { trace, to, lines, column };
    } else if (!reader.passAttribute(trace)) {
      return undefined;
    }
  }
}

/** Goes through the bytes. What it has read last is the span that it is. */
class Reader implements Span {
  readonly bytes: Uint8Array;
  at: number;
  from = 0;
  to = 0;
  lines = 0;
  #lineBegin: number;
  readonly #words: Words;

  constructor({ bytes, at }: Pending, words: Words) {
    this.bytes = bytes;
    this.at = at;
    this.#lineBegin = at;
    this.#words = words;
  }

  /** Characters between the beginning of the line, or of all, and here. */
  get column(): number {
    const { bytes, at } = this;
    let count = 0;
    // Those beyond ASCII go on in bytes from 0x80 to 0xbf.
    for (let place = this.#lineBegin; place < at; place++) if (((bytes[place] ?? 0) & 0xc0) !== 0x80) count++;
    return count;
  }

  passSpace(): void {
    const { bytes } = this;
    let { at } = this;
    for (;;) {
      const code = bytes[at];
      if (code === newline) {
        this.lines++;
        this.#lineBegin = at + 1;
      } else if (code !== tab && code !== space && (code !== carriageReturn || bytes[at + 1] !== newline)) break;
      at++;
    }
    this.at = at;
  }

  isAt(what: Uint8Array): boolean {
    return isAt(this.bytes, this.at, what);
  }

  /** Goes behind this, if it stands here. */
  passes(what: Uint8Array): boolean {
    if (!isAt(this.bytes, this.at, what)) return false;
    this.at += what.length;
    return true;
  }

  /** Reads an attribute, if one stands here. */
  passAttribute(trace: Trace): boolean {
    const { bytes } = this;
    if (bytes[this.at] !== less) return false;
    const begin = this.at + 1;
    let at = begin;
    for (let code = bytes[at] ?? 0; code >= a && code <= z;) code = bytes[++at] ?? 0;
    // An event with attributes of its own is none.
    if (at === begin || isAt(bytes, begin, eventWithMore)) return false;
    this.at = at;
    if (!this.passes(keyBegin)) return false;
    const key = this.#key();
    if (key === undefined || !this.#passValue() || !this.passes(attributeEnd)) return false;
    trace.attribute(key, this);
    return true;
  }

  /** The key that begins here; goes to the value. Undefined if something must be made of its characters, or no value comes. */
  #key(): string | undefined {
    for (let place = 0; place < usual.length; place++) {
      const likely = usual[place];
      if (likely !== undefined && this.passes(likely.untilValue)) return likely.key;
    }
    if (!this.#passValue()) return undefined;
    const key = this.#words.of(this);
    return this.passes(valueBegin) ? key : undefined;
  }

  /** Goes to the quote that ends a value; false if something must be made of its characters. */
  #passValue(): boolean {
    const { bytes, at: from } = this;
    let to = from;
    let all = 0;
    for (let code = bytes[to] ?? 0; code !== quote; code = bytes[++to] ?? 0) {
      if (code < space || code === less || code === ampersand) return false;
      all |= code;
    }
    this.at = to;
    this.from = from;
    this.to = to;
    return all < 128 || isPlain(this.#words.of(this));
  }
}

function isPlain(text: string | undefined): boolean {
  return text !== undefined && !surrogate.test(text);
}
