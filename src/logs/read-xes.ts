import { SaxesParser } from 'saxes';
import { type Mistake, type Place, verbatim } from '../base/index.ts';
import { bytesOf, isAt } from './bytes.ts';
import type { Gathered } from './gathered.ts';
import { Pending } from './pending.ts';
import { plainTrace } from './plain-trace.ts';
import { checkPiece, pieceMax, Refused } from './refused.ts';
import { badLineIn, notUtf8 } from './texts-of.ts';
import { Trace } from './trace.ts';
import { Words } from './words.ts';

/** Levels of elements that a log may have: attributes of attributes go deep in none that is of use. */
const depthMax = 64;

/** Reads a XES file (IEEE 1849): its traces are the cases. Document types and what they declare are refused. Throws {@link Refused}. */
export function readXes(pieces: Iterable<Uint8Array>, gathered: Gathered): void {
  const elements = new Elements(gathered);
  for (const piece of pieces) elements.add(piece);
  elements.end();
}

const less = 60;
const greater = 62;
const traceBegin = bytesOf('<trace');
const traceEnd = bytesOf('</trace>');

/**
 * The elements of a log, taken as they come. What stands within a trace is given to the parser only if it is not plain: a parser must look
 * at every character for all that XML may be, and takes several times as long.
 */
class Elements {
  readonly #gathered: Gathered;
  readonly #parser = new SaxesParser({ position: true, xmlns: false });
  /** Where the last element began or ended. */
  #last = 0;
  #depth = 0;
  #traces = 0;
  /** The trace under way; none: what is read lies elsewhere. */
  #trace: Trace | undefined;
  /** What the parser was not given yet: from behind the beginning of a trace on. */
  readonly #pending = new Pending();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #words = new Words();
  /** Characters that the parser was given, and how many of them when a trace had begun. */
  #given = 0;
  #traceBegan = -1;
  /** Lines that the parser was not given. */
  #linesPassed = 0;

  constructor(gathered: Gathered) {
    this.#gathered = gathered;
    const parser = this.#parser;
    parser.on('error', ({ message }) => {
      const told = message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '');
      this.#refuse({ code: 'broken-xml', message: { en: `broken XML: ${told}`, zh: `XML 格式有误（${told}）` } });
    });
    parser.on('doctype', (text) => {
      // Told at its end: it began so many characters before, or lines.
      const lines = text.split('\n').length - 1;
      const { column } = parser;
      const line = this.#line;
      this.#refuse(
        {
          code: 'doctype',
          message: { en: 'a log may not have a DOCTYPE or entities of its own', zh: '日志不能有 DOCTYPE 或自定义实体' },
        },
        { line: line - lines, column: lines > 0 ? 1 : column - text.length - '<!DOCTYPE'.length },
      );
    });
    parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
      this.#last = parser.position;
      this.#open(name.slice(name.indexOf(':') + 1), attributes);
      this.#depth++;
      if (this.#depth === 2 && !isSelfClosing) this.#traceBegan = parser.position;
      if (this.#depth > depthMax)
        this.#refuse({
          code: 'too-deep',
          message: { en: 'elements lie too deep in each other', zh: '元素嵌套过深' },
          expected: { en: `at most ${depthMax} levels`, zh: `至多 ${depthMax} 层` },
        });
    });
    parser.on('closetag', () => {
      this.#last = parser.position;
      this.#depth--;
      this.#close();
    });
  }

  add(piece: Uint8Array): void {
    const pending = this.#pending;
    pending.add(piece);
    const lastEnd = lastIndexOf(traceEnd, pending);
    while (pending.at < pending.end) {
      if (!this.#isAtTrace) this.#giveToTrace();
      else if (pending.at <= lastEnd) this.#passTrace();
      // It goes on in what is still to come.
      else if (pending.end - pending.at < pieceMax) break;
      else this.#give(pending.end);
    }
    checkPiece(
      this.#given - this.#last,
      { en: 'tag or text', zh: '标签或文字' },
      { file: this.#gathered.file, line: this.#line, column: 1 },
    );
  }

  end(): void {
    this.#give(this.#pending.end);
    this.#write(this.#decode(new Uint8Array(), true));
    this.#parser.close();
  }

  /** Gives the parser what lies before this place. */
  #give(to: number): void {
    const { bytes, at } = this.#pending;
    this.#write(this.#decode(bytes.subarray(at, to), false));
    this.#pending.at = to;
  }

  #decode(bytes: Uint8Array, isLast: boolean): string {
    try {
      return this.#decoder.decode(bytes, { stream: !isLast });
    } catch {
      throw notUtf8(this.#gathered.file, this.#line + (badLineIn(bytes) ?? 0));
    }
  }

  #write(text: string): void {
    this.#given += text.length;
    this.#parser.write(text);
  }

  get #line(): number {
    return this.#parser.line + this.#linesPassed;
  }

  /** Whether the parser stands right behind the beginning of a trace. */
  get #isAtTrace(): boolean {
    return this.#traceBegan === this.#given;
  }

  /** Gives the parser what stands before the inside of what may be a trace. */
  #giveToTrace(): void {
    const { bytes, at, end } = this.#pending;
    let begin = bytes.indexOf(less, at);
    while (begin >= 0 && begin < end && !isAt(bytes, begin, traceBegin)) begin = bytes.indexOf(less, begin + 1);
    const close = begin < 0 ? -1 : bytes.indexOf(greater, begin);
    this.#give(close < 0 || close >= end ? end : close + 1);
  }

  /** Takes the trace of which the inside begins here, or gives it to the parser. */
  #passTrace(): void {
    const plain = plainTrace(this.#pending, {
      line: this.#line,
      wanted: this.#gathered.attributes,
      words: this.#words,
    });
    this.#traceBegan = -1;
    if (plain === undefined) return this.#giveToTrace();
    this.#trace = plain.trace;
    // For the parser all of it was space, and one line.
    this.#linesPassed += Math.max(0, plain.lines - 1);
    this.#write((plain.lines === 0 ? '' : '\n') + ' '.repeat(plain.column));
    this.#pending.at = plain.to;
    return undefined;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#depth === 0) {
      if (name !== 'log')
        this.#refuse({
          code: 'no-log',
          message: { en: 'this XML is no XES log', zh: '此 XML 不是 XES 日志' },
          found: `<${name}>`,
          expected: verbatim('<log>'),
        });
    } else if (this.#depth === 1) {
      if (name === 'trace') this.#trace = new Trace(this.#gathered.attributes, this.#words);
      else if (name === 'event') {
        this.#gathered.met++;
        this.#gathered.withoutCase++;
      }
    } else if (this.#trace !== undefined) {
      if (this.#depth === 2 && name === 'event') this.#trace.beginEvent(this.#line);
      // Attributes of attributes lie deeper: nothing asks for them.
      else if (this.#depth === (this.#trace.isInEvent ? 3 : 2))
        this.#trace.attribute(attributes['key'] ?? '', attributes['value'] ?? '');
    }
  }

  #close(): void {
    if (this.#depth === 2) this.#trace?.endEvent();
    else if (this.#depth === 1 && this.#trace !== undefined) {
      this.#gather(this.#trace);
      this.#trace = undefined;
    }
  }

  /** A trace is at its end. */
  #gather({ name, attributes, events }: Trace): void {
    this.#traces++;
    const gathered = this.#gathered;
    const of = gathered.caseOf(name === '' ? `trace ${this.#traces}` : name, this.#line);
    gathered.ofCase(of, attributes);
    for (const event of events) {
      gathered.met++;
      const row = gathered.read(event);
      if (row !== undefined) gathered.add(of, row, event.attributes);
    }
  }

  /** Refuses the log, at a place or where the parser has come to. */
  #refuse(
    what: Omit<Mistake, 'path' | 'place'>,
    { line, column }: Omit<Place, 'file'> = { line: this.#line, column: this.#parser.column },
  ): never {
    throw new Refused(what, { file: this.#gathered.file, line, column: Math.max(1, column) });
  }
}

/** Where this stands last in what is pending; -1: nowhere. */
function lastIndexOf(what: Uint8Array, { bytes, at, end }: Pending): number {
  let place = bytes.lastIndexOf(less, end);
  while (place >= at && !isAt(bytes, place, what)) place = place === 0 ? -1 : bytes.lastIndexOf(less, place - 1);
  return place < at ? -1 : place;
}
