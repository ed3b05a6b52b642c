import fc from 'fast-check';
import { Bug, present } from '../base/index.ts';
import { seedKey } from '../random/index.ts';
import { proveModel, type Particulars, type Rule, type StoryStep, type Verdict } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { drafts, type Draft } from './draft.ts';
import { Follower, type History, type Step } from './follow.ts';
import { isAboutHistories, Judges, type Judgement } from './judges.ts';

/** How histories are drawn. */
export interface Draws {
  /** Any text: the same gives the same histories. */
  readonly seed: string;
  readonly histories: number;
}

/** What random histories have shown of a model. */
export interface Findings extends Draws {
  readonly flow: string;
  /** Events that were brought, and the share of them that were not pending or changed nothing. */
  readonly events: number;
  readonly ignoredShare: number;
  /** Share of histories that came to an end of the flow. */
  readonly endedShare: number;
  readonly findings: readonly Finding[];
}

/** What random histories have shown of a rule. */
export interface Finding {
  readonly rule: Rule;
  /**
   * `broken`: a history breaks it. `unbroken`: none did, which proves nothing. `shown`: what it says is possible has happened.
   * `unseen`: it has not, or nothing triggered the rule. `runs`: no history alone can break it.
   */
  readonly verdict: 'broken' | 'unbroken' | 'shown' | 'unseen' | 'runs';
  /** Histories that triggered it; all of them for claims about states and ends. */
  readonly triggered: number;
  /** Histories that break it, and those among them in which everything came when it may with the delays of the model. */
  readonly broken: number;
  readonly brokenInTime: number;
  readonly counterexample: Counterexample | undefined;
}

/** A history that breaks a rule. */
export interface Counterexample {
  /** Histories drawn until it was found, with itself. */
  readonly after: number;
  /** With the seed it leads to the smallest history that fast-check made of it. */
  readonly path: string;
  /** Steps of that history until the rule is broken. */
  readonly steps: number;
  /** The shortest history that breaks the rule, as a proof finds it; the smallest one where a proof does not tell. */
  readonly story: readonly StoryStep[];
  /** Which consignment the story is about. */
  readonly particulars: Particulars;
}

/**
 * Draws histories of single consignments and follows the rules along each. What breaks a rule is made smaller by fast-check, and
 * then replaced by the shortest history that a proof finds; that a proof finds none though it has looked at everything is a {@link Bug}.
 * Each rule must name what the model has.
 */
export function checkByChance(model: Model, rules: readonly Rule[], { seed, histories }: Draws): Findings {
  const judges = new Judges(rules.filter(isAboutHistories), model);
  const follower = new Follower(judges.model);
  const drawn = drafts(model);
  const tallies = judges.rules.map(() => new Tally());
  const total = { brought: 0, ignored: 0, ended: 0 };
  let run = 0;
  const follow = (draft: Draft): void => {
    const { history, standings } = judged(draft, follower, judges);
    total.brought += history.brought;
    total.ignored += history.ignored;
    if (history.end === 'ended') total.ended++;
    for (const [index, standing] of standings.entries()) tallies[index]?.add(standing, history, run);
    run++;
  };
  const key = seedKey(seed).low;
  const tallyOf = (rule: Rule): Tally => tallies[judges.rules.indexOf(rule)] ?? new Tally();
  fc.assert(fc.property(drawn, follow), { seed: key, numRuns: histories });
  const broken = rules.filter((rule) => tallyOf(rule).broken > 0);
  const proved = broken.length === 0 ? [] : proveModel(model, broken).verdicts;
  return {
    flow: model.scenario.flow.name,
    seed,
    histories,
    events: total.brought,
    ignoredShare: total.ignored / Math.max(1, total.brought),
    endedShare: total.ended / histories,
    findings: rules.map((rule) => {
      const { first, isShown, ...counted } = tallyOf(rule);
      const silent = isShown ? 'shown' : counted.triggered === 0 ? 'unseen' : 'unbroken';
      const verdict = counted.broken > 0 ? 'broken' : isAboutHistories(rule) ? silent : 'runs';
      const verdictOfProof = proved[broken.indexOf(rule)];
      const counterexample =
        verdictOfProof === undefined
          ? undefined
          : smallest({ proved: verdictOfProof, judges, follower, drawn, seed: key, run: first });
      return { rule, verdict, ...counted, counterexample };
    }),
  };
}

/** A history that was drawn before. */
export interface Replayed {
  readonly flow: string;
  readonly seed: string;
  readonly path: string;
  readonly story: readonly StoryStep[];
  /** Which consignment it is about. */
  readonly particulars: Particulars;
  /** The rules that it breaks. */
  readonly broken: readonly Rule[];
}

/** The history that a path leads to, and the rules that it breaks; undefined where it leads nowhere. */
export function replay(
  model: Model,
  rules: readonly Rule[],
  { seed, path }: { readonly seed: string; readonly path: string },
): Replayed | undefined {
  const judges = new Judges(rules.filter(isAboutHistories), model);
  const follower = new Follower(judges.model);
  let found: ReturnType<typeof judged> | undefined;
  const follow = (draft: Draft): void => {
    found = judged(draft, follower, judges);
  };
  try {
    fc.assert(fc.property(drafts(model), follow), { seed: seedKey(seed).low, path, numRuns: 1 });
  } catch (error) {
    // Where a path leads nowhere, fast-check cannot go on; what our own code finds wrong is no matter of the path.
    if (found !== undefined || error instanceof Bug) throw error;
  }
  if (found === undefined) return undefined;
  const { history, standings } = found;
  return {
    flow: model.scenario.flow.name,
    seed,
    path,
    story: storyOf(history.steps, history.isTimely),
    particulars: history.particulars(),
    broken: judges.rules.filter((_, index) => standings[index] === 'broken'),
  };
}

/** What is counted for a rule. */
class Tally {
  triggered: number = 0;
  broken: number = 0;
  brokenInTime: number = 0;
  isShown: boolean = false;
  /** The first run that breaks it. */
  first: number = 0;

  add(standing: Judgement, { isTimely }: History, run: number): void {
    if (standing !== 'silent') this.triggered++;
    if (standing === 'shown') this.isShown = true;
    if (standing !== 'broken') return;
    if (this.broken === 0) this.first = run;
    this.broken++;
    if (isTimely) this.brokenInTime++;
  }
}

function judged(
  draft: Draft,
  follower: Follower,
  judges: Judges,
): { readonly history: History; readonly standings: readonly Judgement[] } {
  const trial = judges.begin();
  const history = follower.follow(draft, (step, consignment) => trial.step(step, consignment));
  return { history, standings: trial.end(history) };
}

/** The smallest history that can be made of one that breaks a rule. */
function smallest(of: {
  readonly proved: Verdict;
  /** Those that the history was drawn for: with other conditions the same draft is another consignment. */
  readonly judges: Judges;
  readonly follower: Follower;
  readonly drawn: fc.Arbitrary<Draft>;
  readonly seed: number;
  readonly run: number;
}): Counterexample {
  const { proved, judges, follower, run } = of;
  const place = judges.rules.indexOf(proved.rule);
  const isKept = (draft: Draft): boolean => judged(draft, follower, judges).standings[place] !== 'broken';
  const { counterexample, counterexamplePath } = fc.check(fc.property(of.drawn, isKept), {
    seed: of.seed,
    path: String(run),
    numRuns: 1,
  });
  const [draft] = present(counterexample ?? undefined, 'the history that was found');
  const found = untilBroken(draft, follower, judges, place);
  return {
    after: run + 1,
    path: present(counterexamplePath ?? undefined, 'its path'),
    steps: found.steps.length,
    ...shortest(proved, found),
  };
}

/** A history that breaks a rule, up to the step that does; `place` is that of the rule among those judged. */
function untilBroken(draft: Draft, follower: Follower, judges: Judges, place: number): History {
  const trial = judges.begin();
  let broken = Number.POSITIVE_INFINITY;
  let count = 0;
  const history = follower.follow(draft, (step, consignment) => {
    trial.step(step, consignment);
    count++;
    const standing = trial.end({ steps: [step], end: 'cut', isTimely: draft.isTimely })[place];
    if (standing === 'broken') broken = Math.min(broken, count);
  });
  return { ...history, steps: history.steps.slice(0, broken) };
}

/** The history that is shown, and who goes it. */
function shortest(
  { rule, verdict, story, particulars, timing }: Verdict,
  { particulars: ofFound, steps: found, isTimely }: History,
): Pick<Counterexample, 'story' | 'particulars'> {
  // One that keeps to the delays may be longer than one that comes in some order.
  const isShort = timing === 'possible' || (story?.length ?? 0) <= found.length;
  if (verdict === 'broken' && story !== undefined && particulars !== undefined && isShort)
    return { story, particulars };
  // What hangs on times may be broken by them sooner than without.
  const isTimed = 'window' in rule.claim && rule.claim.window !== undefined;
  if (verdict === 'open' || (isTimed && verdict === 'broken'))
    return { story: storyOf(found, isTimely), particulars: ofFound() };
  throw new Bug(
    `a history breaks ${rule.id} in ${found.length} steps, but the proof says it ${verdict === 'broken' ? `takes ${story?.length ?? 0}` : verdict}: ${found.map(({ label }) => label.cause).join(', ')}`,
  );
}

/** A history as it is told: with times only where everything came when it may with the delays of the model. */
export function storyOf(steps: readonly Step[], isTimely: boolean): readonly StoryStep[] {
  return steps.map(({ at, label: { cause, happenings, to } }) => ({
    ...(isTimely ? { at: { earliest: at, latest: at } } : {}),
    cause,
    events: happenings.map(({ event }) => event),
    states: to.states,
  }));
}
