import { present } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import { addCondition } from './condition.ts';
import { eventsIn } from './events-in.ts';
import { factsOf } from './facts-of.ts';
import { Graph } from './graph.ts';
import { marked, unmarked } from './symbols.ts';

/** A rule that a flow keeps and some mutants break: that something can happen, to everyone or to some. For the user to confirm. */
export interface Proposal {
  readonly possible: string;
  /** Whom it can happen to: an attribute, measure or chance and one of its values. */
  readonly when?: { readonly name: string; readonly is: string };
  /** Mutants that it would kill beyond those that proposals before it kill. */
  readonly kills: number;
}

/** Proposals that kill mutants, the most useful first; none for mutants that no proposal of this kind kills. */
export function proposalsFor(model: Model, mutants: readonly Model[], statesMax: number): readonly Proposal[] {
  if (mutants.length === 0) return [];
  const able = possibleIn(model, statesMax);
  const missing = mutants.map((mutant) => {
    const left = possibleIn(mutant, statesMax);
    return new Set([...able.keys()].filter((key) => !left.has(key)));
  });
  const proposals: Proposal[] = [];
  for (let open = missing; ;) {
    const kills = new Map<string, number>();
    for (const keys of open) for (const key of keys) kills.set(key, (kills.get(key) ?? 0) + 1);
    // What is said of everyone goes before what is said of some.
    const best = [...able.keys()].reduce<string | undefined>(
      (before, key) => ((kills.get(key) ?? 0) > (before === undefined ? 0 : (kills.get(before) ?? 0)) ? key : before),
      undefined,
    );
    if (best === undefined) return proposals;
    proposals.push({ ...present(able.get(best), 'a proposal'), kills: present(kills.get(best), 'a proposal') });
    open = open.filter((keys) => !keys.has(best));
  }
}

/** Everything that can happen, and to whom. */
function possibleIn(model: Model, statesMax: number): ReadonlyMap<string, Omit<Proposal, 'kills'>> {
  const able = new Map<string, Omit<Proposal, 'kills'>>();
  const happening = new Set([...eventsIn(new Graph(model, statesMax))].filter(isTelling));
  for (const possible of happening) able.set(possible, { possible });
  for (const { test, ...when } of factsOf(model)) {
    const conditioned = addCondition(test, model);
    if (!conditioned.ok) continue;
    const { guard, model: asked } = conditioned.value;
    const met = eventsIn(new Graph(asked, statesMax, { guard, events: happening }));
    for (const possible of happening)
      if (met.has(marked(possible))) able.set(`${possible} ${when.name}=${when.is}`, { possible, when });
  }
  return able;
}

/** What is left need not be said of what is entered. */
function isTelling(event: string): boolean {
  return unmarked(event) === event && !event.startsWith('leave:');
}
