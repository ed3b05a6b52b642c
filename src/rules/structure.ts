import { present } from '../base/index.ts';
import { finalMilestones } from '../flows/index.ts';
import { markedModel, type Model } from '../simulation/index.ts';
import { eventsIn } from './events-in.ts';
import { Graph } from './graph.ts';
import { leadingTo } from './leading-to.ts';
import { trapsIn } from './traps.ts';

/** What is odd about the machine of a flow, or good to know, with no rule asked. States are dotted paths, the innermost where several are active. */
export interface Structure {
  /** States that no consignment enters; those inside them left out. */
  readonly neverEntered: readonly string[];
  /** Names of the transitions that no consignment takes. */
  readonly neverTaken: readonly string[];
  /** Ways of standing from which nothing leads on, though the flow has not ended. */
  readonly deadEnds: readonly (readonly string[])[];
  /** States among which a consignment goes round for ever, without a way out and without an end. */
  readonly livelocks: readonly (readonly string[])[];
  /**
   * Milestones by which a lane ends, and the states in which it is too late for them: who is there has not reached it and never will.
   * States inside a state that is listed are left out.
   */
  readonly endings: readonly { readonly milestone: string; readonly tooLateIn: readonly string[] }[];
}

/** States at which the exploration is cut. */
const statesMost = 2_000_000;

/** Looks a model through; undefined: there are more states than `statesMax`. */
export function structureOf(model: Model, statesMax: number = statesMost): Structure | undefined {
  const marks = markedModel(model);
  const graph = new Graph(marks.model, statesMax);
  if (!graph.isComplete) return undefined;
  const seen = eventsIn(graph);
  const never = <Named>(names: ReadonlyMap<string, Named>): readonly Named[] =>
    [...names].filter(([milestone]) => !seen.has(milestone)).map(([, named]) => named);
  const hasEnded = (state: number): boolean => graph.world.endsIn(graph.configuration(state));
  const canEnd = leadingTo(graph, hasEnded);
  const traps = trapsIn(graph, (state) => canEnd[state] === 0);
  const isStuck = ([state = 0]: readonly number[]): boolean => {
    const [from, to] = graph.stepsOf(state);
    return from === to;
  };
  return {
    neverEntered: outermost(never(marks.states)),
    neverTaken: never(marks.transitions).map(({ name }) => name),
    deadEnds: differing(traps.filter(isStuck).map((trap) => statesIn(graph, trap))),
    livelocks: differing(traps.filter((trap) => !isStuck(trap)).map((trap) => statesIn(graph, trap))),
    endings: finalMilestones(model.scenario.flow.machine).map((milestone) => ({
      milestone,
      tooLateIn: outermost(tooLate(graph, milestone)),
    })),
  };
}

/** States in which everybody who has not reached a milestone never will. */
function tooLate(graph: Graph, milestone: string): readonly string[] {
  const reaches = graph.labels.map(({ events }) => events.includes(milestone));
  const isReach = (step: number): boolean => reaches[graph.labelOf(step)] === true;
  const mayReach = leadingTo(graph, () => false, isReach);
  // Who has not reached it stands where steps lead that do not reach it.
  const without = new Set(graph.entries.filter(({ label }) => reaches[label] !== true).map(({ to }) => to));
  const hopeful = new Set<string>();
  const hopeless = new Set<string>();
  for (const state of without) {
    const active = present(graph.world.names.states[graph.configuration(state)], 'a configuration');
    for (const path of active) (mayReach[state] === 1 ? hopeful : hopeless).add(path);
    const [from, to] = graph.stepsOf(state);
    for (let step = from; step < to; step++) if (!isReach(step)) without.add(graph.target(step));
  }
  return [...hopeless].filter((path) => !hopeful.has(path)).toSorted();
}

/** Innermost states that are active somewhere in a set. */
function statesIn(graph: Graph, states: readonly number[]): readonly string[] {
  return [...new Set(states.flatMap((state) => graph.world.innermost(graph.configuration(state))))];
}

function differing(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [list.join(' '), list])).values()];
}

/** Paths without those that lie inside another of them. */
function outermost(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((outer) => path.startsWith(`${outer}.`)));
}
