import type { Progress } from '../experiment/index.ts';
import { precisionText } from '../report/index.ts';
import type { Sink } from './io.ts';

/** One line on a terminal that says how far the experiment is; nothing elsewhere. */
export class ProgressLine {
  readonly #sink: Sink;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  show(progress: Progress): void {
    const known =
      progress.precision === null
        ? ''
        : `, ${progress.of} known to ${precisionText(progress.precision)} (wanted ${precisionText(progress.precisionWanted)})`;
    const state =
      progress.comparison.scenarios[0]?.provisional === true
        ? 'looking for the warm-up'
        : `${progress.replications} of ${progress.replicationsMax} replications${known}`;
    this.#sink.write(`\r${state.slice(0, (this.#sink.columns ?? 80) - 1)}\u001B[K`);
  }

  clear(): void {
    this.#sink.write('\r\u001B[K');
  }
}
