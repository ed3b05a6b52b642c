import { minutesPerHour } from '../base/index.ts';
import type { PairCounts } from '../simulation/index.ts';
import { fineOf, type Histogram } from '../statistics/index.ts';
import type { Evidence } from './evidence.ts';
import { meanOfMeans } from './mean-of-means.ts';
import type { Estimate } from './scenario-result.ts';
import { level } from './summarise.ts';

/** Who gains and who loses by a variant in one indicator, consignment by consignment, all replications together. */
export interface Gainers {
  readonly all: GainerGroup;
  /** Attribute, level that a consignment has in the base. */
  readonly byAttribute: Readonly<Record<string, Readonly<Record<string, GainerGroup>>>>;
  /** Changes in minutes of all that have the indicator in both, for a picture: within 6.3 %, what is less than a minute is 0. */
  readonly changes: Histogram;
}

/** Consignments counted in base and variant. */
export interface GainerGroup {
  /** Part of all of them, 0..1. */
  readonly share: number;
  /** Parts of the group, 0..1: sooner by a minute or more, later by a minute or more, neither, without the indicator in one of both. */
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  readonly unfinished: number;
  /** Mean change of those that have the indicator in both: mean of the replications' means. Hours; 0 where there is none. */
  readonly change: Estimate;
  /** Mean change in hours of those that are better (below 0), and of those that are worse; 0 where there is none. */
  readonly gain: number;
  readonly loss: number;
}

/** Gainers and losers of a variant (its place among the variants, from 0); null where pairing is lost or one of both lacks the indicator. */
export function gainersOf(
  evidence: Evidence,
  { variant, indicator }: { variant: number; indicator: string },
): Gainers | null {
  const changes = evidence.changes[variant]?.[indicator];
  const pairs = (evidence.pairs[variant] ?? []).flatMap((pair) => pair?.[indicator] ?? []);
  const [first] = pairs;
  if (changes === undefined || first === undefined) return null;
  const all = sizeOf(pairs);
  return {
    all: groupOf(pairs, all),
    byAttribute: Object.fromEntries(
      Object.entries(first.byAttribute).map(([attribute, levels]) => [
        attribute,
        Object.fromEntries(
          Object.keys(levels).map((each) => {
            const members = pairs.flatMap((pair) => pair.byAttribute[attribute]?.[each] ?? []);
            return [each, groupOf(members, all)] as const;
          }),
        ),
      ]),
    ),
    changes: fineOf(changes),
  };
}

function groupOf(pairs: readonly PairCounts[], all: number): GainerGroup {
  const size = sizeOf(pairs);
  const share = (of: (pair: PairCounts) => number): number => (size === 0 ? 0 : sum(pairs, of) / size);
  const mean = (count: (pair: PairCounts) => number, of: (pair: PairCounts) => number): number => {
    const members = sum(pairs, count);
    return members === 0 ? 0 : sum(pairs, (pair) => count(pair) * of(pair)) / members / minutesPerHour;
  };
  const change = meanOfMeans(
    pairs.map((pair) => pair.change),
    level,
  );
  return {
    share: all === 0 ? 0 : size / all,
    better: share((pair) => pair.better),
    worse: share((pair) => pair.worse),
    same: share((pair) => pair.same),
    unfinished: share((pair) => pair.unfinished),
    change: {
      value: change.mean / minutesPerHour,
      interval:
        change.interval === null ? null : [change.interval[0] / minutesPerHour, change.interval[1] / minutesPerHour],
    },
    gain: mean(
      (pair) => pair.better,
      (pair) => pair.gain,
    ),
    loss: mean(
      (pair) => pair.worse,
      (pair) => pair.loss,
    ),
  };
}

function sizeOf(pairs: readonly PairCounts[]): number {
  return sum(pairs, (pair) => pair.better + pair.worse + pair.same + pair.unfinished);
}

function sum(pairs: readonly PairCounts[], of: (pair: PairCounts) => number): number {
  return pairs.reduce((total, pair) => total + of(pair), 0);
}
