import { Remembered } from '../../base/index.ts';
import { traceView, wordsOf, type TraceView } from '../../report/index.ts';
import type { Told } from '../../learn/index.ts';
import type { Rule } from '../../rules/index.ts';
import type { Shared } from '../shared.ts';

/** A story of a rule, step by step, with the state of the rule beside it. */
export interface TraceState {
  readonly place: 'trace';
  readonly scenario: string;
  readonly rule: Rule;
  /** The story, and which consignment it is about. */
  readonly history: Told;
  /** Step with the pointer. */
  readonly chosen: number;
}

/** A story at its beginning. */
export function openTrace(scenario: string, rule: Rule, history: Told): TraceState {
  return { place: 'trace', scenario, rule, history, chosen: 0 };
}

const views = new Remembered<Told, TraceView>();

/** The story in words; reckoned once in each language. */
export function viewOf({ scenario, rule, history }: TraceState, { modelOf, language }: Shared): TraceView {
  return views.of(history, language, () => traceView(rule, history, modelOf(scenario), wordsOf(language)));
}
