import type { WrittenEvent } from './gathered.ts';

/** An event of a trace, and by attribute that is wanted what it says of it. */
export interface TraceEvent extends WrittenEvent {
  name: string;
  transition: string;
  time: string;
  readonly attributes: string[];
}

/** A trace of a XES log as it is read. It is kept until its end, since its name may stand there. */
export class Trace {
  name = '';
  /** By attribute that is wanted. */
  readonly attributes: string[] = [];
  readonly events: TraceEvent[] = [];
  readonly #wanted: readonly string[];
  #event: TraceEvent | undefined;

  constructor(wanted: readonly string[]) {
    this.#wanted = wanted;
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

  /** Something is said of the event under way, else of the trace itself. */
  attribute(key: string, value: string): void {
    const event = this.#event;
    if (key === 'concept:name') (event ?? this).name = value;
    else if (event !== undefined && key === 'time:timestamp') event.time = value;
    else if (event !== undefined && key === 'lifecycle:transition') event.transition = value;
    const wanted = this.#wanted.length === 0 ? -1 : this.#wanted.indexOf(key);
    if (wanted >= 0) (event ?? this).attributes[wanted] = value;
  }
}
