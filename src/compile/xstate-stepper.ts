import { assert } from '../base/index.ts';
import type { Flow } from '../flows/index.ts';
import type { AnyMachineSnapshot } from 'xstate';
import type { Configuration, StateValue } from './flow-table.ts';
import { Oracle, type GuardAnswer, type Moment, type Trace } from './oracle.ts';
import { named, type Answer, type Operation } from './step.ts';
import { Symbols } from './symbols.ts';

/** Where XState stands, and what it did to get there. */
export interface XStateStep {
  /** As `Configuration.value`. */
  readonly value: StateValue;
  /** As `Configuration.history`, empty where nothing is remembered. */
  readonly history: Readonly<Record<string, readonly string[]>>;
  readonly done: boolean;
  readonly operations: readonly Operation[];
  /** To go on from. */
  readonly snapshot: AnyMachineSnapshot;
}

/** Steps a flow as {@link enter} and `step` do a table, but by XState itself: the two must never differ. */
export interface XStateStepper {
  enter(answer: Answer): XStateStep;
  step(snapshot: AnyMachineSnapshot, event: string, answer: Answer): XStateStep;
  /** A snapshot that stands in a configuration, with nothing of how it was reached. */
  standIn(configuration: Configuration): AnyMachineSnapshot;
}

/** A stepper of a flow that compiles. Snapshots are XState's own, with all they remember; none is changed. */
export function xstateStepper(flow: Flow): XStateStepper {
  const symbols = new Symbols(flow.machine);
  const oracle = new Oracle(flow.machine, symbols);
  const doneIn = (moments: readonly Moment[]): readonly Operation[] =>
    moments.flatMap((moment) => {
      if (!('words' in moment)) return [];
      const [operation = -1, a = 0, b = 0] = moment.words;
      return [named(symbols, operation, a, b)];
    });
  const asked =
    (answer: Answer): GuardAnswer =>
    (guard, moments) =>
      answer(guard, doneIn(moments));
  const told = (trace: Trace, before?: AnyMachineSnapshot): XStateStep => {
    assert(trace.end.kind !== 'endless', 'a compiled flow has no endless step');
    const snapshot = trace.end.kind === 'settled' ? trace.end.snapshot : before;
    assert(snapshot !== undefined, 'entering is no event that could be dropped');
    return stands(snapshot, doneIn(trace.moments));
  };
  const stands = (snapshot: AnyMachineSnapshot, operations: readonly Operation[]): XStateStep => {
    const { value, history } = oracle.settle(snapshot);
    return { value, history, done: snapshot.status === 'done', operations, snapshot };
  };
  return {
    enter: (answer) => told(oracle.enter(asked(answer))),
    step: (snapshot, event, answer) =>
      snapshot.status === 'done' ? stands(snapshot, []) : told(oracle.step(snapshot, event, asked(answer)), snapshot),
    standIn: ({ value, history = {} }) => oracle.settled(value, history).snapshot,
  };
}
