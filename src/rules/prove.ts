import { present } from '../base/index.ts';
import { automatonOf, symbols, type Automaton } from './automaton.ts';
import type { Graph } from './graph.ts';
import type { PairTemplate, Pattern } from './pattern.ts';
import type { Events } from './rule-words.ts';
import type { Rule } from './rule.ts';
import type { StateTest } from './rule-words.ts';
import { isIn } from './state-test.ts';
import { marked, standing, symbolOf, unmarked } from './symbols.ts';

/** One step of a counterexample or witness. */
export interface StoryStep {
  /** What brought it about: `ARRIVED`, `due:payment`, `end:inspection`; empty: the consignment enters. */
  readonly cause: string;
  readonly events: readonly string[];
  /** States that the consignment is in afterwards: the innermost ones, dotted. */
  readonly states: readonly string[];
}

/** What a proof has found about a rule. */
export interface Verdict {
  readonly rule: Rule;
  /**
   * `holds`: no history breaks it, or, of a claim that something is possible, some history (in some order) shows it. `broken`: some history breaks it,
   * or none shows it. `never`: no history triggers it, so that it says nothing. `open`: the exploration was cut before an answer, or
   * the answer hangs on how long things last. `runs`: it speaks of amounts, shares or lines, which only runs tell.
   */
  readonly verdict: 'holds' | 'broken' | 'never' | 'open' | 'runs';
  /** The shortest history that breaks it; of a claim that something is possible, that shows it. None otherwise. */
  readonly story: readonly StoryStep[] | undefined;
}

/** Whether a verdict says that a rule is broken which does not only warn. */
export function fails({ rule, verdict }: Verdict): boolean {
  return verdict === 'broken' && rule.severity !== 'warning';
}

/** Looks whether a rule can be broken. Where it has a condition, the graph is one that marks the events that trigger it. */
export function prove(rule: Rule, graph: Graph): Verdict {
  const { claim } = rule;
  if ('never' in claim) return proveNever(rule, claim.never, graph);
  if ('possible' in claim) return provePossible(rule, claim.possible, graph);
  if ('canEnd' in claim) return proveCanEnd(rule, graph);
  if (!('template' in claim) || ('kinship' in claim && claim.kinship !== undefined))
    return { rule, verdict: 'runs', story: undefined };
  const verdict = provePattern(rule, claim, graph);
  return 'window' in claim && claim.window !== undefined ? untimed(verdict, claim.template) : verdict;
}

/** What is known of a rule with a window once it is known without. */
function untimed(verdict: Verdict, template: PairTemplate): Verdict {
  const isForbidden = template === 'notResponse' || template === 'notChainResponse';
  // What must come and does not, does not come in time; what never comes does not come too early.
  const isSettled = verdict.verdict === 'never' || verdict.verdict === (isForbidden ? 'holds' : 'broken');
  return isSettled ? verdict : { rule: verdict.rule, verdict: 'open', story: undefined };
}

function provePattern(rule: Rule, pattern: Pattern, graph: Graph): Verdict {
  const automaton = automatonOf(pattern);
  const search = new Search(graph, automaton, symbolsOf(rule, pattern, graph));
  const isBroken = (mode: number): boolean => automaton.isBroken[mode] === true;
  const end = search.run((state, mode) => {
    const [from, to] = graph.stepsOf(state);
    return isBroken(mode) || (from === to && automaton.isKept[mode] === false);
  }, isBroken);
  if (end !== undefined) return { rule, verdict: 'broken', story: search.story(end) };
  if (!graph.isComplete) return { rule, verdict: 'open', story: undefined };
  return { rule, verdict: search.isTriggered ? 'holds' : 'never', story: undefined };
}

function proveNever(rule: Rule, never: StateTest, graph: Graph): Verdict {
  const { names } = graph.world;
  const isHeld = names.states.map((active) => isIn(never, active));
  // Where there is a condition, it is the last step that says whether it holds.
  const search =
    rule.when === undefined
      ? Search.ofStates(graph)
      : new Search(
          graph,
          lastMarked,
          graph.labels.map(({ events }) => [events.includes(marked(standing)) ? 1 : 0]),
        );
  const wanted = rule.when === undefined ? 0 : 1;
  const end = search.run((state, mode) => mode === wanted && isHeld[graph.configuration(state)] === true);
  if (end !== undefined) return { rule, verdict: 'broken', story: search.story(end) };
  return { rule, verdict: graph.isComplete ? 'holds' : 'open', story: undefined };
}

function provePossible(rule: Rule, events: Events, graph: Graph): Verdict {
  const absence = { template: 'absence', a: events, times: 1 } as const;
  const found = automatonOf(absence);
  const search = new Search(graph, found, symbolsOf(rule, absence, graph));
  const isFound = (mode: number): boolean => found.isBroken[mode] === true;
  const end = search.run((_, mode) => isFound(mode), isFound);
  if (end !== undefined) return { rule, verdict: 'holds', story: search.story(end) };
  return { rule, verdict: graph.isComplete ? 'broken' : 'open', story: undefined };
}

function proveCanEnd(rule: Rule, graph: Graph): Verdict {
  if (!graph.isComplete) return { rule, verdict: 'open', story: undefined };
  // States from which an end is reached, found backwards.
  const before: number[][] = Array.from({ length: graph.explored }, () => []);
  const ends: number[] = [];
  for (let state = 0; state < graph.explored; state++) {
    const [from, to] = graph.stepsOf(state);
    if (graph.world.endsIn(graph.configuration(state))) ends.push(state);
    for (let step = from; step < to; step++) before[graph.target(step)]?.push(state);
  }
  const canEnd = new Uint8Array(graph.explored);
  for (const state of ends) canEnd[state] = 1;
  for (let at = 0; at < ends.length; at++) {
    for (const state of before[ends[at] ?? 0] ?? []) {
      if (canEnd[state] === 1) continue;
      canEnd[state] = 1;
      ends.push(state);
    }
  }
  const search = Search.ofStates(graph);
  const end = search.run((state) => canEnd[state] === 0);
  return end === undefined
    ? { rule, verdict: 'holds', story: undefined }
    : { rule, verdict: 'broken', story: search.story(end) };
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

/** By label, what its events are to a pattern of a rule. */
function symbolsOf(rule: Rule, pattern: Pattern, graph: Graph): readonly (readonly number[])[] {
  const symbol = symbolOf(rule, pattern);
  return graph.labels.map(({ events }) => events.map(symbol).filter((each) => each !== undefined));
}

/** A search, nearest first, through states of the graph together with states of a rule's machine. */
class Search {
  isTriggered = false;
  readonly #graph: Graph;
  readonly #automaton: Automaton;
  /** By label: its symbols. */
  readonly #symbols: readonly (readonly number[])[];
  /** Pairs found, as `state * modes + mode`, in the order of their coming. */
  readonly #found: number[] = [];
  /** By place among them: the place that it came from (-1: the consignment enters), and by which label. */
  readonly #from: number[] = [];
  readonly #by: number[] = [];
  readonly #isSeen: Uint8Array;

  constructor(graph: Graph, automaton: Automaton, symbolsByLabel: readonly (readonly number[])[]) {
    this.#graph = graph;
    this.#automaton = automaton;
    this.#symbols = symbolsByLabel;
    this.#isSeen = new Uint8Array(graph.states * automaton.states);
  }

  /** A search through states alone. */
  static ofStates(graph: Graph): Search {
    return new Search(
      graph,
      anything,
      graph.labels.map(() => []),
    );
  }

  /** The place of the first pair that is looked for, beyond the states that were explored by its mode alone; undefined if there is none. */
  run(
    isSought: (state: number, mode: number) => boolean,
    isSoughtBeyond: (mode: number) => boolean = () => false,
  ): number | undefined {
    for (const { label, to } of this.#graph.entries) this.#come(-1, label, to, 0);
    for (let place = 0; place < this.#found.length; place++) {
      const [state, mode] = this.#at(place);
      if (state >= this.#graph.explored) {
        if (isSoughtBeyond(mode)) return place;
        continue;
      }
      if (isSought(state, mode)) return place;
      const [first, end] = this.#graph.stepsOf(state);
      for (let step = first; step < end; step++)
        this.#come(place, this.#graph.labelOf(step), this.#graph.target(step), mode);
    }
    return undefined;
  }

  /** The steps to a place. */
  story(place: number): readonly StoryStep[] {
    const places: number[] = [];
    for (let at = place; at >= 0; at = present(this.#from[at], 'a place')) places.push(at);
    return places.toReversed().map((at) => {
      const { cause, events } = present(this.#graph.labels[present(this.#by[at], 'a place')], 'a label');
      return {
        cause,
        events: events.filter((event) => event !== marked(standing)).map(unmarked),
        states: this.#graph.world.innermost(this.#graph.configuration(this.#at(at)[0])),
      };
    });
  }

  #come(from: number, label: number, state: number, modeBefore: number): void {
    const { next, states, triggers } = this.#automaton;
    let mode = modeBefore;
    for (const symbol of present(this.#symbols[label], 'a label')) {
      this.isTriggered ||= triggers.includes(symbol);
      mode = present(next[mode * symbols + symbol], 'a state of a rule');
    }
    const pair = state * states + mode;
    if (this.#isSeen[pair] === 1) return;
    this.#isSeen[pair] = 1;
    this.#found.push(pair);
    this.#from.push(from);
    this.#by.push(label);
  }

  #at(place: number): readonly [number, number] {
    const pair = present(this.#found[place], 'a place');
    return [Math.floor(pair / this.#automaton.states), pair % this.#automaton.states];
  }
}
