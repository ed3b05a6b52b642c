import type { Comparison, ScenarioResult } from '../experiment/index.ts';
import { compareView, type CompareRow, type CompareView, letterOf } from './compare-view.ts';
import { comparisonCsv } from './result-csv.ts';
import {
  alignPoints,
  count,
  decimalsOf,
  differenceDecimals,
  fixed,
  intervalText,
  missing,
  scaled,
  share,
  signed,
  type Figure,
  type Scale,
} from './numbers.ts';
import { notesIn } from './notes-in.ts';
import { pageOutput } from './page-output.ts';
import { ruleTables } from './rule-tables.ts';
import { asciiPatterns, stageCells } from './stage-cells.ts';
import type { Table, TableColumn } from './table.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** What `compare` prints: the comparison by its headline indicator (or `indicator`), the stages, what the reader must know. */
export function compareText(comparison: Comparison, options: TextOptions & { readonly indicator?: string }): string {
  if (options.format === 'csv') return comparisonCsv(comparison);
  const { words } = options;
  const view = compareView(comparison, { words, indicator: options.indicator });
  const { full, span, scale } = view.indicator;
  const { colon, comma } = words.punctuation;
  const whole = `${visible(comparison.base)}${colon}${full}${comma}${span}${comma}${scale.unit === 'h' ? words.hours : words.minutes}`;
  const title = comparison.scenarios.some((each) => each.partial) ? words.partialTitle(whole) : whole;
  const tables = [
    compareTable(view, words),
    ...(view.stages.length === 0 ? [] : [stageTable(view, words)]),
    ...ruleTables(comparison.scenarios, options),
  ];
  return pageOutput({ title, tables, notes: notesOf(comparison, view, words) }, options);
}

function compareTable(view: CompareView, words: Words): Table {
  const { scale, level } = view.indicator;
  const means = figures(
    view.rows.map((row) => row.mean),
    scale,
  );
  const changes = differences(
    view.rows.map((row) => row.difference),
    view.differenceScale,
  );
  return {
    heading: '',
    columns: [
      left('', 0),
      { ...left(words.scenario, 1), least: 20 },
      right(words.mean, 0),
      left(words.intervalHead(level), 4),
      right(words.difference, 0),
      left(words.intervalHead(level), 3),
      left(words.verdict, 0),
      right(words.better, 5),
      right(words.worse, 5),
    ],
    rows: view.rows.map((row, at) => [
      row.letter,
      row.name,
      means.values[at] ?? '',
      means.intervals[at] ?? '',
      changes.values[at] ?? '',
      changes.intervals[at] ?? '',
      verdictText(row, words),
      row.gain ? share(row.gain.better) : '',
      row.gain ? share(row.gain.worse) : '',
    ]),
  };
}

function left(head: string, rank: number): TableColumn {
  return { head, align: 'left', rank };
}

function right(head: string, rank: number): TableColumn {
  return { head, align: 'right', rank };
}

function stageTable(view: CompareView, words: Words): Table {
  const { unit } = view.stageScale;
  const hoursFull = Math.max(...view.rows.map((row) => row.stageTotal));
  const bar = (row: CompareRow): string =>
    stageCells(row.stages, { hoursFull, width: 22 })
      .map((cells, stage) => (asciiPatterns[stage % asciiPatterns.length] ?? '').repeat(cells))
      .join('');
  return {
    heading: words.timeByStage(unit === 'h' ? words.hours : words.minutes),
    columns: [
      { head: '', align: 'left', rank: 0 },
      { head: words.scenario, align: 'left', rank: 1, least: 20 },
      ...view.stages.map(({ label }): TableColumn => ({ head: label, align: 'right', rank: 2 })),
      { head: words.total, align: 'right', rank: 0 },
      { head: '', align: 'left', rank: 3 },
    ],
    rows: view.rows.map((row) => [
      row.letter,
      row.name,
      ...row.stages.map((hours) => fixed(scaled(hours, unit), view.stageScale.decimalsMax)),
      fixed(scaled(row.stageTotal, unit), view.stageScale.decimalsMax),
      bar(row),
    ]),
  };
}

/** Verdict of a row in a table; `base` for the base, `-` where there is none. */
export function verdictText(row: Pick<CompareRow, 'isBase' | 'verdict'>, words: Words): string {
  if (row.isBase) return words.base;
  return row.verdict === undefined ? missing : words.verdicts[row.verdict];
}

/** A column of figures as texts. */
export interface FigureTexts {
  /** Under each other by their points. */
  readonly values: readonly string[];
  readonly intervals: readonly string[];
}

/** A column of figures. */
export function figures(column: readonly (Figure | undefined)[], scale: Scale): FigureTexts {
  return figureTexts(column, (figure) => ({ write: fixed, decimals: decimalsOf(figure, scale.decimalsMax) }));
}

/** A column of differences: with signs, and none that is decided is written as zero. */
export function differences(column: readonly (Figure | undefined)[], scale: Scale): FigureTexts {
  return figureTexts(column, (figure) => ({ write: signed, decimals: differenceDecimals(figure, scale.decimalsMax) }));
}

function figureTexts(
  column: readonly (Figure | undefined)[],
  manner: (figure: Figure) => { readonly write: typeof fixed; readonly decimals: number },
): FigureTexts {
  const texts = column.map((figure) => {
    if (figure === undefined) return { value: '', interval: '' };
    const { write, decimals } = manner(figure);
    return { value: write(figure.value, decimals), interval: intervalText(figure.interval, decimals) };
  });
  return { values: alignPoints(texts.map((text) => text.value)), intervals: texts.map((text) => text.interval) };
}

function notesOf(comparison: Comparison, view: CompareView, words: Words): readonly string[] {
  const base = comparison.scenarios.find((each) => each.scenario === comparison.base);
  const variants = view.rows.filter((row) => !row.isBase);
  return [
    ...variants.map((row) => row.sentences.join(' ')),
    ...(variants.some((row) => row.verdict === 'notShown') ? [words.notShownNote] : []),
    ...(comparison.scenarios.some((each) => each.provisional) ? [words.provisional] : []),
    ...scenarioNotes(comparison, words),
    ...(base === undefined
      ? []
      : [runsNote(base, { level: view.indicator.level, isAlone: variants.length === 0, words })]),
  ];
}

/** Notes of the scenarios, each once; one that does not hold for all has the letters of those it holds for. */
function scenarioNotes({ scenarios }: Comparison, { language, punctuation }: Words): readonly string[] {
  const notes = scenarios.map((each) => notesIn(each, language));
  return [...new Set(notes.flat())].map((note) => {
    const letters = notes.flatMap((each, index) => (each.includes(note) ? [letterOf(index)] : []));
    return `${letters.length === scenarios.length ? '' : `${letters.join(punctuation.list)}${punctuation.colon}`}${visible(note)}`;
  });
}

function runsNote(base: ScenarioResult, of: { level: string; isAlone: boolean; words: Words }): string {
  const runs = { done: count(base.replications), seed: visible(base.seed) };
  return of.isAlone ? of.words.runsNote(runs) : of.words.pairedNote({ ...runs, level: of.level });
}
