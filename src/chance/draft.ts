import fc from 'fast-check';
import type { Minutes } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';

/** The luck of one consignment as plain numbers, which fast-check can make smaller. What they mean hangs on how it stands when they are used. */
export interface Draft {
  /** By attribute, in the order of drawing: which of the values that it may have. */
  readonly attributes: readonly number[];
  /** By guard: the answer of a chance that is drawn once. */
  readonly chances: readonly boolean[];
  /** Whether everything comes when it may with the delays of the model; otherwise in any order, whatever they last. */
  readonly isTimely: boolean;
  readonly turns: readonly Turn[];
}

/** What comes next. */
export interface Turn {
  /** Which of the events that are pending. */
  readonly next: number;
  /** Any event instead, by its number; most of them find nobody waiting. */
  readonly any: number | undefined;
  /** Answers of the chances that are drawn anew, as bits. */
  readonly luck: number;
  /** Until it comes. */
  readonly wait: Minutes;
}

/** Turns that are drawn; a consignment that is not at its end by then goes on with what has been pending longest in the model's order. */
const turnsMax = 32;

/** One turn in ten brings any event. */
const pendingShare = 9;

/** Drafts of consignments of a model. */
export function drafts({ engine }: Model): fc.Arbitrary<Draft> {
  const columns = engine.drawing.length;
  const turn = fc.record({
    next: fc.nat(9999),
    any: fc.oneof(
      { weight: pendingShare, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.nat(engine.timers.length + engine.activities.length) },
    ),
    luck: fc.nat(0xffff),
    wait: fc.oneof(fc.nat(60), fc.nat(48 * 60), fc.nat(200 * 24 * 60)),
  });
  return fc.record({
    attributes: fc.array(fc.nat(999), { minLength: columns, maxLength: columns }),
    chances: fc.array(fc.boolean(), { minLength: engine.guards.length, maxLength: engine.guards.length }),
    isTimely: fc.boolean(),
    turns: fc.array(turn, { maxLength: turnsMax, size: 'max' }),
  });
}
