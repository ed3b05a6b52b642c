import type { Progress } from '../experiment/index.ts';
import { count, precisionText } from '../report/index.ts';
import type { Sink } from './io.ts';

/** One line on a terminal that says how far the experiment is; nothing elsewhere. */
export class ProgressLine {
  readonly #sink: Sink;
  #state = '';

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Takes up where the experiment stands. */
  know(progress: Progress): void {
    const known =
      progress.precision === null
        ? ''
        : `, ${progress.of} known to ${precisionText(progress.precision)} (wanted ${precisionText(progress.precisionWanted)})`;
    this.#state =
      progress.comparison.scenarios[0]?.provisional === true
        ? 'looking for the warm-up, '
        : `${progress.replications} of ${progress.replicationsMax} replications${known}, `;
  }

  /** Shows it, with the number of consignments simulated so far. */
  show(simulated: number): void {
    const text = `${this.#state}${count(simulated)} consignments`;
    this.#sink.write(`\r${text.slice(0, (this.#sink.columns ?? 80) - 1)}\u001B[K`);
  }

  clear(): void {
    this.#sink.write('\r\u001B[K');
  }
}
