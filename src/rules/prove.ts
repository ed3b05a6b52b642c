import { present } from '../base/index.ts';
import { after } from './automaton.ts';
import type { Graph } from './graph.ts';
import type { PairTemplate } from './pattern.ts';
import { questionOf, type Question } from './question.ts';
import type { Rule } from './rule.ts';
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
  /**
   * Whether such a history is possible with the delays of the model, and not only in some order of what is pending. `possible`: the story
   * is a shortest one that is; `impossible`: none is; `open`: the search was cut, or all that were found hang on deadlines that go by days.
   * Told only where there is a story.
   */
  readonly timing?: 'possible' | 'impossible' | 'open';
}

/** Whether a verdict says that a rule is broken which does not only warn. */
export function fails({ rule, verdict }: Verdict): boolean {
  return verdict === 'broken' && rule.severity !== 'warning';
}

/** Looks whether a rule can be broken, whatever delays last. Where it has a condition, the graph is one that marks the events that trigger it. */
export function prove(rule: Rule, graph: Graph): Verdict {
  const { claim } = rule;
  const question = questionOf(rule, graph);
  if (question === undefined) return { rule, verdict: 'runs', story: undefined };
  if ('canEnd' in claim && !graph.isComplete) return { rule, verdict: 'open', story: undefined };
  const search = new Search(graph, question);
  const end = search.run();
  const isPossible = 'possible' in claim;
  const verdict =
    end !== undefined
      ? isPossible
        ? 'holds'
        : 'broken'
      : !graph.isComplete
        ? 'open'
        : isPossible
          ? 'broken'
          : 'template' in claim && !search.isTriggered
            ? 'never'
            : 'holds';
  if ('window' in claim && claim.window !== undefined && !isSettled(verdict, claim.template))
    return { rule, verdict: 'open', story: undefined };
  return { rule, verdict, story: end === undefined ? undefined : search.story(end) };
}

/** Whether what is known of a rule without its window is so with it: what must come and does not, does not come in time; what never comes does not come too early. */
function isSettled(verdict: Verdict['verdict'], template: PairTemplate): boolean {
  const isForbidden = template === 'notResponse' || template === 'notChainResponse';
  return verdict === 'never' || verdict === (isForbidden ? 'holds' : 'broken');
}

/** A search, nearest first, through states of the graph together with states of a rule's machine. */
class Search {
  isTriggered = false;
  readonly #graph: Graph;
  readonly #question: Question;
  /** Pairs found, as `state * modes + mode`, in the order of their coming. */
  readonly #found: number[] = [];
  /** By place among them: the place that it came from (-1: the consignment enters), and by which label. */
  readonly #from: number[] = [];
  readonly #by: number[] = [];
  readonly #isSeen: Uint8Array;

  constructor(graph: Graph, question: Question) {
    this.#graph = graph;
    this.#question = question;
    this.#isSeen = new Uint8Array(graph.states * question.automaton.states);
  }

  /** The place of the first pair that is looked for; undefined if there is none. */
  run(): number | undefined {
    const { isSought } = this.#question;
    for (const { label, to } of this.#graph.entries) this.#come(-1, label, to, 0);
    for (let place = 0; place < this.#found.length; place++) {
      const [state, mode] = this.#at(place);
      if (isSought(state, mode)) return place;
      if (state >= this.#graph.explored) continue;
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
    return places.toReversed().map((at) => storyStep(this.#graph, present(this.#by[at], 'a place'), this.#at(at)[0]));
  }

  #come(from: number, label: number, state: number, modeBefore: number): void {
    const { automaton, symbols } = this.#question;
    const come = present(symbols[label], 'a label');
    this.isTriggered ||= come.some((symbol) => automaton.triggers.includes(symbol));
    const pair = state * automaton.states + after(automaton, modeBefore, come);
    if (this.#isSeen[pair] === 1) return;
    this.#isSeen[pair] = 1;
    this.#found.push(pair);
    this.#from.push(from);
    this.#by.push(label);
  }

  #at(place: number): readonly [number, number] {
    const pair = present(this.#found[place], 'a place');
    return [Math.floor(pair / this.#question.automaton.states), pair % this.#question.automaton.states];
  }
}

/** A step of a story: what happened, and the state after it. */
export function storyStep(graph: Graph, label: number, state: number): StoryStep {
  const { cause, events } = present(graph.labels[label], 'a label');
  return {
    cause,
    events: events.filter((event) => event !== marked(standing)).map(unmarked),
    states: graph.world.innermost(graph.configuration(state)),
  };
}
