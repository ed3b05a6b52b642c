import fc from 'fast-check';
import { Bug, present } from '../base/index.ts';
import { seedKey } from '../random/index.ts';
import { Graph, prove, type Rule, type StoryStep } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { drafts, type Draft } from './draft.ts';
import { Follower, type History, type Step } from './follow.ts';
import { Judge } from './judge.ts';

/** How histories are drawn. */
export interface Draws {
  /** Any text: the same gives the same histories. */
  readonly seed: string;
  readonly histories: number;
}

/** What random histories have shown of a model. */
export interface Findings {
  readonly flow: string;
  readonly seed: string;
  readonly histories: number;
  /** Events that were brought, and the share of them that were not pending or changed nothing. */
  readonly events: number;
  readonly ignoredShare: number;
  /** Histories that came to an end of the flow. */
  readonly endedShare: number;
  readonly findings: readonly Finding[];
}

/** What random histories have shown of a rule. */
export interface Finding {
  readonly rule: Rule;
  /**
   * `broken`: a history breaks it. `unbroken`: none did, which proves nothing. `shown`: what it says is possible has happened;
   * `unseen`: it has not, or the rule was never triggered.
   */
  readonly verdict: 'broken' | 'unbroken' | 'shown' | 'unseen';
  /** Histories that triggered it; all of them for claims about states and ends. */
  readonly triggered: number;
  /** Histories that break it. */
  readonly broken: number;
  readonly counterexample: Counterexample | undefined;
}

/** A history that breaks a rule. */
export interface Counterexample {
  /** Histories drawn before it was found, with itself. */
  readonly after: number;
  /** Leads to the smallest history that the found one was made to, with the seed. */
  readonly path: string;
  /** Steps of that history. */
  readonly steps: number;
  /** The shortest history that breaks the rule, as a proof finds it; that smallest one where the proof was cut before. */
  readonly story: readonly StoryStep[];
}

/** States at which the search for the shortest history is cut. */
const statesMax = 2_000_000;

/**
 * Draws histories of single consignments and follows the rules along each. What breaks a rule is made smaller by fast-check and
 * then replaced by the shortest history that a proof finds; that a proof finds none though it has looked at everything is a {@link Bug}.
 */
export function checkByChance(model: Model, rules: readonly Rule[], { seed, histories }: Draws): Findings {
  const follower = new Follower(model);
  const drawn = drafts(model);
  const tallies = rules.map((rule) => ({
    judge: new Judge(rule),
    first: -1,
    broken: 0,
    triggered: 0,
    isShown: false,
  }));
  const total = { brought: 0, ignored: 0, ended: 0 };
  let run = 0;
  const everyRule = (draft: Draft): void => {
    const history = follower.follow(draft);
    total.brought += history.brought;
    total.ignored += history.ignored;
    if (history.end === 'ended') total.ended++;
    for (const tally of tallies) {
      const { standing } = tally.judge.judge(history);
      if (standing !== 'silent') tally.triggered++;
      if (standing === 'shown') tally.isShown = true;
      if (standing !== 'broken') continue;
      if (tally.broken === 0) tally.first = run;
      tally.broken++;
    }
    run++;
  };
  const parameters = { seed: seedKey(seed).low, numRuns: histories };
  fc.assert(fc.property(drawn, everyRule), parameters);

  let graph: Graph | undefined;
  return {
    flow: model.scenario.flow.name,
    seed,
    histories,
    events: total.brought,
    ignoredShare: total.ignored / Math.max(1, total.brought),
    endedShare: total.ended / histories,
    findings: tallies.map(({ judge, first, broken, triggered, isShown }) => {
      const { rule } = judge;
      if (broken === 0)
        return {
          rule,
          verdict: isShown ? 'shown' : triggered === 0 ? 'unseen' : 'unbroken',
          triggered,
          broken,
          counterexample: undefined,
        };
      const small = shrink(judge, { follower, drawn, seed: parameters.seed, run: first });
      graph ??= new Graph(model, statesMax);
      return {
        rule,
        verdict: 'broken',
        triggered,
        broken,
        counterexample: {
          after: first + 1,
          path: small.path,
          steps: small.steps.length,
          story: shortest(rule, small.steps, graph),
        },
      };
    }),
  };
}

/** The history that a path leads to, with the rules that it breaks; undefined where it leads nowhere. */
export function replay(
  model: Model,
  rules: readonly Rule[],
  { seed, path }: { readonly seed: string; readonly path: string },
): { readonly story: readonly StoryStep[]; readonly broken: readonly Rule[] } | undefined {
  const follower = new Follower(model);
  let history: History | undefined;
  const keep = (draft: Draft): void => {
    history = follower.follow(draft);
  };
  fc.assert(fc.property(drafts(model), keep), { seed: seedKey(seed).low, path, numRuns: 1 });
  if (history === undefined) return undefined;
  const found = history;
  return {
    story: storyOf(found.steps),
    broken: rules.filter((rule) => new Judge(rule).judge(found).standing === 'broken'),
  };
}

/** The smallest history that fast-check makes of one that breaks a rule. */
function shrink(
  judge: Judge,
  of: { readonly follower: Follower; readonly drawn: fc.Arbitrary<Draft>; readonly seed: number; readonly run: number },
): { readonly steps: readonly Step[]; readonly path: string } {
  const isKept = (draft: Draft): boolean => judge.judge(of.follower.follow(draft)).standing !== 'broken';
  const { counterexample, counterexamplePath } = fc.check(fc.property(of.drawn, isKept), {
    seed: of.seed,
    path: String(of.run),
    numRuns: 1,
  });
  const [draft] = present(counterexample ?? undefined, 'the history that was found');
  const history = of.follower.follow(draft);
  const { steps } = judge.judge(history);
  return { steps: history.steps.slice(0, steps), path: present(counterexamplePath ?? undefined, 'its path') };
}

function shortest(rule: Rule, found: readonly Step[], graph: Graph): readonly StoryStep[] {
  const { verdict, story } = prove(rule, graph);
  if (verdict === 'broken' && story !== undefined && story.length <= found.length) return story;
  if (verdict === 'open') return storyOf(found);
  throw new Bug(
    `a history breaks ${rule.id} in ${found.length} steps, but the proof says it ${verdict === 'broken' ? `takes ${story?.length ?? 0}` : verdict}: ${found.map(({ label }) => label.cause).join(', ')}`,
  );
}

function storyOf(steps: readonly Step[]): readonly StoryStep[] {
  return steps.map(({ label: { cause, events, to } }) => ({ cause, events, states: to.states }));
}
