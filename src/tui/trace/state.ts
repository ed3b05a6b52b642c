import { traceView, wordsOf, type TraceView } from '../../report/index.ts';
import type { Rule, StoryStep } from '../../rules/index.ts';
import type { Shared } from '../shared.ts';

/** A story of a rule, step by step, with the state of the rule beside it. */
export interface TraceState {
  readonly place: 'trace';
  readonly scenario: string;
  readonly rule: Rule;
  readonly story: readonly StoryStep[];
  /** Step with the pointer. */
  readonly chosen: number;
}

/** A story at its beginning. */
export function openTrace(scenario: string, rule: Rule, story: readonly StoryStep[]): TraceState {
  return { place: 'trace', scenario, rule, story, chosen: 0 };
}

const views = new WeakMap<readonly StoryStep[], Map<string, TraceView>>();

/** The story in words; reckoned once in each language. */
export function viewOf({ scenario, rule, story }: TraceState, { modelOf, language }: Shared): TraceView {
  const known = views.get(story) ?? new Map<string, TraceView>();
  views.set(story, known);
  const view = known.get(language) ?? traceView(rule, story, modelOf(scenario), wordsOf(language));
  known.set(language, view);
  return view;
}
