import type { Findings, Replayed } from '../chance/index.ts';
import { citationText } from './citation-text.ts';
import { csvText } from './csv.ts';
import { count, share } from './numbers.ts';
import { pageOutput } from './page-output.ts';
import { headingOf, storyTable } from './proof-text.ts';
import { verdictText } from './rule-verdict.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';

/** What `check --by chance` prints; `again` gives the command that shows the history of a path. */
export function chanceText(of: Findings, again: (path: string) => string, options: TextOptions): string {
  const { words, format } = options;
  if (format === 'csv')
    return csvText([
      ['rule', 'verdict', 'triggered', 'broken', 'brokenInTime', 'says', 'source', 'severity'],
      ...of.findings.map(({ rule, verdict, triggered, broken, brokenInTime }) => [
        rule.id,
        verdict,
        triggered,
        broken,
        brokenInTime,
        rule.says[words.language],
        rule.source,
        rule.severity ?? 'error',
      ]),
    ]);
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
          rows: of.findings.map(({ rule, verdict, triggered, ...counts }) => [
            visible(rule.id),
            verdictText({ rule, verdict }, words.chanceVerdicts, words),
            count(triggered),
            count(counts.broken),
            count(counts.brokenInTime),
            visible(rule.says[words.language]),
            citationText(rule.source, words.language),
          ]),
        },
        ...broken.flatMap(({ rule, counterexample }) =>
          counterexample === undefined ? [] : [storyTable(headingOf(rule, words), counterexample, words)],
        ),
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
export function replayText(replayed: Replayed, options: TextOptions): string {
  const { flow, path, broken } = replayed;
  const { words } = options;
  const table = storyTable('', replayed, words);
  if (options.format === 'csv') return csvText([table.columns.map(({ head }) => head), ...table.rows]);
  return pageOutput(
    {
      title: words.replayTitle(flow, path),
      tables: [table],
      notes: [words.replayNote(broken.map(({ id }) => id).join(words.punctuation.list))],
    },
    options,
  );
}
