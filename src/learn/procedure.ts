import { present } from '../base/index.ts';
import { guardMeaning, isMapping, outlineOf, statesOf, pathOf, type OutlineState } from '../flows/index.ts';
import { markedModel, type Model } from '../simulation/index.ts';
import { Laws, placeText, XStateSteps } from '../stepping/index.ts';

/** A state of a procedure, where it lies and what it asks for. */
interface ProcedureState {
  readonly path: string;
  readonly depth: number;
  /** Lanes that it asks about when it could go on by itself. */
  readonly asks: readonly string[];
  /** Events from outside that it hears. */
  readonly hears: readonly string[];
}

/** A model made ready for consignments to be led through it one by one: its machine tells of every state that is entered. */
export interface Procedure {
  readonly model: Model;
  readonly steps: XStateSteps;
  readonly laws: Laws;
  readonly lanes: readonly { readonly name: string; readonly states: readonly ProcedureState[] }[];
  /** By milestone: the state that it says was entered; other milestones are the flow's own. */
  readonly stateOf: ReadonlyMap<string, string>;
  /** Milestones that the flow does not have by itself: states entered and transitions taken. */
  readonly isMark: (milestone: string) => boolean;
  /** Configuration of the table, by {@link placeText}. */
  readonly configurations: ReadonlyMap<string, number>;
}

const known = new WeakMap<Model, Procedure>();

/** The procedure of a model, made once: its machine is compiled anew, which takes a tenth of a second. */
export function procedureOf(model: Model): Procedure {
  const made = known.get(model) ?? make(model);
  known.set(model, made);
  return made;
}

function make(original: Model): Procedure {
  const { model, states, transitions } = markedModel(original);
  const { flow } = original.scenario;
  const { lanes } = outlineOf(flow);
  return {
    model,
    steps: new XStateSteps(model),
    laws: new Laws(model),
    lanes: lanes.map(({ name, states: outline }) => ({
      name,
      states: statesIn(outline, 0).map(({ state, depth }) => ({
        path: state.path,
        depth,
        asks: asksOf(original, state.path).filter((lane) => lane !== name),
        hears: state.transitions.flatMap(({ waitsFor }) => (waitsFor.kind === 'event' ? [waitsFor.name] : [])),
      })),
    })),
    stateOf: states,
    isMark: (milestone) => states.has(milestone) || transitions.has(milestone),
    configurations: new Map(model.table.configurations.map((each, index) => [placeText(each), index])),
  };
}

function statesIn(
  states: readonly OutlineState[],
  depth: number,
): readonly { readonly state: OutlineState; readonly depth: number }[] {
  return states.flatMap((state) => [{ state, depth }, ...statesIn(state.states, depth + 1)]);
}

/** Lanes whose states are asked about where a state goes on by itself. */
function asksOf({ scenario }: Model, path: string): readonly string[] {
  const { machine } = scenario.flow;
  const state = present(
    statesOf(machine).find((each) => pathOf(each) === path),
    path,
  );
  const asked = (state.always ?? []).flatMap(({ guard }) => guardMeaning(guard, machine).states);
  return [...new Set(asked.flatMap((value) => (isMapping(value) ? Object.keys(value) : [])))];
}
