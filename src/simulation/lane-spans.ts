import { present, type SimTime } from '../base/index.ts';
import { leavesOf } from '../compile/index.ts';
import { Happening } from '../engine/index.ts';
import type { Recorded } from './recorded.ts';

/** A state of a lane, and how long a consignment was in it. */
export interface LaneSpan {
  /** Dotted path of the innermost state: `declaration.undeclared.preparing`. Empty: the flow is in none. */
  readonly state: string;
  readonly from: SimTime;
  /** When it was left; the end of the flow, or of the recording, for the last. */
  readonly to: SimTime;
}

/**
 * The states that a consignment went through, one after another, in a lane of its flow; `lane` empty: in a flow that has no lanes. States that were
 * left in the instant in which they were entered are not among them, the last always is.
 */
export function laneSpans(recorded: Recorded, consignment: number, lane: string): readonly LaneSpan[] {
  const { at, happening, what, count } = recorded.recording;
  const { configurations } = recorded.model.table;
  const stateOf = (configuration: number): string => {
    const leaves = leavesOf(present(configurations[configuration], 'a configuration').value);
    return leaves.find((leaf) => lane === '' || leaf === lane || leaf.startsWith(`${lane}.`)) ?? '';
  };
  const spans: LaneSpan[] = [];
  let state: string | undefined;
  let from = 0;
  let last = present(at[count - 1], 'an instant');
  for (const place of recorded.history(consignment)) {
    if (happening[place] === Happening.ended) last = present(at[place], 'an instant');
    if (happening[place] !== Happening.entered) continue;
    const next = stateOf(present(what[place], 'a configuration'));
    if (next === state) continue;
    const now = present(at[place], 'an instant');
    if (state !== undefined && now > from) spans.push({ state, from, to: now });
    [state, from] = [next, now];
  }
  return state === undefined ? spans : [...spans, { state, from, to: last }];
}
