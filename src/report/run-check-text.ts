import type { Charge, RunVerdict, ScenarioResult } from '../experiment/index.ts';
import { standings, type Coverage } from '../rules/index.ts';
import { titleIn } from './compare-view.ts';
import { citationText } from './citation-text.ts';
import { coverageNotes } from './coverage-text.ts';
import { csvText } from './csv.ts';
import { count, fixed, missing, money, share } from './numbers.ts';
import { pageOutput } from './page-output.ts';
import { brokenCount, verdictText } from './rule-verdict.ts';
import { historyTable } from './rule-tables.ts';
import type { Table } from './table.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** What `check --by run` prints: by rule what the runs say, with the figure that it rests on and its interval, and the first consignment that broke it. */
export function runCheckText(
  {
    result,
    verdicts,
    coverage,
  }: {
    readonly result: ScenarioResult;
    readonly verdicts: readonly RunVerdict[];
    readonly coverage: { readonly byRules: Coverage; readonly byRuns: Coverage };
  },
  options: TextOptions,
): string {
  const { words, format, verbose = false } = options;
  if (format === 'csv')
    return csvText([
      ['rule', 'verdict', ...standings, 'figure', 'unit', 'low', 'high', 'says', 'source', 'severity'],
      ...verdicts.map(({ rule, verdict, counts, figure }) => [
        rule.id,
        verdict,
        ...standings.map((standing) => counts?.[standing] ?? ''),
        figure?.value ?? '',
        figure?.unit ?? '',
        ...(figure?.interval ?? ['', '']),
        rule.says[words.language],
        rule.source,
        rule.severity ?? 'error',
      ]),
    ]);
  const shown = verbose ? undefined : 1;
  return pageOutput(
    {
      title: words.runCheckTitle(visible(titleIn(result, words.language))),
      tables: [
        verdictTable(verdicts, words),
        ...verdicts.flatMap(({ rule, verdict, examples }) =>
          verdict === 'broken'
            ? examples.slice(0, shown).map((example) => historyTable(example, `${visible(rule.id)}: `, words))
            : [],
        ),
      ],
      notes: [
        ...verdicts.flatMap(({ rule, charges: [first] }) =>
          first === undefined
            ? []
            : [
                words.ruleCharge({
                  rule: visible(rule.id),
                  consignment: words.ruleExample({
                    consignment: count(first.consignment),
                    replication: count(first.replication + 1),
                  }),
                  charged: money(first.charged, first.currency),
                  expected: expectedText(first, words),
                }),
              ],
        ),
        ...(verdicts.some(({ verdict }) => verdict === 'open') ? [words.ruleUndecided] : []),
        ...coverageNotes(coverage, options),
        words.runCheckNote({
          replications: count(result.replications),
          consignments: count(result.consignments.counted),
          rules: count(verdicts.length),
          broken: brokenCount(verdicts, words),
        }),
      ],
    },
    options,
  );
}

function verdictTable(verdicts: readonly RunVerdict[], words: Words): Table {
  return {
    heading: '',
    columns: [
      { head: words.rule, align: 'left', rank: 0 },
      { head: words.ruleVerdict, align: 'left', rank: 0 },
      { head: words.ruleFigure, align: 'right', rank: 0 },
      { head: words.intervalHead('95 %'), align: 'left', rank: 1 },
      ...standings.map((standing) => ({
        head: words.ruleCounts[standing],
        align: 'right' as const,
        rank: standing === 'broken' ? 1 : 2,
      })),
      { head: words.ruleSays, align: 'left', rank: 0, least: 24 },
      { head: words.ruleSource, align: 'left', rank: 3 },
    ],
    rows: verdicts.map(({ rule, verdict, counts, figure }) => [
      visible(rule.id),
      verdictText({ rule, verdict }, words.ruleVerdicts, words),
      figure === undefined || verdict === 'never' ? missing : figureText(figure.value, figure.unit),
      figure === undefined ? '' : intervalText(figure),
      ...standings.map((standing) => (counts === undefined ? missing : count(counts[standing]))),
      visible(rule.says[words.language]),
      citationText(rule.source, words.language),
    ]),
  };
}

function expectedText({ expected, currency }: Charge, words: Words): string {
  if ('equals' in expected) return money(expected.equals, currency);
  if ('atLeast' in expected) return words.atLeast(money(expected.atLeast, currency));
  return words.atMost(money(expected.atMost, currency));
}

/** Nothing where all replications agree. */
function intervalText({ interval, unit }: NonNullable<RunVerdict['figure']>): string {
  if (interval === null || interval[0] === interval[1]) return '';
  return `[${interval.map((end) => figureText(end, unit)).join(', ')}]`;
}

function figureText(value: number, unit: 'share' | 'h'): string {
  if (unit === 'share') return share(value);
  return Number.isFinite(value) ? `${fixed(value, Math.abs(value) < 10 ? 2 : 1)} h` : missing;
}
