import type { Graph } from './graph.ts';
import type { PairTemplate } from './pattern.ts';
import { questionOf } from './question.ts';
import type { Rule } from './rule.ts';
import type { Particulars } from './particulars.ts';
import { Search, storyStep, type GraphStep, type StoryStep } from './search.ts';

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
  /** Which consignment the story is about. */
  readonly particulars?: Particulars;
  /**
   * Whether such a history is possible with the delays of the model, and not only in some order of what is pending. `possible`: the story
   * is a shortest one that is; `impossible`: none is; `open`: the search was cut, or all that were found hang on deadlines that go by days.
   * Told only where there is a story.
   */
  readonly timing?: 'possible' | 'impossible' | 'open';
  /** Of an exploration that was cut: no history of up to so many steps, entering counted, breaks the rule, or shows what is possible. */
  readonly depth?: number;
}

/**
 * Looks whether a rule can be broken, whatever delays last. Where it has a condition, the graph is one that marks the events that trigger
 * it. `who` tells which consignment a history is about; without it none is told.
 */
export function prove(
  rule: Rule,
  graph: Graph,
  who: (history: readonly GraphStep[]) => Pick<Verdict, 'particulars'> = () => ({}),
): Verdict {
  const { claim } = rule;
  const question = questionOf(rule, graph);
  if (question === undefined) return { rule, verdict: 'runs', story: undefined };
  const search = new Search(graph, question);
  const end = search.run();
  const history = end === undefined ? undefined : search.history(end);
  const story = history?.map((step) => storyStep(graph, step));
  // What was not seen to end may do so beyond the states that were explored.
  if ('canEnd' in claim && !graph.isComplete)
    return { rule, verdict: 'open', story: undefined, depth: Math.min(search.depth, (story?.length ?? Infinity) - 1) };
  const verdict = verdictOf(rule, search, end !== undefined);
  const cut = verdict === 'open' ? { depth: search.depth } : {};
  if ('window' in claim && claim.window !== undefined && !isSettled(verdict, claim.template))
    return { rule, verdict: 'open', story: undefined, ...cut };
  return { rule, verdict, story, ...(history === undefined ? {} : who(history)), ...cut };
}

function verdictOf({ claim }: Rule, search: Search, isFound: boolean): Verdict['verdict'] {
  const isPossible = 'possible' in claim;
  if (isFound) return isPossible ? 'holds' : 'broken';
  if (search.depth < Infinity) return 'open';
  if (isPossible) return 'broken';
  return 'template' in claim && !search.isTriggered ? 'never' : 'holds';
}

/**
 * Whether what is known of a rule without its window is so with it: what must come and does not, does not come in time; what never comes
 * does not come too early.
 */
function isSettled(verdict: Verdict['verdict'], template: PairTemplate): boolean {
  const isForbidden = template === 'notResponse' || template === 'notChainResponse';
  return verdict === 'never' || verdict === (isForbidden ? 'holds' : 'broken');
}
