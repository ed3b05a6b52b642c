import { coarseBucketOf, coarseHistogram, type CoarseHistogram } from '../statistics/index.ts';
import type { PairCounts, PairResult } from './run-result.ts';

/** What is known of every counted consignment of a run, by its number; NaN where not counted or not reached. */
export interface Times {
  /** Instant of arrival of counted consignments, NaN of others. */
  readonly arrivals: Float64Array;
  readonly indicators: ReadonlyMap<string, Float64Array>;
  /** Attributes by which indicators are told apart: which of its levels each consignment has. */
  readonly groups: readonly Group[];
}

interface Group {
  readonly attribute: string;
  readonly levels: readonly string[];
  readonly of: Float64Array;
}

/** A variant against the base in one replication, by indicator. */
export interface Paired {
  readonly results: Readonly<Record<string, PairResult>>;
  /** Changes in minutes of those that have the indicator in both. */
  readonly changes: Readonly<Record<string, CoarseHistogram>>;
}

/** A change of less than a minute is none. */
const leastChange = 1;

/** Kinds of change. */
const kinds = { better: 0, worse: 1, same: 2, unfinished: 3 } as const;

/** Sets a variant against the base, consignment by consignment, for every indicator that both have. */
export function pair(base: Times, variant: Times): Paired {
  const results: Record<string, PairResult> = {};
  const changes: Record<string, CoarseHistogram> = {};
  for (const [name, before] of base.indicators) {
    const after = variant.indicators.get(name);
    if (after === undefined) continue;
    const found = compare({ before, after, base, variant });
    results[name] = found.result;
    changes[name] = found.changes;
  }
  return { results, changes };
}

function compare({
  before,
  after,
  base,
  variant,
}: {
  before: Float64Array;
  after: Float64Array;
  base: Times;
  variant: Times;
}): { readonly result: PairResult; readonly changes: CoarseHistogram } {
  const all = new Counts(1);
  const byGroup = base.groups.map((group) => ({ ...group, counts: new Counts(group.levels.length) }));
  const changes = coarseHistogram();
  const numbers = Math.min(base.arrivals.length, variant.arrivals.length);
  for (let number = 0; number < numbers; number++) {
    if (Number.isNaN(base.arrivals[number]) || Number.isNaN(variant.arrivals[number])) continue;
    const change = (after[number] ?? Number.NaN) - (before[number] ?? Number.NaN);
    const kind = kindOf(change);
    all.add(0, kind, change);
    for (const group of byGroup) group.counts.add(group.of[number] ?? 0, kind, change);
    if (kind === kinds.unfinished) continue;
    const bucket = coarseBucketOf(change);
    changes[bucket] = (changes[bucket] ?? 0) + 1;
  }
  const byAttribute = byGroup.map(({ attribute, levels, counts }) => {
    const each = levels.map((level, code) => [level, counts.at(code)] as const);
    return [attribute, Object.fromEntries(each)] as const;
  });
  return {
    result: { ...all.at(0), byAttribute: Object.fromEntries(byAttribute) },
    changes,
  };
}

/** The kind of a change in minutes; NaN where one of both lacks the indicator. */
function kindOf(change: number): number {
  if (change <= -leastChange) return kinds.better;
  if (change >= leastChange) return kinds.worse;
  return Number.isNaN(change) ? kinds.unfinished : kinds.same;
}

/** Changes by level, then by kind: how many, and their sum. */
class Counts {
  readonly #counts: Float64Array;
  readonly #sums: Float64Array;

  constructor(levels: number) {
    this.#counts = new Float64Array(4 * levels);
    this.#sums = new Float64Array(4 * levels);
  }

  add(level: number, kind: number, change: number): void {
    const place = 4 * level + kind;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#sums[place] = (this.#sums[place] ?? 0) + change;
  }

  at(level: number): PairCounts {
    const [better = 0, worse = 0, same = 0, unfinished = 0] = this.#counts.subarray(4 * level);
    const [gained = 0, lost = 0, rest = 0] = this.#sums.subarray(4 * level);
    const mean = (sum: number, count: number): number => (count === 0 ? 0 : sum / count);
    const count = better + worse + same;
    return {
      better,
      worse,
      same,
      unfinished,
      change: { count, mean: mean(gained + lost + rest, count) },
      gain: mean(gained, better),
      loss: mean(lost, worse),
    };
  }
}
