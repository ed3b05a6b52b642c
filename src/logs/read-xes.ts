import { SaxesParser } from 'saxes';
import type { Mistake, Place } from '../base/index.ts';
import type { Gathered, WrittenEvent } from './gathered.ts';
import { checkPiece, Refused } from './refused.ts';

/** Levels of elements that a log may have: attributes of attributes go deep in none that is of use. */
const depthMax = 64;

/** Reads a XES file (IEEE 1849): its traces are the cases. Document types and what they declare are refused. Throws {@link Refused}. */
export function readXes(texts: Iterable<string>, gathered: Gathered): void {
  const elements = new Elements(gathered);
  for (const text of texts) elements.add(text);
  elements.end();
}

/** The event that is being read, and what it says of attributes that are wanted. */
interface Event extends WrittenEvent {
  name: string;
  transition: string;
  time: string;
  readonly attributes: string[];
}

/** The elements of a log, taken as they come. */
class Elements {
  readonly #gathered: Gathered;
  readonly #parser = new SaxesParser({ position: true, xmlns: false });
  /** Where the last element began or ended. */
  #last = 0;
  #depth = 0;
  #traces = 0;
  #isInTrace = false;
  /** Of the trace: its name, its attributes, its events. They are kept until its end, since the name may stand there. */
  #name = '';
  #attributes: string[] = [];
  #events: Event[] = [];
  #event: Event | undefined;

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
      const { line, column } = parser;
      this.#refuse(
        { code: 'doctype', message: 'a log may not have a DOCTYPE or entities of its own' },
        { line: line - lines, column: lines > 0 ? 1 : column - text.length - '<!DOCTYPE'.length },
      );
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#last = parser.position;
      this.#open(name.slice(name.indexOf(':') + 1), attributes);
      this.#depth++;
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
    this.#parser.write(text);
    const { position, line } = this.#parser;
    checkPiece(position - this.#last, 'tag or text', { file: this.#gathered.file, line, column: 1 });
  }

  end(): void {
    this.#parser.close();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#depth === 0) {
      if (name !== 'log')
        this.#refuse({ code: 'no-log', message: 'this XML is no XES log', found: `<${name}>`, expected: '<log>' });
    } else if (this.#depth === 1) {
      this.#isInTrace = name === 'trace';
      if (this.#isInTrace) {
        this.#name = '';
        this.#attributes = [];
        this.#events = [];
      } else if (name === 'event') {
        this.#gathered.met++;
        this.#gathered.withoutCase++;
      }
    } else if (this.#isInTrace && this.#depth === 2 && name === 'event') {
      this.#event = { name: '', transition: '', time: '', line: this.#parser.line, attributes: [] };
    } else if (this.#isInTrace) {
      this.#attribute(attributes['key'] ?? '', attributes['value'] ?? '');
    }
  }

  /** An attribute of the trace or of the event. Those of attributes lie deeper: nothing asks for them. */
  #attribute(key: string, value: string): void {
    const event = this.#event;
    if (this.#depth !== (event === undefined ? 2 : 3)) return;
    const wanted = this.#gathered.attributes.indexOf(key);
    if (wanted >= 0) (event?.attributes ?? this.#attributes)[wanted] = value;
    if (event === undefined) {
      if (key === 'concept:name') this.#name = value;
    } else if (key === 'concept:name') event.name = value;
    else if (key === 'time:timestamp') event.time = value;
    else if (key === 'lifecycle:transition') event.transition = value;
  }

  #close(): void {
    if (this.#depth === 2 && this.#event !== undefined) {
      this.#events.push(this.#event);
      this.#event = undefined;
    } else if (this.#depth === 1 && this.#isInTrace) {
      this.#isInTrace = false;
      this.#gather();
    }
  }

  /** A trace is at its end. */
  #gather(): void {
    this.#traces++;
    const gathered = this.#gathered;
    const of = gathered.caseOf(this.#name === '' ? `trace ${this.#traces}` : this.#name, this.#parser.line);
    gathered.ofCase(of, this.#attributes);
    for (const event of this.#events) {
      gathered.met++;
      const row = gathered.read(event);
      if (row !== undefined) gathered.add(of, row, event.attributes);
    }
  }

  /** Refuses the log, at a place or where the parser has come to. */
  #refuse(what: Omit<Mistake, 'path' | 'place'>, { line, column }: Omit<Place, 'file'> = this.#parser): never {
    throw new Refused(what, { file: this.#gathered.file, line, column: Math.max(1, column) });
  }
}
