import { minutesPerHour } from '../base/index.ts';
import {
  Amounts,
  examplesMax,
  Lines,
  Passages,
  standings,
  type AmountFinding,
  type Claim,
  type Rule,
  type Standing,
} from '../rules/index.ts';
import { simulate, type Model, type Observer } from '../simulation/index.ts';
import { bucketCount, bucketLow, histogramOf, quantileInterval, shareInterval } from '../statistics/index.ts';
import type { Difference } from './comparison.ts';
import { estimateOf } from './mean-of-means.ts';
import { verdictOf } from './rule-results.ts';
import type { Interval, RuleExample, RuleResult, ScenarioResult } from './scenario-result.ts';
import { level } from './summarise.ts';

/** What runs say of a rule. */
export interface RunVerdict {
  readonly rule: Rule;
  /**
   * `open`: the interval decides neither way, or no run has shown what is possible; more replications or consignments may. `unchecked`:
   * it asks for what simulated consignments do not have, or has a window that runs do not follow.
   */
  readonly verdict: 'holds' | 'broken' | 'never' | 'open' | 'unchecked';
  /** Counted consignments by how the rule stands with them; none where it is not about single ones. */
  readonly counts: Readonly<Record<Standing, number>> | undefined;
  /**
   * What the verdict rests on: the share (0..1) of consignments or of time, or hours; none where one consignment decides. Of a quantile
   * the hours, not a finite number if it is never come to; it is judged by the share that keeps to its bound.
   */
  readonly figure: { readonly unit: 'share' | 'h'; readonly value: number; readonly interval: Interval } | undefined;
  /** The first consignments that broke it, with all that happened to them. */
  readonly examples: readonly RuleExample[];
  /** Of a rule about an amount: the first that were charged too much or too little. */
  readonly charges: readonly Charge[];
}

/** A consignment that was charged too much or too little; amounts in units of the currency. */
export type Charge = AmountFinding['examples'][number] & {
  /** From 0. */
  readonly replication: number;
  readonly currency: string;
};

/** Rules that single consignments are held against: where a rule is about a share of passages, the passage in time, under the rule's id. */
export function rulesToFollow(rules: readonly Rule[]): readonly Rule[] {
  return rules.flatMap((rule): readonly Rule[] => {
    const { claim } = rule;
    if ('template' in claim || 'never' in claim || 'possible' in claim || 'canEnd' in claim) return [rule];
    const passage = passageOf(claim);
    return passage === undefined ? [] : [{ ...rule, claim: passage }];
  });
}

/** The passage from one event to another in time that a share or quantile is about. */
function passageOf(claim: Claim): Claim | undefined {
  if ('quantile' in claim) {
    const { from, to, atMost } = claim.quantile;
    return { template: 'response', a: from, b: to, window: { within: { unit: 'minutes', count: atMost } } };
  }
  if (!('share' in claim) || typeof claim.share.of === 'string') return undefined;
  const { from, to, within } = claim.share.of;
  return { template: 'response', a: from, b: to, window: { within } };
}

/**
 * Judges rules by what runs have found. Shares and differences are judged by their intervals: within the bounds altogether they hold,
 * beyond them altogether they are broken. Rules about amounts and lines are followed through the same replications once more.
 */
export function judgeRules(
  rules: readonly Rule[],
  found: { readonly model: Model; readonly result: ScenarioResult; readonly differences: readonly Difference[] },
): readonly RunVerdict[] {
  const watched = watch(rules, found.model, found.result);
  const results = new Map((found.result.rules ?? []).map((each) => [each.rule.id, each]));
  return rules.map((rule): RunVerdict => {
    const { claim } = rule;
    const none = { rule, counts: undefined, figure: undefined, examples: [], charges: [] };
    if ('amount' in claim) return ofAmount(rule, watched.amounts, found.result.fees[claim.amount.fee]?.currency ?? '');
    if ('queue' in claim) {
      const shares = watched.lines
        .map((line) => line.get(rule.id) ?? Number.NaN)
        .filter((share) => !Number.isNaN(share));
      return { ...none, ...byShare(shares, { atLeast: claim.queue.for }) };
    }
    if ('monotone' in claim) return { ...none, ...byDifference(rule, claim.monotone, found.differences) };
    if ('share' in claim || 'quantile' in claim) {
      const of = 'share' in claim && typeof claim.share.of === 'string' ? claim.share.of : rule.id;
      const result = results.get(of);
      const bounds = 'share' in claim ? claim.share : { atLeast: claim.quantile.level };
      if (result === undefined) return { ...none, verdict: 'unchecked' };
      const { share, interval } = result.brokenShare;
      const kept = { share: 1 - share, interval: interval && ([1 - interval[1], 1 - interval[0]] as const) };
      const judged = { ...none, counts: countsOf(result), ...withinBounds(kept, bounds) };
      return 'share' in claim
        ? judged
        : { ...judged, figure: ofPassages(rule, claim.quantile.level, watched.passages) };
    }
    const result = results.get(rule.id);
    return result === undefined ? { ...none, verdict: 'unchecked' } : ofConsignments(rule, result);
  });
}

function ofConsignments(rule: Rule, result: RuleResult): RunVerdict {
  const { brokenShare, examples } = result;
  const counts = countsOf(result);
  const figure = { unit: 'share', value: brokenShare.share, interval: brokenShare.interval } as const;
  const own = { rule, counts, examples, charges: [] };
  if ('possible' in rule.claim) return { ...own, verdict: counts.kept > 0 ? 'holds' : 'open', figure: undefined };
  return { ...own, verdict: verdictOf(rule, counts, brokenShare.interval), figure };
}

/** The quantile itself, in hours; none where nobody has made the passage. `passages`: by replication, then by rule. */
function ofPassages(
  { id }: Rule,
  share: number,
  passages: readonly ReadonlyMap<string, readonly number[]>[],
): RunVerdict['figure'] {
  const histograms = passages.map((each) => histogramOf(each.get(id) ?? []));
  const found = quantileInterval(histograms, share, level);
  // Who never makes it is counted as the longest.
  const hours = (minutes: number): number => (minutes < endless ? minutes / minutesPerHour : Number.POSITIVE_INFINITY);
  return found === null
    ? undefined
    : {
        unit: 'h',
        value: hours(found.value),
        interval: found.interval && [hours(found.interval[0]), hours(found.interval[1])],
      };
}

/** Minutes of the outermost bucket of a histogram: more than lasts. */
const endless = bucketLow(bucketCount - 1);

/** `findings`: by replication. */
function ofAmount(rule: Rule, findings: readonly (readonly AmountFinding[])[], currency: string): RunVerdict {
  const own = findings.flatMap((each, replication) =>
    each
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({
        ...finding,
        examples: finding.examples.map((example) => ({ ...example, replication, currency })),
      })),
  );
  const counts = { kept: 0, broken: 0, open: 0, never: 0 };
  for (const finding of own) for (const standing of standings) counts[standing] += finding.counts[standing];
  const shares = own.flatMap(({ counts: { kept, broken } }) => (kept + broken === 0 ? [] : [broken / (kept + broken)]));
  const share = { share: estimateOf(shares, level).mean, interval: shareInterval(shares, level) };
  return {
    rule,
    verdict: verdictOf(rule, counts, share.interval),
    counts,
    figure: { unit: 'share', value: share.share, interval: share.interval },
    examples: [],
    charges: own.flatMap(({ examples }) => examples).slice(0, examplesMax),
  };
}

function countsOf({ kept, broken, open, never }: RuleResult): Readonly<Record<Standing, number>> {
  return { kept, broken, open, never };
}

interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

function byShare(shares: readonly number[], bounds: Bounds): Pick<RunVerdict, 'verdict' | 'figure'> {
  return withinBounds({ share: estimateOf(shares, level).mean, interval: shareInterval(shares, level) }, bounds);
}

function withinBounds(
  { share, interval }: { readonly share: number; readonly interval: Interval },
  { atLeast = 0, atMost = 1 }: Bounds,
): Pick<RunVerdict, 'verdict' | 'figure'> {
  const figure = { unit: 'share', value: share, interval } as const;
  if (interval === null) return { verdict: 'open', figure };
  const [low, high] = interval;
  if (low >= atLeast && high <= atMost) return { verdict: 'holds', figure };
  return { verdict: high < atLeast || low > atMost ? 'broken' : 'open', figure };
}

function byDifference(
  rule: Rule,
  { indicator, never }: Extract<Claim, { readonly monotone: unknown }>['monotone'],
  differences: readonly Difference[],
): Pick<RunVerdict, 'verdict' | 'figure'> {
  const found = differences.find((each) => each.scenario === rule.id && each.indicator === indicator);
  if (found === undefined) return { verdict: 'unchecked', figure: undefined };
  const figure = { unit: 'h', value: found.difference, interval: found.intervalAlone } as const;
  if (found.intervalAlone === null) return { verdict: 'open', figure };
  const [low, high] = found.intervalAlone;
  const [isWrong, isRight] = never === 'longer' ? [low > 0, high <= 0] : [high < 0, low >= 0];
  return { verdict: isWrong ? 'broken' : isRight ? 'holds' : 'open', figure };
}

/** What single replications tell of amounts and lines; nothing is run where no rule is about them. */
function watch(
  rules: readonly Rule[],
  model: Model,
  result: ScenarioResult,
): {
  readonly amounts: readonly (readonly AmountFinding[])[];
  /** By replication: shares by the id of the rule. */
  readonly lines: readonly ReadonlyMap<string, number>[];
  /** By replication: minutes by the id of the rule. */
  readonly passages: readonly ReadonlyMap<string, readonly number[]>[];
} {
  const aboutAmounts = rules.filter(({ claim }) => 'amount' in claim);
  const aboutLines = rules.filter(({ claim }) => 'queue' in claim);
  const aboutQuantiles = rules.filter(({ claim }) => 'quantile' in claim);
  const isWatched = aboutAmounts.length + aboutLines.length + aboutQuantiles.length > 0;
  const replications = isWatched ? result.replications : 0;
  const warmUp = result.warmUp * minutesPerHour;
  const seen = Array.from({ length: replications }, (_, replication) => {
    const amounts = new Amounts(model, aboutAmounts);
    const lines = new Lines(model, aboutLines, warmUp);
    const passages = new Passages(model, aboutQuantiles);
    const observers: readonly Observer[] = [
      ...(aboutAmounts.length === 0 ? [] : [amounts]),
      ...(aboutLines.length === 0 ? [] : [lines]),
      ...(aboutQuantiles.length === 0 ? [] : [passages]),
    ];
    const observer: Observer = {
      happened: (...what) => {
        for (const each of observers) each.happened(...what);
      },
    };
    simulate(amounts.model, { replication, warmUp, keepTimes: false, seriesBin: 0, observer, ...amounts.watch });
    const shares = lines.shares();
    const minutes = passages.minutes();
    return {
      amounts: amounts.findings(),
      lines: new Map(aboutLines.map(({ id }, index) => [id, shares[index] ?? Number.NaN])),
      passages: new Map(aboutQuantiles.map(({ id }, index) => [id, minutes[index] ?? []])),
    };
  });
  return {
    amounts: seen.map((each) => each.amounts),
    lines: seen.map((each) => each.lines),
    passages: seen.map((each) => each.passages),
  };
}
