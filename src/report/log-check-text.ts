import { standings, type CaseStory, type LogCheck, type LogVerdict, type Unchecked } from '../rules/index.ts';
import { citationText } from './citation-text.ts';
import { csvText } from './csv.ts';
import { instantText, zoneText } from './instant-text.ts';
import { mistakeJson } from './mistake-json.ts';
import { sentence } from './mistake-text.ts';
import { count, missing as none, share } from './numbers.ts';
import { pageOutput } from './page-output.ts';
import { brokenCount, verdictText } from './rule-verdict.ts';
import type { Table } from './table.ts';
import type { TextOptions } from './text-options.ts';
import { toJson } from './to-json.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** Events that nobody knows, of which so many are told. */
const unknownShown = 10;

/**
 * What `check` prints of a log: by rule how many cases keep and break it, and the first case that breaks it with its whole history;
 * verbose: the first five. Then what is to be known of the log.
 */
export function logCheckText(file: string, check: LogCheck, options: TextOptions): string {
  const { words, format, verbose = false } = options;
  const { verdicts, zone } = check;
  if (format === 'csv')
    return csvText([
      ['rule', 'verdict', ...standings, 'share', 'says', 'source', 'severity'],
      ...verdicts.map(({ rule, verdict, cases, share: broken }) => [
        rule.id,
        verdict,
        ...standings.map((standing) => cases[standing]),
        broken,
        rule.says[words.language],
        rule.source,
        rule.severity ?? 'error',
      ]),
    ]);
  const told = (verdict: LogVerdict): readonly CaseStory[] => verdict.examples.slice(0, verbose ? undefined : 1);
  return pageOutput(
    {
      title: words.logCheck.title(visible(file)),
      tables: [
        rulesTable(verdicts, words),
        ...verdicts.flatMap((verdict) => told(verdict).map((story) => storyTable(story, verdict, zone, words))),
      ],
      notes: notesOn(check, words),
    },
    options,
  );
}

/** The same for other programs, with all examples; times as they are written elsewhere. */
export function logCheckJson(file: string, { zone, verdicts, quality, ...check }: LogCheck): string {
  return toJson({
    log: file,
    ...check,
    quality: { ...quality, badFirst: quality.badFirst.map(mistakeJson) },
    verdicts: verdicts.map(({ examples, ...verdict }) => ({
      ...verdict,
      examples: examples.map(({ events, ...story }) => ({
        ...story,
        events: events.map(({ at, ...each }) => ({ time: timeText(at, zone), ...each })),
      })),
    })),
  });
}

/** Why a rule cannot be asked of a log, in words. */
export function whyText(why: Unchecked, { logCheck }: Words): string {
  return why.no === 'attribute' || why.no === 'calendar'
    ? logCheck.why[why.no](visible(why.name))
    : logCheck.why[why.no];
}

function rulesTable(verdicts: readonly LogVerdict[], words: Words): Table {
  const { logCheck } = words;
  return {
    heading: '',
    columns: [
      { head: words.rule, align: 'left', rank: 0 },
      { head: words.ruleVerdict, align: 'left', rank: 0 },
      ...standings.map((standing) => ({
        head: logCheck.standings[standing],
        align: 'right' as const,
        rank: standing === 'never' ? 2 : 0,
      })),
      { head: logCheck.share, align: 'right', rank: 0 },
      { head: words.ruleSays, align: 'left', rank: 0, least: 24 },
      { head: words.ruleSource, align: 'left', rank: 3 },
    ],
    rows: verdicts.map(({ rule, verdict, cases, share: broken, why }) => [
      visible(rule.id),
      verdictText({ rule, verdict }, words.ruleVerdicts, words),
      ...standings.map((standing) => (why === undefined ? count(cases[standing]) : none)),
      share(broken),
      visible(rule.says[words.language]),
      citationText(rule.source, words.language),
    ]),
  };
}

/** A case that breaks a rule; the first one names the others. */
function storyTable(story: CaseStory, { rule, examples }: LogVerdict, zone: number, words: Words): Table {
  const { logCheck } = words;
  const others = story === examples[0] ? examples.slice(1) : [];
  const which = logCheck.case({
    rule: visible(rule.id),
    name: visible(story.case),
    more: others.map((other) => visible(other.case)).join(words.punctuation.list),
  });
  return {
    heading: `${which}${words.punctuation.colon}${visible(rule.says[words.language])}`,
    columns: [
      { head: '', align: 'right', rank: 0 },
      { head: logCheck.time, align: 'left', rank: 0 },
      { head: logCheck.event, align: 'left', rank: 0, least: 20 },
      { head: logCheck.line, align: 'right', rank: 1 },
    ],
    rows: story.events.map(({ event, at, line }, index) => [
      String(index + 1),
      timeText(at, zone) ?? none,
      visible(event),
      String(line),
    ]),
  };
}

function timeText(at: number, zone: number): string | null {
  return Number.isNaN(at) ? null : instantText(at, zone);
}

function notesOn(check: LogCheck, words: Words): readonly string[] {
  const { cases, events, verdicts } = check;
  const { logCheck } = words;
  const unchecked = verdicts.flatMap(({ rule, why }) =>
    why === undefined ? [] : [{ id: visible(rule.id), why: whyText(why, words) }],
  );
  const reasons = [...new Set(unchecked.map(({ why }) => why))];
  return [
    ...reasons.map((why) => {
      const rules = unchecked.filter((each) => each.why === why).map(({ id }) => id);
      return logCheck.unchecked({ why, rules: rules.join(words.punctuation.list) });
    }),
    ...(check.countedAs === undefined ? [] : [logCheck.countedAs(visible(check.countedAs))]),
    ...missingNote(verdicts, words),
    ...qualityNotes(check, words),
    ...(verdicts.some(({ verdict }) => verdict === 'never') ? [logCheck.neverTriggered] : []),
    logCheck.summary({
      events: count(events),
      cases: count(cases),
      rules: count(verdicts.length),
      broken: brokenCount(verdicts, words),
      unchecked: count(unchecked.length),
    }),
  ];
}

/** Events that rules name and the log does not have, each with these rules and the nearest that it has. */
function missingNote(verdicts: readonly LogVerdict[], words: Words): readonly string[] {
  const nearest = new Map(verdicts.flatMap(({ missing }) => missing.map((each) => [each.name, each.nearest])));
  const list = [...nearest].map(([name, near]) => {
    const rules = verdicts.filter(({ missing }) => missing.some((each) => each.name === name));
    const said = rules.map(({ rule }) => visible(rule.id)).join(words.punctuation.list);
    return `${visible(name)}${words.punctuation.aside(`${said}${near === undefined ? '' : `${words.punctuation.semicolon}${words.nearest(visible(near))}`}`)}`;
  });
  return list.length === 0 ? [] : [words.logCheck.notThere(list.join(words.punctuation.list))];
}

/** Events that nobody knows, each with its count and the nearest word that is known. */
function unknownNote(unknown: LogCheck['unknown'], words: Words): readonly string[] {
  const list = unknown.slice(0, unknownShown).map(({ name, count: times, nearest }) => {
    const near = nearest === undefined ? '' : `${words.punctuation.semicolon}${words.nearest(visible(nearest))}`;
    return `${visible(name)}${words.punctuation.aside(`${count(times)}${near}`)}`;
  });
  const more = unknown.length - list.length;
  return list.length === 0
    ? []
    : [words.logCheck.unknown({ list: list.join(words.punctuation.list), more: more === 0 ? '' : count(more) })];
}

function qualityNotes({ cases, events, quality, unknown }: LogCheck, words: Words): readonly string[] {
  const { logCheck } = words;
  const { badFirst, caseType, timeForms } = quality;
  const ofEvents = (n: number, note: (which: string) => string): readonly string[] =>
    n === 0 ? [] : [note(logCheck.ofEvents({ n: count(n), events: count(events) }))];
  const forms = (['zoned', 'local', 'date'] as const).filter((form) => timeForms[form] > 0);
  const transitions = Object.entries(quality.otherTransitions).map(
    ([name, n]) => `${visible(name)}${words.punctuation.aside(count(n))}`,
  );
  const lines = badFirst.map((mistake) =>
    logCheck.badLine({ line: mistake.place?.line ?? 0, message: sentence(mistake, words) }),
  );
  return [
    ...(quality.bad === 0
      ? []
      : [
          logCheck.bad({ n: count(quality.bad), rows: count(quality.rows), lines: lines.join(words.punctuation.list) }),
        ]),
    ...(caseType === undefined
      ? []
      : [
          logCheck.caseType({
            name: visible(caseType.name),
            others: caseType.others.map((name) => visible(name)).join(words.punctuation.list),
          }),
          ...ofEvents(caseType.shared, logCheck.shared),
        ]),
    ...unknownNote(unknown, words),
    ...ofEvents(quality.withoutCase, logCheck.withoutCase),
    ...(transitions.length === 0 ? [] : [logCheck.otherTransitions(transitions.join(words.punctuation.list))]),
    ...ofEvents(quality.withoutTime, logCheck.withoutTime),
    ...(forms.length < 2
      ? []
      : [
          logCheck.timeForms(
            forms
              .map((form) => `${logCheck.timeForm[form]}${words.punctuation.aside(count(timeForms[form]))}`)
              .join(words.punctuation.list),
          ),
        ]),
    ...(timeForms.local + timeForms.date === 0 ? [] : [logCheck.withoutZone(zoneText(quality.localZone))]),
    ...ofEvents(quality.yearFirst, logCheck.yearFirst),
    ...ofEvents(quality.outOfOrder, logCheck.outOfOrder),
    ...ofEvents(quality.duplicates, logCheck.duplicates),
    ...(quality.cut === 0 ? [] : [logCheck.cut(logCheck.ofCases({ n: count(quality.cut), cases: count(cases) }))]),
  ];
}
