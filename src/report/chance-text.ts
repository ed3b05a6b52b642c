import type { Finding, Findings, Replayed } from '../chance/index.ts';
import { csvText } from './csv.ts';
import { count, share } from './numbers.ts';
import { pageOutput } from './page-output.ts';
import { storyTable } from './proof-text.ts';
import type { Table } from './table.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** What `check --by chance` prints; `again` gives the command that shows the history of a path. */
export function chanceText(of: Findings, again: (path: string) => string, options: TextOptions): string {
  const { words, format } = options;
  const rows = of.findings.map(({ rule, verdict, triggered, broken, brokenInTime }) => [
    rule.id,
    words.chanceVerdicts[verdict],
    String(triggered),
    String(broken),
    String(brokenInTime),
    visible(rule.says[words.language]),
    rule.source,
  ]);
  if (format === 'csv')
    return csvText([['rule', 'verdict', 'triggered', 'broken', 'broken in time', 'says', 'source'], ...rows]);
  const broken = of.findings.filter(({ verdict }) => verdict === 'broken');
  const page = pageOutput(
    {
      title: words.chanceTitle(of.flow),
      tables: [
        {
          heading: '',
          columns: [
            { head: words.rule, align: 'left', rank: 0 },
            { head: words.ruleVerdict, align: 'left', rank: 0 },
            { head: words.chanceTriggered, align: 'right', rank: 1 },
            { head: words.chanceBroken, align: 'right', rank: 1 },
            { head: words.chanceBrokenInTime, align: 'right', rank: 2 },
            { head: words.ruleSays, align: 'left', rank: 0, least: 24 },
            { head: words.ruleSource, align: 'left', rank: 3 },
          ],
          rows,
        },
        ...broken.map((finding) => historyTable(finding, words)),
      ],
      notes: [
        ...broken.flatMap(({ rule, counterexample }) =>
          counterexample === undefined
            ? []
            : [
                words.chanceFound({
                  rule: rule.id,
                  after: count(counterexample.after),
                  steps: count(counterexample.steps),
                  shortest: count(counterexample.story.length),
                }),
              ],
        ),
        words.chanceNote({
          histories: count(of.histories),
          events: count(of.events),
          ignored: share(of.ignoredShare),
          ended: share(of.endedShare),
          seed: of.seed,
        }),
        words.chanceProvesNothing,
      ],
    },
    options,
  );
  if (broken.length === 0) return page;
  // Never wrapped: a command is a line to be copied. Indented, Markdown takes it as it is.
  const commands = broken.map(({ counterexample }) => `    ${again(counterexample?.path ?? '')}\n`);
  return `${page}\n${words.chanceAgain}\n\n${commands.join('')}`;
}

/** What `check --by chance --replay` prints: one history, and what it breaks. */
export function replayText({ flow, path, story, broken }: Replayed, options: TextOptions): string {
  const { words } = options;
  const table = storyTable('', story, words);
  if (options.format === 'csv') return csvText([table.columns.map(({ head }) => head), ...table.rows]);
  return pageOutput(
    {
      title: words.replayTitle(flow, path),
      tables: [table],
      notes: [words.replayNote(broken.map(({ id }) => id).join(', '))],
    },
    options,
  );
}

function historyTable({ rule, counterexample }: Finding, words: Words): Table {
  const story = counterexample?.story ?? [];
  return storyTable(`${rule.id}: ${visible(rule.says[words.language])}`, story, words);
}
