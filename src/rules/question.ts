import { automatonOf, type Automaton } from './automaton.ts';
import type { Graph } from './graph.ts';
import { leadingTo } from './leading-to.ts';
import type { Pattern } from './pattern.ts';
import type { Rule } from './rule.ts';
import type { StateTest } from './rule-words.ts';
import { isIn } from './state-test.ts';
import { denialOf, marked, standing, symbolOf } from './symbols.ts';

/** What is looked for in a graph: a state of it that comes together with a state (`mode`) of a machine that has seen the events on the way. */
export interface Question {
  readonly automaton: Automaton;
  /** By label of the graph: what its events are to the machine. */
  readonly symbols: readonly (readonly number[])[];
  readonly isSought: (state: number, mode: number) => boolean;
}

/**
 * What breaks a rule, whatever its window; of a claim that something is possible, what shows it. Undefined where only runs and logs
 * can tell.
 */
export function questionOf(rule: Rule, graph: Graph): Question | undefined {
  const { claim } = rule;
  if ('never' in claim) return ofNever(rule, claim.never, graph);
  if ('canEnd' in claim) {
    const canEnd = leadingTo(graph, (state) => graph.world.endsIn(graph.configuration(state)));
    return { automaton: anything, symbols: graph.labels.map(() => []), isSought: (state) => canEnd[state] === 0 };
  }
  // What breaks that it never happens shows it; nobody who has not come to it at the end shows anything.
  if ('possible' in claim) return ofPattern(rule, denialOf(claim), graph);
  if (!('template' in claim) || ('kinship' in claim && claim.kinship !== undefined)) return undefined;
  return ofPattern(rule, claim, graph);
}

/** By label, what its events are to a pattern of a rule. */
function symbolsOf(rule: Rule, pattern: Pattern, graph: Graph): readonly (readonly number[])[] {
  const symbol = symbolOf(rule, pattern);
  return graph.labels.map(({ events }) => events.map(symbol).filter((each) => each !== undefined));
}

function ofPattern(rule: Rule, pattern: Pattern, graph: Graph): Question {
  const automaton = automatonOf(pattern);
  return {
    automaton,
    symbols: symbolsOf(rule, pattern, graph),
    isSought: (state, mode) =>
      automaton.isBroken[mode] === true || (automaton.isKept[mode] === false && graph.isEnd(state)),
  };
}

function ofNever(rule: Rule, never: StateTest, graph: Graph): Question {
  const isHeld = graph.world.names.states.map((active) => isIn(never, active));
  const isAsked = rule.when !== undefined;
  return {
    // Where there is a condition, it is the last step that says whether it holds.
    automaton: isAsked ? lastMarked : anything,
    symbols: graph.labels.map(({ events }) => (isAsked ? [events.includes(marked(standing)) ? 1 : 0] : [])),
    isSought: (state, mode) => mode === (isAsked ? 1 : 0) && isHeld[graph.configuration(state)] === true,
  };
}

/** A machine that never minds. */
const anything: Automaton = { states: 1, next: [0, 0, 0, 0], isKept: [true], isBroken: [false], triggers: [] };

/** A machine whose state says whether the last step was marked. */
const lastMarked: Automaton = {
  states: 2,
  next: [0, 1, 0, 1, 0, 1, 0, 1],
  isKept: [true, true],
  isBroken: [false, false],
  triggers: [],
};
