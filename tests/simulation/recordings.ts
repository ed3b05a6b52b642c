import { Replay, survey } from '../../src/replay/index.ts';
import { record, type Model, type Recording } from '../../src/simulation/index.ts';

/** The first replication, written down. */
export function recordingOf(model: Model, options: { warmUp?: number; max?: number } = {}): Recording {
  return resultOf(record(model, { replication: 0, warmUp: options.warmUp ?? 0 }, options.max));
}

/** The same as the port it tells of. */
export function replayOf(model: Model): Replay {
  return new Replay(model, resultOf(survey(model, recordingOf(model))));
}

/** What a generator gives when it is driven to its end. */
export function resultOf<Result>(steps: Generator<unknown, Result, void>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
