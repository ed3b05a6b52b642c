import { SaxesParser } from 'saxes';
import type { Mistake, Place } from '../base/index.ts';
import type { Gathered } from './gathered.ts';
import { plainTrace } from './plain-trace.ts';
import { checkPiece, pieceMax, Refused } from './refused.ts';
import { Trace } from './trace.ts';

/** Levels of elements that a log may have: attributes of attributes go deep in none that is of use. */
const depthMax = 64;

/** Reads a XES file (IEEE 1849): its traces are the cases. Document types and what they declare are refused. Throws {@link Refused}. */
export function readXes(texts: Iterable<string>, gathered: Gathered): void {
  const elements = new Elements(gathered);
  for (const text of texts) elements.add(text);
  elements.end();
}

const traceEnd = '</trace>';

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
  #text = '';
  /** Characters that the parser was given, and how many of them when a trace had begun. */
  #given = 0;
  #traceBegan = -1;
  /** Lines that the parser was not given. */
  #linesPassed = 0;

  constructor(gathered: Gathered) {
    this.#gathered = gathered;
    const parser = this.#parser;
    parser.on('error', ({ message }) =>
      this.#refuse({
        code: 'broken-xml',
        message: `broken XML: ${message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '')}`,
      }),
    );
    parser.on('doctype', (text) => {
      // Told at its end: it began so many characters before, or lines.
      const lines = text.split('\n').length - 1;
      const { column } = parser;
      const line = this.#line;
      this.#refuse(
        { code: 'doctype', message: 'a log may not have a DOCTYPE or entities of its own' },
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
          message: 'elements lie too deep in each other',
          expected: `at most ${depthMax} levels`,
        });
    });
    parser.on('closetag', () => {
      this.#last = parser.position;
      this.#depth--;
      this.#close();
    });
  }

  add(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text;
    let at = 0;
    for (let next; at < this.#text.length; at = next) {
      next = this.#isAtTrace ? this.#passTrace(at) : this.#giveToTrace(at);
      // It goes on in what is still to come.
      if (next === at) break;
    }
    this.#text = this.#text.slice(at);
    checkPiece(this.#given - this.#last, 'tag or text', { file: this.#gathered.file, line: this.#line, column: 1 });
  }

  end(): void {
    this.#give(this.#text);
    this.#parser.close();
  }

  #give(text: string): void {
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

  /** Gives the parser the text up to what may be the beginning of a trace; gives where that ends. */
  #giveToTrace(at: number): number {
    const begin = this.#text.indexOf('<trace', at);
    const end = begin < 0 ? -1 : this.#text.indexOf('>', begin);
    const to = end < 0 ? this.#text.length : end + 1;
    this.#give(this.#text.slice(at, to));
    return to;
  }

  /** Takes the trace of which the inside begins here, or gives it to the parser; gives where that ends. The same place: more is to come. */
  #passTrace(at: number): number {
    const text = this.#text;
    const end = text.indexOf(traceEnd, at);
    if (end < 0 && text.length - at < pieceMax) return at;
    const to = end < 0 ? text.length : end;
    const wanted = this.#gathered.attributes;
    const plain = end < 0 ? undefined : plainTrace(text, { from: at, to, line: this.#line, wanted });
    if (plain === undefined) {
      this.#give(text.slice(at, to));
      return to;
    }
    this.#trace = plain.trace;
    // For the parser all of it was space, and one line.
    const newline = text.lastIndexOf('\n', to - 1);
    const isOneLine = plain.lines === 0;
    this.#linesPassed += isOneLine ? 0 : plain.lines - 1;
    this.#give((isOneLine ? ' '.repeat(to - at) : `\n${' '.repeat(to - newline - 1)}`) + traceEnd);
    return to + traceEnd.length;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#depth === 0) {
      if (name !== 'log')
        this.#refuse({ code: 'no-log', message: 'this XML is no XES log', found: `<${name}>`, expected: '<log>' });
    } else if (this.#depth === 1) {
      if (name === 'trace') this.#trace = new Trace(this.#gathered.attributes);
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
