import type { Minutes } from '../base/index.ts';
import { hangsOnDays } from '../rules/index.ts';
import type { Coverage, Particulars, Proof, Rule, StoryStep, Structure, Waiting } from '../rules/index.ts';
import { citationText } from './citation-text.ts';
import { coverageNotes } from './coverage-text.ts';
import { csvText } from './csv.ts';
import { count } from './numbers.ts';
import { happeningName } from './names.ts';
import { pageOutput } from './page-output.ts';
import { particularsText } from './particulars-text.ts';
import { brokenCount, verdictText } from './rule-verdict.ts';
import type { Table } from './table.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** What `check` has found: by proof, of the machine itself (none where not all was looked at), and the rules that are still to be written. */
interface Checking {
  readonly proof: Proof;
  readonly structure: Structure | undefined;
  readonly coverage: { readonly byRules: Coverage };
  readonly waiting: readonly Waiting[];
}

/** What `check` prints: the rules of a flow with their verdicts, a history for each that is broken, and how many wait to be written; verbose: which. */
export function proofText({ proof, structure, coverage, waiting }: Checking, options: TextOptions): string {
  const { words, format, verbose = false } = options;
  const { language } = words;
  if (format === 'csv')
    return csvText([
      ['rule', 'verdict', 'timing', 'says', 'source', 'severity'],
      ...proof.verdicts.map(({ rule, verdict, timing = '' }) => [
        rule.id,
        verdict,
        timing,
        rule.says[language],
        rule.source,
        rule.severity ?? 'error',
      ]),
    ]);
  const rules: Table = {
    heading: '',
    columns: [
      { head: words.rule, align: 'left', rank: 0 },
      { head: words.ruleVerdict, align: 'left', rank: 0 },
      { head: words.ruleSays, align: 'left', rank: 0, least: 24 },
      { head: words.ruleSource, align: 'left', rank: 1 },
    ],
    rows: proof.verdicts.map(({ rule, verdict }) => [
      visible(rule.id),
      verdictText({ rule, verdict }, words.ruleVerdicts, words),
      visible(rule.says[language]),
      citationText(rule.source, language),
    ]),
  };
  const broken = proof.verdicts.filter(({ verdict }) => verdict === 'broken');
  return pageOutput(
    {
      title: words.proofTitle(proof.flow),
      tables: [
        rules,
        ...broken.flatMap(({ rule, story, particulars, timing }) => {
          if (story === undefined || particulars === undefined) return [];
          const possible =
            timing === undefined ? '' : words.punctuation.aside(words.storyPossible(words.timings[timing]));
          return [storyTable(`${headingOf(rule, words)}${possible}`, { story, particulars }, words)];
        }),
        ...(verbose ? [waitingTable(waiting, words)] : []),
      ],
      notes: [
        ...(broken.some(({ story }) => story !== undefined) ? [words.shortest] : []),
        ...(broken.some(({ timing }) => timing === 'possible') ? [words.storyTimes] : []),
        ...(broken.some(({ rule, timing }) => timing === 'possible' && hangsOnDays(rule)) ? [words.storyOnAnyDay] : []),
        ...proof.verdicts.flatMap(({ rule, verdict, timing }) =>
          verdict === 'holds' && timing !== undefined && timing !== 'possible'
            ? [words.witnessPossible(visible(rule.id), words.timings[timing])]
            : [],
        ),
        ...openNotes(proof, words),
        ...(proof.verdicts.some(({ verdict }) => verdict === 'never') ? [words.neverTriggered] : []),
        ...structureNotes(structure, options),
        ...coverageNotes(coverage, options),
        ...(waiting.length > 0 && !verbose ? [words.rulesWait(count(waiting.length))] : []),
        words.proofNote({
          ...(proof.depth === undefined ? {} : { depth: count(proof.depth) }),
          states: count(proof.states),
          steps: count(proof.steps),
          rules: count(proof.verdicts.length),
          broken: brokenCount(proof.verdicts, words),
        }),
      ],
    },
    options,
  );
}

/** Why rules are open though all was looked at. */
function openNotes({ verdicts }: Proof, { openByDays, punctuation }: Words): readonly string[] {
  const open = verdicts.filter(({ verdict, depth }) => verdict === 'open' && depth === undefined);
  return open.length === 0 ? [] : [openByDays(open.map(({ rule }) => visible(rule.id)).join(punctuation.list))];
}

/** Rules that are not written yet, with what they wait for. */
function waitingTable(waiting: readonly Waiting[], words: Words): Table {
  return {
    heading: words.waitingRules,
    columns: [
      { head: words.rule, align: 'left', rank: 0 },
      { head: words.ruleSays, align: 'left', rank: 0, least: 24 },
      { head: words.waitsFor, align: 'left', rank: 0 },
    ],
    rows: waiting.map((each) => [
      visible(each.id),
      visible(each.says[words.language]),
      visible(each.for[words.language]),
    ]),
  };
}

/** What is odd about the machine, and from where release is out of reach, or any ending if more is to be said; nothing if not all was looked at. */
function structureNotes(
  structure: Structure | undefined,
  { words, verbose }: Pick<TextOptions, 'words' | 'verbose'>,
): readonly string[] {
  if (structure === undefined) return [];
  const { neverEntered, neverTaken, deadEnds, livelocks, endings } = structure;
  const odd = [
    ...(neverEntered.length === 0 ? [] : [words.neverEntered(neverEntered.join(words.punctuation.list))]),
    ...neverTaken.map(words.neverTaken),
    ...deadEnds.map((states) => words.deadEnd(states.join(' + '))),
    ...livelocks.map((states) => words.livelock(states.join(' + '))),
  ];
  return [
    ...(odd.length === 0 ? [words.structureSound] : odd),
    ...endings
      .filter(({ milestone, tooLateIn }) => tooLateIn.length > 0 && (verbose === true || milestone === 'released'))
      .map(({ milestone, tooLateIn }) => words.tooLate(milestone, tooLateIn.join(words.punctuation.list))),
  ];
}

/** `M1: What is taken home was paid for.` */
export function headingOf(rule: Rule, { language }: Words): string {
  return [rule.id, rule.says[language]]
    .filter((text) => text !== '')
    .map(visible)
    .join(': ');
}

/** A history as a table, a line for each step, and which consignment it is about. */
export function storyTable(
  heading: string,
  { story, particulars }: { readonly story: readonly StoryStep[]; readonly particulars: Particulars },
  words: Words,
): Table {
  const isTimed = story.some(({ at }) => at !== undefined);
  return {
    heading,
    lead: particularsText(particulars, words),
    columns: [
      { head: '', align: 'right', rank: 0 },
      ...(isTimed ? [{ head: words.storyAt, align: 'left', rank: 0 } as const] : []),
      { head: words.storyCause, align: 'left', rank: 0 },
      { head: words.storyEvents, align: 'left', rank: 0, least: 12 },
      { head: words.storyStates, align: 'left', rank: 1, least: 20 },
    ],
    rows: story.map((step, index) => [
      String(index + 1),
      ...(isTimed ? [spanText(step.at, words)] : []),
      step.cause === '' ? words.storyBegins : eventName(step.cause, words),
      told(step)
        .map((event) => eventName(event, words))
        .join(words.punctuation.list),
      // Of the states only those that are new: the others are where they were.
      step.states.filter((state) => step.events.includes(`enter:${state}`)).join(words.punctuation.list),
    ]),
  };
}

/** An event of a story; in English by the name that rules use. */
export function eventName(event: string, { language }: Words): string {
  return language === 'en' ? visible(event) : happeningName(event, language);
}

/** What a step does, without the states that say it again. */
function told({ cause, events }: StoryStep): readonly string[] {
  return events.filter((event) => event !== cause && !event.startsWith('enter:') && !event.startsWith('leave:'));
}

/** From when to when, as `3 h..4 h 30 min`; `3 h..` without an end. */
function spanText(span: StoryStep['at'], words: Words): string {
  if (span === undefined) return '';
  const { earliest, latest } = span;
  if (earliest === latest) return exactly(earliest, words);
  return `${exactly(earliest, words)}..${Number.isFinite(latest) ? exactly(latest, words) : ''}`;
}

/** A length of time to the second. */
function exactly(minutes: Minutes, { exactLength }: Words): string {
  const seconds = Math.round(minutes * 60);
  return exactLength({
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  });
}
