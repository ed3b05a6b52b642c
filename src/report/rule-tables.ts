import type { RuleExample, RuleResult, ScenarioResult } from '../experiment/index.ts';
import { letterOf } from './compare-view.ts';
import { count, fixed, missing, share } from './numbers.ts';
import { particularsText } from './particulars-text.ts';
import { eventName } from './proof-text.ts';
import type { Table } from './table.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** How the rules were kept in the runs of scenarios, and what happened to consignments that broke one; nothing where no rules were asked for. */
export function ruleTables(
  scenarios: readonly ScenarioResult[],
  { words, verbose = false }: TextOptions,
): readonly Table[] {
  const [first, ...others] = scenarios;
  if (first?.rules === undefined) return [];
  const isAlone = others.length === 0;
  const table = isAlone ? aloneTable(first.rules, words) : besideTable(scenarios, words);
  // One history is read; all five, and those of scenarios side by side, are for those who ask.
  const shown = verbose ? undefined : isAlone ? 1 : 0;
  const histories = scenarios.flatMap(({ rules = [] }, index) =>
    rules.flatMap(({ rule, examples }) =>
      examples
        .slice(0, shown)
        .map((example) =>
          historyTable(example, `${isAlone ? '' : `${letterOf(index)}, `}${visible(rule.id)}: `, words),
        ),
    ),
  );
  return [table, ...histories];
}

/** The rules of one scenario, with all that is known of each. */
function aloneTable(rules: readonly RuleResult[], words: Words): Table {
  return {
    heading: words.rulesInRuns,
    columns: [
      { head: words.rule, align: 'left', rank: 0 },
      { head: words.ruleBroken, align: 'right', rank: 0 },
      { head: words.intervalHead('95 %'), align: 'left', rank: 2 },
      ...[words.ruleCounts.broken, words.ruleCounts.kept, words.ruleCounts.open, words.ruleCounts.never].map(
        (head) => ({ head, align: 'right' as const, rank: 1 }),
      ),
      { head: words.ruleSays, align: 'left', rank: 3, least: 24 },
    ],
    rows: rules.map((each) => [
      visible(each.rule.id),
      shareText(each),
      intervalText(each),
      ...[each.broken, each.kept, each.open, each.never].map(count),
      visible(each.rule.says[words.language]),
    ]),
  };
}

/** The shares that broke each rule, scenarios side by side. */
function besideTable(scenarios: readonly ScenarioResult[], words: Words): Table {
  const all = new Map(scenarios.flatMap(({ rules = [] }) => rules.map(({ rule }) => [rule.id, rule] as const)));
  return {
    heading: words.rulesInRuns,
    columns: [
      { head: words.rule, align: 'left', rank: 0 },
      ...scenarios.map((_, index) => ({ head: letterOf(index), align: 'right' as const, rank: 0 })),
      { head: words.ruleSays, align: 'left', rank: 1, least: 24 },
    ],
    rows: [...all.values()].map((rule) => [
      visible(rule.id),
      ...scenarios.map(({ rules = [] }) => {
        const own = rules.find((each) => each.rule.id === rule.id);
        return own === undefined ? missing : shareText(own);
      }),
      visible(rule.says[words.language]),
    ]),
  };
}

/** A consignment that broke a rule, with all that happened to it. */
export function historyTable(
  { replication, consignment, particulars, history = [] }: RuleExample,
  of: string,
  words: Words,
): Table {
  return {
    heading: `${of}${words.ruleExample({ consignment: count(consignment), replication: count(replication + 1) })}`,
    ...(particulars === undefined ? {} : { lead: particularsText(particulars, words) }),
    columns: [
      { head: words.hour, align: 'right', rank: 0 },
      { head: words.storyEvents, align: 'left', rank: 0, least: 12 },
      { head: words.storyStates, align: 'left', rank: 1, least: 20 },
    ],
    rows: history.map(({ at, events, states }) => [
      fixed(at / 60, 1),
      events
        .filter((event) => !event.startsWith('enter:') && !event.startsWith('leave:'))
        .map((event) => eventName(event, words))
        .join(words.punctuation.list),
      // Of the states only those that are new: the others are where they were.
      states.filter((state) => events.includes(`enter:${state}`)).join(words.punctuation.list),
    ]),
  };
}

/** What nothing has triggered says nothing. */
function shareText({ broken, kept, open, brokenShare }: RuleResult): string {
  return broken + kept + open === 0 ? missing : share(brokenShare.share);
}

function intervalText({ broken, brokenShare: { interval } }: RuleResult): string {
  return interval === null || broken === 0 ? '' : `[${share(interval[0])}, ${share(interval[1])}]`;
}
