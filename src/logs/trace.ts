import { present } from '../base/index.ts';
import type { WrittenEvent } from './gathered.ts';
import type { Span } from './span.ts';
import type { Words } from './words.ts';

/** An event of a trace, and by attribute that is wanted what it says of it. */
export interface TraceEvent extends WrittenEvent {
  name: string;
  transition: string;
  time: string | Span;
  readonly attributes: string[];
}

/** A trace of a XES log as it is read. It is kept until its end, since its name may stand there. */
export class Trace {
  name = '';
  /** By attribute that is wanted. */
  readonly attributes: string[] = [];
  readonly events: TraceEvent[] = [];
  readonly #wanted: readonly string[];
  readonly #words: Words;
  #event: TraceEvent | undefined;

  constructor(wanted: readonly string[], words: Words) {
    this.#wanted = wanted;
    this.#words = words;
  }

  /** Whether an event has begun and not ended. */
  get isInEvent(): boolean {
    return this.#event !== undefined;
  }

  beginEvent(line: number): void {
    this.#event = { name: '', transition: '', time: '', line, attributes: [] };
  }

  endEvent(): void {
    if (this.#event !== undefined) this.events.push(this.#event);
    this.#event = undefined;
  }

  /** Something is said, in UTF-8, of the event under way, else of the trace itself. */
  attribute(key: string, value: string | Span): void {
    const event = this.#event;
    if (key === 'concept:name') (event ?? this).name = this.#textOf(value);
    else if (event !== undefined && key === 'time:timestamp') event.time = kept(value);
    else if (event !== undefined && key === 'lifecycle:transition') event.transition = this.#textOf(value);
    const wanted = this.#wanted.length === 0 ? -1 : this.#wanted.indexOf(key);
    if (wanted >= 0) (event ?? this).attributes[wanted] = this.#textOf(value);
  }

  #textOf(value: string | Span): string {
    return typeof value === 'string' ? value : present(this.#words.of(value), 'a text in UTF-8');
  }
}

/** Whoever reads goes on with its span. */
function kept(value: string | Span): string | Span {
  if (typeof value === 'string') return value;
  const { bytes, from, to } = value;
  return { bytes, from, to };
}
