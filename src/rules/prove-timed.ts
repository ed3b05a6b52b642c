import { present } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import { Graph } from './graph.ts';
import type { Verdict } from './prove.ts';
import { storyStep, whoWent } from './search.ts';
import { TimedGraph, type TimedStep } from './timed-graph.ts';
import { timedQuestionOf } from './timed-question.ts';
import { TimedSearch } from './timed-search.ts';
import type { Mark } from './label.ts';

/** Zones at which a search is cut. */
const zonesMax = 20_000;

/**
 * What the delays of a model say of what is possible in some order: whether a history that was found is possible with them too, and
 * whether rules with windows can be broken.
 */
export class TimedProof {
  readonly #model: Model;
  readonly #explore: () => Graph;
  #explored: Explored | undefined;

  /** Explores the model, up to `statesMax` states, when it is first asked. */
  constructor(model: Model, statesMax: number, mark?: Mark) {
    this.#model = model;
    this.#explore = () => new Graph(model, statesMax, mark, true);
  }

  /** The verdict of a proof without time, and what time says of it; the same if that is nothing. */
  timed(verdict: Verdict): Verdict {
    const { rule, story } = verdict;
    const isOpen = verdict.verdict === 'open' && 'window' in rule.claim;
    if (story === undefined && !isOpen) return verdict;
    const { graph, wide, narrow } = (this.#explored ??= timedGraphs(this.#explore()));
    const question = timedQuestionOf(rule, { graph, model: this.#model, width: 'wide' });
    if (question === undefined) return isOpen ? verdict : { ...verdict, timing: 'open' };
    const search = new TimedSearch(wide, question);
    const first = search.run(zonesMax);
    if (first === undefined) {
      if (isOpen) return search.isComplete ? { ...verdict, verdict: 'holds' } : verdict;
      return { ...verdict, timing: search.isComplete ? 'impossible' : 'open' };
    }
    // What is the same in both widths has perhaps been found already, and need not be made a second time.
    const certain = question.isExact
      ? question
      : (timedQuestionOf(rule, { graph, model: this.#model, width: 'narrow' }) ?? question);
    const shown =
      (question.isExact ? told(this.#model, narrow, first) : undefined) ??
      told(this.#model, narrow, new TimedSearch(narrow, certain).run(zonesMax));
    if (shown !== undefined)
      return { rule, verdict: isOpen ? 'broken' : verdict.verdict, timing: 'possible', ...shown };
    return isOpen ? verdict : { ...verdict, timing: 'open' };
  }
}

interface Explored {
  readonly graph: Graph;
  /** More than can happen, and less: they differ only in what goes by days. */
  readonly wide: TimedGraph;
  readonly narrow: TimedGraph;
}

function timedGraphs(graph: Graph): Explored {
  return { graph, wide: new TimedGraph(graph, 'wide'), narrow: new TimedGraph(graph, 'narrow') };
}

/** A history with the times at which its steps can happen, and who goes it; undefined if there is none, or it is not certain that they can. */
function told(
  model: Model,
  narrow: TimedGraph,
  history: readonly TimedStep[] | undefined,
): Required<Pick<Verdict, 'story' | 'particulars'>> | undefined {
  if (history === undefined) return undefined;
  const story = narrow
    .times(history)
    ?.map((at, index) => ({ ...storyStep(narrow.graph, present(history[index], 'a step')), at }));
  return story && { story, particulars: whoWent(model, narrow.graph, history) };
}
