import { assert, present } from '../base/index.ts';
import { after } from './automaton.ts';
import type { Graph } from './graph.ts';
import type { Model } from '../simulation/index.ts';
import { NumberList } from './number-list.ts';
import { particularsOf, type Particulars } from './particulars.ts';
import type { Question } from './question.ts';
import { standing, unmarked } from './symbols.ts';
import type { Span } from './timed-graph.ts';

/** One step of a counterexample or witness. */
export interface StoryStep {
  /** What brought it about: `ARRIVED`, `due:payment`, `end:inspection`; empty: the consignment enters. */
  readonly cause: string;
  readonly events: readonly string[];
  /** States that the consignment is in afterwards: the innermost ones, dotted. */
  readonly states: readonly string[];
  /**
   * When it can happen with these delays, in minutes from the entry; all steps at their earliest are a history. Told only where `timing`
   * is `possible`.
   */
  readonly at?: Span;
}

/** A search, nearest first, through states of the graph together with states of a rule's machine. */
export class Search {
  isTriggered = false;
  /** Steps, entering counted, of the histories that were all looked at; Infinity: of all. */
  depth: number = Infinity;
  readonly #graph: Graph;
  readonly #isSought: Question['isSought'];
  /** States of the machine. */
  readonly #modes: number;
  /** By `label * modes + mode`: the mode after a step. */
  readonly #next: Int32Array;
  /** By label: 1 if something in it triggers the rule. */
  readonly #triggers: Uint8Array;
  /** Pairs found, as `state * modes + mode`, in the order of their coming. */
  readonly #found: NumberList = new NumberList();
  /** By place among them: the place that it came from first (-1: the consignment enters). */
  readonly #from: NumberList = new NumberList();
  /** By pair a bit: whether it was found. */
  readonly #isSeen: Int32Array;

  constructor(graph: Graph, question: Question) {
    const { automaton, symbols, isSought } = question;
    const { states: modes, triggers } = automaton;
    assert(graph.states * modes < 0x8000_0000, 'pairs of states fit into their numbers');
    this.#graph = graph;
    this.#modes = modes;
    this.#isSought = isSought;
    this.#next = Int32Array.from({ length: symbols.length * modes }, (_, index) =>
      after(automaton, index % modes, symbols[Math.floor(index / modes)] ?? []),
    );
    this.#triggers = Uint8Array.from(symbols, (of) => (of.some((symbol) => triggers.includes(symbol)) ? 1 : 0));
    this.#isSeen = new Int32Array(Math.ceil((graph.states * modes) / 32));
  }

  /** The place of the first pair that is looked for; undefined if there is none. */
  run(): number | undefined {
    const graph = this.#graph;
    for (const { label, to } of graph.entries) this.#come(-1, label, to, 0);
    let depth = 0;
    let end = 0;
    for (let place = 0; place < this.#found.length; place++) {
      if (place === end) {
        depth++;
        end = this.#found.length;
      }
      const state = this.#stateAt(place);
      const mode = this.#modeAt(place);
      if (this.#isSought(state, mode)) return place;
      if (state >= graph.explored || this.#found.length > graph.nodesMax) {
        this.depth = Math.min(this.depth, depth - 1);
        continue;
      }
      const [first, last] = graph.stepsOf(state);
      for (let step = first; step < last; step++) this.#come(place, graph.labelOf(step), graph.target(step), mode);
    }
    return undefined;
  }

  /** The steps to a place. */
  history(place: number): readonly GraphStep[] {
    const places: number[] = [];
    for (let at = place; at >= 0; at = this.#from.at(at)) places.push(at);
    return places.toReversed().map((at) => ({ label: this.#labelTo(at), state: this.#stateAt(at) }));
  }

  /** Pairs found. */
  get nodes(): number {
    return this.#found.length;
  }

  #come(from: number, label: number, state: number, modeBefore: number): void {
    if (this.#triggers[label] === 1) this.isTriggered = true;
    const pair = state * this.#modes + this.#modeAfter(label, modeBefore);
    const word = this.#isSeen[pair >>> 5] ?? 0;
    const bit = 1 << (pair & 31);
    if ((word & bit) !== 0) return;
    this.#isSeen[pair >>> 5] = word | bit;
    this.#found.push(pair);
    this.#from.push(from);
  }

  #stateAt(place: number): number {
    return Math.floor(this.#found.at(place) / this.#modes);
  }

  #modeAt(place: number): number {
    return this.#found.at(place) % this.#modes;
  }

  #modeAfter(label: number, before: number): number {
    return this.#next[label * this.#modes + before] ?? 0;
  }

  /** The label of the step by which a pair was found first: looked for again, since to keep it would take as much as the pairs. */
  #labelTo(place: number): number {
    const graph = this.#graph;
    const [state, mode, from] = [this.#stateAt(place), this.#modeAt(place), this.#from.at(place)];
    const leads = (label: number, to: number, before: number): boolean =>
      to === state && this.#modeAfter(label, before) === mode;
    if (from < 0)
      return present(
        graph.entries.find(({ label, to }) => leads(label, to, 0)),
        'an entry',
      ).label;
    const [first, last] = graph.stepsOf(this.#stateAt(from));
    for (let step = first; step < last; step++)
      if (leads(graph.labelOf(step), graph.target(step), this.#modeAt(from))) return graph.labelOf(step);
    throw new Error('a pair is found by a step');
  }
}

/** A step of a graph: what happened, and the state after it. */
export interface GraphStep {
  readonly label: number;
  readonly state: number;
}

/** Which consignment a history of a graph is about. */
export function whoWent(model: Model, graph: Graph, history: readonly GraphStep[]): Particulars {
  const known = graph.world.recall(history.map(({ label, state }) => ({ label, words: graph.read(state) })));
  return particularsOf(model, graph.world.facts.fixed(known));
}

/** A step as it is told. */
export function storyStep(graph: Graph, { label, state }: GraphStep): StoryStep {
  const { cause, events } = present(graph.labels[label], 'a label');
  return {
    cause,
    events: events.map(unmarked).filter((event) => event !== standing),
    states: graph.world.innermost(graph.configuration(state)),
  };
}
