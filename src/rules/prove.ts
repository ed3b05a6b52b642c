import { present } from '../base/index.ts';
import { automatonOf, symbols, type Automaton } from './automaton.ts';
import { allEvents } from './event-names.ts';
import type { Graph } from './graph.ts';
import type { Events, Pattern } from './pattern.ts';
import type { Rule } from './rule.ts';

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
   * or none shows it. `never`: no history triggers it, so that it says nothing. `open`: the exploration was cut before an answer.
   */
  readonly verdict: 'holds' | 'broken' | 'never' | 'open';
  /** The shortest history that breaks it; of a claim that something is possible, that shows it. None otherwise. */
  readonly story: readonly StoryStep[] | undefined;
}

/** Names in a rule that the flow does not have; a rule with such names cannot be proved. */
export function unknownNames(rule: Rule, graph: Graph): readonly string[] {
  const { claim } = rule;
  const { names } = graph.world;
  if ('never' in claim) {
    const known = new Set(names.states.flat());
    return claim.never.filter((path) => !known.has(path));
  }
  const known = new Set(allEvents(names));
  const named = 'possible' in claim ? listOf(claim.possible) : 'canEnd' in claim ? [] : eventsOf(claim);
  return named.filter((name) => !known.has(name));
}

/** Looks whether a rule can be broken. */
export function prove(rule: Rule, graph: Graph): Verdict {
  const { claim } = rule;
  if ('never' in claim) return proveNever(rule, claim.never, graph);
  if ('possible' in claim) return provePossible(rule, listOf(claim.possible), graph);
  if ('canEnd' in claim) return proveCanEnd(rule, graph);
  return provePattern(rule, claim, graph);
}

function provePattern(rule: Rule, pattern: Pattern, graph: Graph): Verdict {
  const automaton = automatonOf(pattern);
  const search = new Search(graph, automaton, symbolsOf(pattern, graph));
  const isBroken = (mode: number): boolean => automaton.isBroken[mode] === true;
  const end = search.run((state, mode) => {
    const [from, to] = graph.stepsOf(state);
    return isBroken(mode) || (from === to && automaton.isKept[mode] === false);
  }, isBroken);
  if (end !== undefined) return { rule, verdict: 'broken', story: search.story(end) };
  if (!graph.isComplete) return { rule, verdict: 'open', story: undefined };
  return { rule, verdict: search.isTriggered ? 'holds' : 'never', story: undefined };
}

function proveNever(rule: Rule, paths: readonly string[], graph: Graph): Verdict {
  const search = Search.ofStates(graph);
  const end = search.run((state) => {
    const active = graph.world.names.states[graph.configuration(state)] ?? [];
    return paths.every((path) => active.includes(path));
  });
  if (end !== undefined) return { rule, verdict: 'broken', story: search.story(end) };
  return { rule, verdict: graph.isComplete ? 'holds' : 'open', story: undefined };
}

function provePossible(rule: Rule, events: readonly string[], graph: Graph): Verdict {
  const absence = { template: 'absence', a: events, times: 1 } as const;
  const found = automatonOf(absence);
  const search = new Search(graph, found, symbolsOf(absence, graph));
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

function listOf(events: Events): readonly string[] {
  return typeof events === 'string' ? [events] : events;
}

function eventsOf(pattern: Pattern): readonly string[] {
  return [...listOf(pattern.a), ...('b' in pattern ? listOf(pattern.b) : [])];
}

/**
 * By label, what its events are to a pattern. Only events of the kinds that the pattern names count at all: between two milestones
 * there is no other milestone, however many states are entered.
 */
function symbolsOf(pattern: Pattern, graph: Graph): readonly (readonly number[])[] {
  const a = new Set(listOf(pattern.a));
  const b = new Set('b' in pattern ? listOf(pattern.b) : []);
  const kinds = new Set(eventsOf(pattern).map(kindOf));
  return graph.labels.map(({ events }) =>
    events.filter((event) => kinds.has(kindOf(event))).map((event) => (a.has(event) ? 1 : 0) + (b.has(event) ? 2 : 0)),
  );
}

/** `enter`, `start` ...; empty for milestones. */
function kindOf(event: string): string {
  const colon = event.indexOf(':');
  return colon < 0 ? '' : event.slice(0, colon);
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
      return { cause, events, states: this.#graph.world.innermost(this.#graph.configuration(this.#at(at)[0])) };
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
