import type { Model } from '../simulation/index.ts';
import { after } from './automaton.ts';
import type { Graph } from './graph.ts';
import type { Pattern } from './pattern.ts';
import { questionOf } from './question.ts';
import type { Rule } from './rule.ts';
import type { Width } from './timed-graph.ts';
import { windowedQuestion } from './windowed-question.ts';
import type { Bound } from './zone.ts';

/** What a rule does with its clocks at a step: it sets one to zero, or asks that the difference of two (0: none) has this bound. */
export type Act =
  | { readonly reset: number }
  | { readonly clock: number; readonly other: number; readonly bound: Bound };

/** A way in which the machine of a rule may go at a step. */
export interface Way {
  readonly mode: number;
  readonly acts: readonly Act[];
}

/** What is looked for in a graph with time: as a {@link Question}, by a machine that may have clocks (1 and on, in seconds). */
export interface TimedQuestion {
  readonly modes: number;
  /** By clock, from the first on: the greatest value that it is compared with. */
  readonly greatest: readonly number[];
  /** Ways to go by a label of the graph. A machine begins in mode 0. */
  readonly ways: (mode: number, label: number) => readonly Way[];
  readonly isSought: (state: number, mode: number) => boolean;
  /** Whether it is the same in both widths. */
  readonly isExact: boolean;
}

/** A pattern with a window. */
export type Windowed = Extract<Pattern, { readonly window?: unknown }> & {
  readonly window: NonNullable<Extract<Pattern, { readonly window?: unknown }>['window']>;
};

/** What breaks a rule, with its window, or shows it; undefined where zones cannot tell. */
export function timedQuestionOf(
  rule: Rule,
  of: { readonly graph: Graph; readonly model: Model; readonly width: Width },
): TimedQuestion | undefined {
  const { graph } = of;
  const { claim } = rule;
  const question = questionOf(rule, graph);
  if (question === undefined || ('canEnd' in claim && !graph.isComplete)) return undefined;
  if ('window' in claim && claim.window !== undefined)
    return windowedQuestion(rule, { ...claim, window: claim.window }, of);
  const { automaton, symbols, isSought } = question;
  return {
    modes: automaton.states,
    greatest: [],
    ways: (mode, label) => [{ mode: after(automaton, mode, symbols[label] ?? []), acts: [] }],
    isSought,
    isExact: true,
  };
}
