import { present } from '../base/index.ts';
import { after } from './automaton.ts';
import type { Graph } from './graph.ts';
import type { Model } from '../simulation/index.ts';
import { NumberList } from './number-list.ts';
import { particularsOf, type Particulars } from './particulars.ts';
import type { Question } from './question.ts';
import { marked, standing, unmarked } from './symbols.ts';
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
  /** By place among them: the place that it came from (-1: the consignment enters), and by which label. */
  readonly #from: NumberList = new NumberList();
  readonly #by: NumberList = new NumberList();
  /** By pair: 1 if it was found. */
  readonly #isSeen: Uint8Array;

  constructor(graph: Graph, question: Question) {
    const { automaton, symbols, isSought } = question;
    const { states: modes, triggers } = automaton;
    this.#graph = graph;
    this.#modes = modes;
    this.#isSought = isSought;
    this.#next = Int32Array.from({ length: symbols.length * modes }, (_, index) =>
      after(automaton, index % modes, symbols[Math.floor(index / modes)] ?? []),
    );
    this.#triggers = Uint8Array.from(symbols, (of) => (of.some((symbol) => triggers.includes(symbol)) ? 1 : 0));
    this.#isSeen = new Uint8Array(graph.states * modes);
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
      const pair = this.#found.at(place);
      const state = Math.floor(pair / this.#modes);
      const mode = pair % this.#modes;
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
    return places
      .toReversed()
      .map((at) => ({ label: this.#by.at(at), state: Math.floor(this.#found.at(at) / this.#modes) }));
  }

  /** Pairs found. */
  get nodes(): number {
    return this.#found.length;
  }

  #come(from: number, label: number, state: number, modeBefore: number): void {
    if (this.#triggers[label] === 1) this.isTriggered = true;
    const pair = state * this.#modes + (this.#next[label * this.#modes + modeBefore] ?? 0);
    if (this.#isSeen[pair] === 1) return;
    this.#isSeen[pair] = 1;
    this.#found.push(pair);
    this.#from.push(from);
    this.#by.push(label);
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
    events: events.filter((event) => event !== marked(standing)).map(unmarked),
    states: graph.world.innermost(graph.configuration(state)),
  };
}
