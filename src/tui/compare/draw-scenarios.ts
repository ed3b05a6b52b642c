import {
  cellsOf,
  differences,
  share,
  timesText,
  verdictText,
  type CompareRow,
  type CompareView,
  type Figure,
  type IndicatorView,
  type Words,
} from '../../report/index.ts';
import { axisOf, drawTicks } from '../drawing/axis.ts';
import type { Around } from '../place.ts';
import type { CompareDrawing } from './compare-drawing.ts';
import { drawTable } from '../drawing/draw-table.ts';
import { drawWhisker } from '../drawing/draw-whisker.ts';
import { estimateTexts } from '../drawing/estimate-texts.ts';
import { lineOf, type Line, type Role } from '../drawing/line.ts';
import { nameColumn, type RowColumn } from './name-column.ts';
import { seriesOf } from '../drawing/series.ts';

/** The table of scenarios: figures, their differences to the base as a picture and as numbers, verdicts. */
export function drawScenarios({ view, rows, chosen, marked }: CompareDrawing, around: Around): readonly Line[] {
  const columns = scenarioColumns(view, rows, around);
  return drawTable(
    {
      columns,
      rows: rows.map((row, at) => ({
        id: row.scenario,
        letter: [
          ...lineOf(row.letter, seriesOf(row.letter)),
          ...(marked.includes(row.scenario) ? lineOf(around.glyphs.mark) : []),
        ],
        cells: columns.map((column) => column.cell(row, at)),
      })),
      chosen: chosen?.scenario,
    },
    around,
  );
}

function scenarioColumns(
  view: CompareView,
  rows: readonly CompareRow[],
  { words, glyphs, width }: Around,
): readonly RowColumn[] {
  const { indicator, also, base, differenceScale } = view;
  const isWide = width >= 110;
  const hasSpans = width >= 150;
  const name = {
    ...nameColumn(words.scenario, rows, { glyphs, most: hasSpans ? 40 : 22 }),
    subhead: hasSpans ? [] : lineOf(indicator.span, 'dim'),
  };
  const ends = rows.flatMap(({ difference }) =>
    difference === undefined ? [] : [difference.value, ...(difference.interval ?? [])],
  );
  const picture: RowColumn = {
    head: lineOf(words.differenceTo(base, differenceScale.unit), 'dim'),
    subhead: (cells) => lineOf(ends.length === 0 ? '' : drawTicks(axisOf(ends, cells)), 'dim'),
    align: 'left',
    rank: 2,
    least: 13,
    cell:
      ({ letter, difference }) =>
      (cells) =>
        ends.length === 0
          ? []
          : drawWhisker({ letter, role: seriesOf(letter), figure: difference }, { axis: axisOf(ends, cells), glyphs }),
  };
  const changes = differences(
    rows.map((row) => row.difference),
    differenceScale,
  );
  const plain = { head: [], subhead: [], align: 'right', rank: 0 } as const;
  const gained = (head: string, of: (row: CompareRow) => string, rank: number): RowColumn => ({
    ...plain,
    head: lineOf(head, 'dim'),
    rank,
    cell: (row) => lineOf(of(row)),
  });
  return [
    name,
    estimateColumn(
      indicator,
      rows.map((row) => row.mean),
      { hasSpan: hasSpans, rank: 1, words },
    ),
    ...(also !== undefined && hasSpans
      ? [
          estimateColumn(
            also,
            rows.map((row) => row.also),
            { hasSpan: true, rank: 6, words },
          ),
        ]
      : []),
    picture,
    { ...plain, cell: (row, at) => lineOf(changes.values[at] ?? '', weightOf(row)) },
    ...(isWide
      ? [
          {
            ...plain,
            head: lineOf(words.jointInterval(indicator.level), 'dim'),
            align: 'left',
            rank: 3,
            cell: (_, at) => lineOf(changes.intervals[at] ?? ''),
          } satisfies RowColumn,
        ]
      : []),
    {
      ...plain,
      head: lineOf(words.verdict, 'dim'),
      align: 'left',
      cell: (row) => lineOf(verdictText(row, words), weightOf(row)),
    },
    ...(isWide
      ? [
          gained(words.better, ({ gain }) => (gain ? share(gain.better) : ''), 4),
          gained(words.worse, ({ gain }) => (gain ? share(gain.worse) : ''), 4),
          gained(words.luck, ({ luck }) => (luck === undefined ? '' : `x ${timesText(luck)}`), 5),
        ]
      : []),
  ];
}

function estimateColumn(
  indicator: IndicatorView,
  column: readonly (Figure | undefined)[],
  of: { hasSpan: boolean; rank: number; words: Words },
): RowColumn {
  const texts = estimateTexts(column, indicator.scale);
  const head = `${indicator.head} ${indicator.scale.unit} ${of.words.interval(indicator.level)}`;
  return {
    head: lineOf(head, 'dim'),
    subhead: of.hasSpan ? lineOf(indicator.span, 'dim') : [],
    align: 'left',
    rank: of.rank,
    natural: Math.max(cellsOf(head), ...texts.map(cellsOf), of.hasSpan ? cellsOf(indicator.span) : 0),
    cell: (_, at) => lineOf(texts[at] ?? ''),
  };
}

/** Weight says how sure: bold is decided, dim is too early. */
function weightOf({ verdict, isBase }: CompareRow): Role {
  if (isBase || verdict === 'notShown') return 'plain';
  return verdict === 'shorter' || verdict === 'longer' ? 'strong' : 'dim';
}
