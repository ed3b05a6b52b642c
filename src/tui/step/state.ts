import { present, type Mistake, type Result } from '../../base/index.ts';
import { builtInFlows } from '../../flows/index.ts';
import { standAfter, type Stand, type Turn, type Walk } from '../../learn/index.ts';
import { citationText, standView, visible, wordsOf, type StandView } from '../../report/index.ts';
import { freeModel, rulesAbout, shippedRules } from '../../rules/index.ts';
import type { Model } from '../../simulation/index.ts';
import type { Shared } from '../shared.ts';

/** What is stepped: the flow of a scenario with its numbers, or a built-in flow with its defaults, in which every measure and chance is open. */
export type Source = { readonly scenario: string } | { readonly flow: string };

/** One consignment that is led through a procedure step by step. */
export interface StepState {
  readonly place: 'step';
  readonly source: Source;
  readonly walk: Walk;
  /** Turns that were taken back, or that a story gives: `.` goes on with them. */
  readonly ahead: readonly Turn[];
  /** Row of the pane with the pointer; none: what lies ahead, else the first. */
  readonly chosen: number | undefined;
  readonly pane: Pane;
}

/** Panes, in the order in which the key goes through them. */
export const panes = ['coming', 'law', 'happened', 'consignment'] as const;
/** One of them. */
export type Pane = (typeof panes)[number];

/** A consignment as it enters, or one whose first turns a story gives. */
export function openStep(
  source: Source,
  { turns, ...consignment }: Walk = { attributes: {}, measures: {}, chances: {}, turns: [] },
): StepState {
  return {
    place: 'step',
    source,
    walk: { ...consignment, turns: [] },
    ahead: turns,
    chosen: undefined,
    pane: 'coming',
  };
}

/** The row with the pointer. */
export function chosenOf({ chosen, pane, ahead: [next] }: StepState, { coming }: Stand): number {
  if (chosen !== undefined || pane !== 'coming' || next === undefined) return chosen ?? 0;
  const { comes, lane, chances = [] } = next;
  return Math.max(
    0,
    coming.findIndex(
      (each) =>
        each.comes === comes && (lane === undefined || each.lane === lane) && each.chances.join() === chances.join(),
    ),
  );
}

/** What is called so: a scenario of the visit, or a built-in flow. */
export function sourceNamed(name: string, { names }: Pick<Shared, 'names'>): Source | undefined {
  if (names.includes(name)) return { scenario: name };
  return Object.hasOwn(builtInFlows, name) ? { flow: name } : undefined;
}

/** Everything that can be stepped, by name. */
export function stepNames({ names }: Pick<Shared, 'names'>): readonly string[] {
  return [...names, ...Object.keys(builtInFlows)];
}

const freeModels = new Map<string, Model>();

/** The model that is stepped. */
export function modelOf(source: Source, shared: Pick<Shared, 'modelOf'>): Model {
  if ('scenario' in source) return shared.modelOf(source.scenario);
  const made = freeModels.get(source.flow) ?? freeModel(present(builtInFlows[source.flow], source.flow));
  freeModels.set(source.flow, made);
  return made;
}

const stands = new WeakMap<Model, WeakMap<Walk, Result<Stand, readonly Mistake[]>>>();

/** How the consignment stands; reckoned once for a walk, since every key and every frame asks. */
export function standOf(
  { walk, source }: Pick<StepState, 'walk' | 'source'>,
  shared: Shared,
): Result<Stand, readonly Mistake[]> {
  const model = modelOf(source, shared);
  const ofModel = stands.get(model) ?? new WeakMap<Walk, Result<Stand, readonly Mistake[]>>();
  stands.set(model, ofModel);
  const stand = ofModel.get(walk) ?? standAfter(model, walk);
  ofModel.set(walk, stand);
  return stand;
}

/** How it stands, in words; undefined where the walk cannot be made. */
export function viewOf(own: StepState, shared: Shared): StandView | undefined {
  const stand = standOf(own, shared);
  return stand.ok ? standView(stand.value, modelOf(own.source, shared).scenario, wordsOf(shared.language)) : undefined;
}

/** A rule in words. */
export interface RuleHere {
  readonly id: string;
  readonly says: string;
  readonly law: string;
}

/** Rules of the flow that speak of where the consignment stands, or of what can come. */
export function rulesHere(own: StepState, shared: Shared): readonly RuleHere[] {
  const stand = standOf(own, shared);
  const { flow } = modelOf(own.source, shared).scenario;
  const rules = shippedRules(flow.name) ?? [];
  if (!stand.ok) return [];
  const { lanes, coming } = stand.value;
  const active = lanes.flatMap(({ states }) =>
    states.flatMap(({ path, standing }) => (standing === 'active' ? [path] : [])),
  );
  const events = coming.flatMap(({ comes, reaches, enters }) => [
    comes,
    ...reaches,
    ...enters.map((path) => `enter:${path}`),
  ]);
  return rulesAbout(rules, { states: active, events }).map(({ id, says, source }) => ({
    id: visible(id),
    says: visible(says[shared.language]),
    law: citationText(source, shared.language),
  }));
}
