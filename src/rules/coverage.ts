import { stateEffects, transitionEffects, type Effective, type Effects } from '../flows/index.ts';
import { markedModel, type Model } from '../simulation/index.ts';
import { namedIn } from './named-in.ts';
import type { Rule } from './rule.ts';

/** How many there are of a sort, and which of them are not covered. */
interface Covered {
  readonly of: number;
  readonly missing: readonly string[];
}

/** Which states (dotted paths) and transitions of a machine rules name, or runs come to. */
export interface Coverage {
  readonly states: Covered;
  readonly transitions: Covered;
}

/**
 * What of the machine of a model rules name. A state is named by what happens when it is entered or left or while an activity of it goes
 * on, or by a test of states, its own or that of a state inside it; a transition by what it waits for, by what it does, or by what happens
 * when the states that it leads out of and into are left and entered.
 */
export function namedBy(rules: readonly Rule[], { scenario }: Model): Coverage {
  const { machine } = scenario.flow;
  const named = new Set(
    rules
      .flatMap(({ claim }) => namedIn(claim))
      .flatMap(({ sort, name }) =>
        sort === 'event' ? [name] : sort === 'fee' ? [`fee:${name}`] : sort === 'state' ? [`in:${name}`] : [],
      ),
  );
  const whether = ({ name, effects }: Effective): Each => ({
    name,
    isCovered: eventsOf(effects).some((event) => named.has(event)),
  });
  return coverage({
    states: stateEffects(machine).map(whether),
    transitions: transitionEffects(machine).map(whether),
  });
}

/** Effects as events, and as tests of states that are answered otherwise by them. */
function eventsOf({ entered, left, milestones, fees, begun, ended, due }: Effects): readonly string[] {
  const called = (kind: string, names: readonly string[]): readonly string[] => names.map((name) => `${kind}:${name}`);
  return [
    ...milestones,
    ...called('enter', entered),
    ...called('leave', left),
    ...called('in', [...entered, ...left]),
    ...called('fee', fees),
    ...called('start', begun),
    ...called('end', ended),
    ...called('due', due),
  ];
}

/** A model whose runs tell what of its machine they come to. */
export interface Covering {
  readonly model: Model;
  /** Rules that such runs are to follow: what keeps one has come there. */
  readonly rules: readonly Rule[];
  /** What has been come to, from what was found of these rules. */
  coverage(found: readonly { readonly rule: { readonly id: string }; readonly kept: number }[]): Coverage;
}

/** Makes the runs of a model tell what of its machine counted consignments come to. */
export function covering(model: Model): Covering {
  const marks = markedModel(model);
  return {
    model: marks.model,
    // No rule of a file has a colon in its id.
    rules: [...marks.states.keys(), ...marks.transitions.keys()].map((mark) => ({
      id: mark,
      says: { en: '', zh: '' },
      source: '',
      claim: { possible: mark },
    })),
    coverage: (found) => {
      const come = new Set(found.filter(({ kept }) => kept > 0).map(({ rule }) => rule.id));
      return coverage({
        states: [...marks.states].map(([mark, name]) => ({ name, isCovered: come.has(mark) })),
        transitions: [...marks.transitions].map(([mark, { name }]) => ({ name, isCovered: come.has(mark) })),
      });
    },
  };
}

interface Each {
  readonly name: string;
  readonly isCovered: boolean;
}

function coverage({ states, transitions }: Record<keyof Coverage, readonly Each[]>): Coverage {
  const covered = (all: readonly Each[]): Covered => ({
    of: all.length,
    missing: all.filter(({ isCovered }) => !isCovered).map(({ name }) => name),
  });
  return { states: covered(states), transitions: covered(transitions) };
}
