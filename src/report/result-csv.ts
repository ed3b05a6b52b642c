import { level, type Comparison, type Difference, type Interval, type ScenarioResult } from '../experiment/index.ts';
import { csvText, type CsvCell } from './csv.ts';

/** A comparison as one table: a line for each scenario and indicator; durations in hours, shares 0..1, not rounded. */
export function comparisonCsv(comparison: Comparison): string {
  const lines = comparison.scenarios.flatMap((result) =>
    indicatorRows(result).map(({ indicator, cells }) => {
      const found = comparison.differences.find(
        (each) => each.scenario === result.scenario && each.indicator === indicator,
      );
      return [...cells, ...differenceCells(found)];
    }),
  );
  return csvText([[...indicatorHeads, ...differenceHeads], ...lines]);
}

/** The indicators of one scenario, a line each. */
export function resultCsv(result: ScenarioResult): string {
  return csvText([indicatorHeads, ...indicatorRows(result).map((row) => row.cells)]);
}

const indicatorHeads = [
  'scenario',
  'indicator',
  'from',
  'to',
  'unit',
  'count',
  'mean',
  'meanLow',
  'meanHigh',
  'level',
  'p50',
  'p50Low',
  'p50High',
  'p90',
  'p90Low',
  'p90High',
  'p95',
  'p95Low',
  'p95High',
  'replications',
  'seed',
];

const differenceHeads = [
  'difference',
  'differenceLow',
  'differenceHigh',
  'relative',
  'verdict',
  'better',
  'worse',
  'same',
  'unfinished',
  'luck',
];

function indicatorRows(
  result: ScenarioResult,
): readonly { readonly indicator: string; readonly cells: readonly CsvCell[] }[] {
  const indicators = Object.entries(result.indicators).map(([indicator, one]) => ({
    indicator,
    cells: [
      result.scenario,
      indicator,
      one.from,
      one.to,
      one.unit,
      one.count,
      one.mean,
      ...ends(one.interval),
      one.level,
      ...[one.p50, one.p90, one.p95].flatMap(({ value, interval }) => [value, ...ends(interval)]),
      result.replications,
      result.seed,
    ],
  }));
  return [...indicators, ...ruleRows(result)];
}

/** The shares of consignments that broke rules, in the columns of indicators. */
function ruleRows(result: ScenarioResult): ReturnType<typeof indicatorRows> {
  return (result.rules ?? []).map(({ rule, kept, broken, open, never, brokenShare: { share, interval } }) => ({
    indicator: `broken:${rule.id}`,
    cells: [
      result.scenario,
      `broken:${rule.id}`,
      '',
      '',
      'share',
      kept + broken + open + never,
      share,
      ...ends(interval),
      level,
      ...Array.from({ length: 9 }, () => null),
      result.replications,
      result.seed,
    ],
  }));
}

function differenceCells(found: Difference | undefined): readonly CsvCell[] {
  if (found === undefined) return differenceHeads.map(() => null);
  const { gain } = found;
  return [
    found.difference,
    ...ends(found.interval),
    found.relative,
    found.verdict,
    ...(gain === null ? [null, null, null, null] : [gain.better, gain.worse, gain.same, gain.unfinished]),
    found.luck,
  ];
}

function ends(interval: Interval): readonly [CsvCell, CsvCell] {
  return interval ?? [null, null];
}
