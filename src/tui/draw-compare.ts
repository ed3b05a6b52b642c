import { unreachable } from '../base/index.ts';
import {
  alignPoints,
  cellsOf,
  figures,
  fit,
  fixed,
  missing,
  scaled,
  share,
  signed,
  stageCells,
  timesText,
  verdictText,
  wrapped,
  type CompareRow,
  type CompareView,
  type Figure,
  type IndicatorView,
  type Scale,
  type Words,
} from '../report/index.ts';
import { axisOf, drawTicks } from './axis.ts';
import { drawChanges } from './draw-changes.ts';
import { drawStageBar, patternOf, stageRole } from './draw-stage-bar.ts';
import { drawTable, margin, type Cell, type Column } from './draw-table.ts';
import { drawWhisker } from './draw-whisker.ts';
import type { Glyphs } from './glyphs.ts';
import { beside, fitLine, fitLines, lineOf, type Line, type Role, type Room } from './line.ts';
import type { Picture } from './screen-state.ts';

/** What the body of the comparison is drawn from. */
export interface CompareDrawing {
  readonly view: CompareView;
  /** The rows in the order of the screen. */
  readonly rows: readonly CompareRow[];
  readonly chosen: CompareRow | undefined;
  /** The pictures to show, the first in the first pane: one, two or four. */
  readonly pictures: readonly Picture[];
}

type Around = Room & { readonly words: Words; readonly glyphs: Glyphs };

/** The table of scenarios, the pictures below it, and the sentences about the chosen one. */
export function drawCompare(drawing: CompareDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const { rows, chosen, pictures } = drawing;
  const isSingle = pictures.length <= 1;
  const rowsMax = Math.max(1, isSingle ? Math.floor((height - 7) / 2) : Math.floor((height - 6) / 2));
  const shown = windowOf(rows, chosen, rowsMax);
  const table = drawScenarios({ ...drawing, rows: shown }, { ...around, height: shown.length + 2 });
  const sentences = drawSentences(chosen, around, isSingle ? Math.max(2, height - 2 * shown.length - 5) : 2);
  const paneHeight = height - table.length - sentences.length - 2;
  const panes = drawPanes({ ...drawing, rows: shown }, { ...around, height: paneHeight });
  return [...table, [], ...fitLines(panes, { width, height: paneHeight }), [], ...sentences].map((line) =>
    fitLine(line, width),
  );
}

/** So many rows that the chosen one is among them. */
function windowOf(rows: readonly CompareRow[], chosen: CompareRow | undefined, most: number): readonly CompareRow[] {
  const at = rows.findIndex((row) => row === chosen);
  const first = Math.max(0, Math.min(at - most + 1, rows.length - most));
  return rows.slice(first, first + most);
}

/** A column of the table of scenarios, with what it says of each. */
interface ScenarioColumn extends Column {
  readonly cell: (row: CompareRow, at: number) => Cell;
}

function drawScenarios({ view, rows, chosen }: CompareDrawing, around: Around): readonly Line[] {
  const columns = scenarioColumns(view, rows, around);
  return drawTable(
    {
      columns,
      rows: rows.map((row, at) => ({
        id: row.scenario,
        letter: lineOf(row.letter, seriesOf(row.letter)),
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
): readonly ScenarioColumn[] {
  const { indicator, also, base, differenceScale } = view;
  const isWide = width >= 110;
  const name: ScenarioColumn = {
    head: lineOf(words.scenario, 'dim'),
    subhead: isWide ? [] : lineOf(indicator.span, 'dim'),
    align: 'left',
    rank: 0,
    least: 12,
    natural: Math.max(17, ...rows.map((row) => cellsOf(row.name))),
    cell: (row) => (cells) => lineOf(fit(row.name, { width: cells, cut: 'middle', ellipsis: glyphs.ellipsis })),
  };
  const ends = rows.flatMap(({ difference }) =>
    difference === undefined ? [] : [difference.value, ...(difference.interval ?? [])],
  );
  const picture: ScenarioColumn = {
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
  const differences = figures(
    rows.map((row) => row.difference),
    differenceScale,
    signed,
  );
  const plain = { head: [], subhead: [], align: 'right', rank: 0 } as const;
  const gained = (head: string, of: (row: CompareRow) => string, rank: number): ScenarioColumn => ({
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
      { isWide, rank: 1, words },
    ),
    ...(also !== undefined && width >= 150
      ? [
          estimateColumn(
            also,
            rows.map((row) => row.also),
            { isWide, rank: 6, words },
          ),
        ]
      : []),
    picture,
    { ...plain, cell: (row, at) => lineOf(differences.values[at] ?? '', weightOf(row)) },
    ...(isWide
      ? [
          {
            ...plain,
            head: lineOf(words.interval(indicator.level), 'dim'),
            align: 'left',
            rank: 3,
            cell: (_, at) => lineOf(differences.intervals[at] ?? ''),
          } satisfies ScenarioColumn,
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
  of: { isWide: boolean; rank: number; words: Words },
): ScenarioColumn {
  const texts = estimates(column, indicator.scale);
  return {
    head: lineOf(`${indicator.head} ${indicator.scale.unit} ${of.words.interval(indicator.level)}`, 'dim'),
    subhead: of.isWide ? lineOf(indicator.span, 'dim') : [],
    align: 'left',
    rank: of.rank,
    cell: (_, at) => lineOf(texts[at] ?? ''),
  };
}

/** `95.9 [93.2, 99.1]`, under each other by the points; `-` before it is known. */
function estimates(column: readonly (Figure | undefined)[], scale: Scale): readonly string[] {
  const { values, intervals } = figures(column, scale, fixed);
  return column.map((figure, at) =>
    figure === undefined ? missing : `${values[at] ?? ''} ${intervals[at] ?? ''}`.trimEnd(),
  );
}

/** The sentences of the chosen scenario: each on lines of its own, or run together where there is little room. */
function drawSentences(chosen: CompareRow | undefined, { width, glyphs }: Around, heightMax: number): readonly Line[] {
  const sentences = chosen?.sentences ?? ['', ''];
  const apart = sentences.flatMap((sentence) => wrapped(sentence, width - 2));
  const lines = apart.length <= heightMax ? apart : wrapped(sentences.join(' '), width - 2);
  const rest = lines.slice(heightMax - 1).join(' ');
  const shown =
    lines.length <= heightMax
      ? lines
      : [...lines.slice(0, heightMax - 1), fit(rest, { width: width - 2, ellipsis: glyphs.ellipsis })];
  return Array.from({ length: Math.max(2, shown.length) }, (_, row) => lineOf(` ${shown[row] ?? ''}`));
}

/** One picture, two side by side, or two by two. */
function drawPanes(drawing: CompareDrawing, around: Around): readonly Line[] {
  const [first, second, third, fourth] = drawing.pictures;
  const draw = (picture: Picture | undefined, width: number, height: number): readonly Line[] =>
    picture === undefined
      ? []
      : fitLines(drawPicture(picture, drawing, { ...around, width, height }), { width, height });
  if (second === undefined) return draw(first, around.width, around.height);
  const left = Math.min(80, Math.floor((around.width * 2) / 3));
  const right = around.width - left;
  if (third === undefined) return beside(draw(first, left, around.height), draw(second, right, around.height), left);
  const upper = Math.max(2 * drawing.rows.length + 2, Math.ceil(around.height / 2));
  const lower = around.height - upper;
  return [
    ...beside(draw(first, left, upper), draw(second, right, upper), left),
    ...beside(draw(third, left, lower), draw(fourth, right, lower), left),
  ];
}

function drawPicture(picture: Picture, drawing: CompareDrawing, around: Around): readonly Line[] {
  switch (picture) {
    case 'stages':
      return drawStages(drawing, around);
    case 'changes':
      return [
        title(around.words.changes(drawing.chosen?.letter ?? '', drawing.view.base)),
        ...drawChanges(drawing.chosen?.changes, around),
      ];
    case 'quantiles':
      return drawQuantiles(drawing, around);
    case 'groups':
      return drawGroups(drawing, around);
    default:
      return unreachable(picture);
  }
}

function title(text: string): Line {
  return lineOf(' '.repeat(margin) + text, 'dim');
}

function drawStages({ view, rows, chosen }: CompareDrawing, around: Around): readonly Line[] {
  const { words, glyphs, width, height } = around;
  const { unit, decimalsMax } = view.stageScale;
  const legend = view.stages.flatMap((stage, at): Line => [
    ...lineOf(patternOf(at, glyphs), stageRole(stage.name)),
    ...lineOf(` ${stage.label}  `, 'dim'),
  ]);
  const hoursFull = Math.max(0, ...rows.map((row) => row.stageTotal));
  const totals = alignPoints(
    rows.map((row) => (row.mean === undefined ? missing : fixed(scaled(row.stageTotal, unit), decimalsMax))),
  );
  const bar = width - margin - 3 - Math.max(5, ...totals.map((total) => total.length));
  const hasHours = height >= 1 + 2 * rows.length;
  const head: Line = [...title(words.timeTo(words.removal, unit)), ...lineOf('   '), ...legend];
  return [
    head,
    ...rows.flatMap((row, at) => [
      [
        ...(row === chosen ? lineOf(glyphs.pointer, 'accent') : lineOf(' ')),
        ...lineOf(row.letter, seriesOf(row.letter)),
        ...lineOf(' '),
        ...drawStageBar(
          { stages: view.stages.map(({ name }, stage) => ({ name, hours: row.stages[stage] ?? 0 })), hoursFull },
          { width: bar, glyphs },
        ),
        ...lineOf(`  ${totals[at] ?? ''}`),
      ],
      ...(hasHours ? [stageHours(row, view, { hoursFull, width: bar })] : []),
    ]),
  ];
}

/** The hours of each stage under its part of the bar; a figure without room is left out. */
function stageHours(
  row: CompareRow,
  view: CompareView,
  { hoursFull, width }: { hoursFull: number; width: number },
): Line {
  const cells = stageCells(row.stages, { hoursFull, width });
  const texts = row.stages.map((hours, stage) => {
    const room = cells[stage] ?? 0;
    const text = fixed(scaled(hours, view.stageScale.unit), view.stageScale.decimalsMax);
    return text.length < room ? fit(text, { width: room }) : ' '.repeat(room);
  });
  return lineOf(' '.repeat(margin) + texts.join(''), 'dim');
}

function drawQuantiles({ view, rows, chosen }: CompareDrawing, around: Around): readonly Line[] {
  const { indicator } = view;
  const texts = [0, 1, 2].map((at) =>
    estimates(
      rows.map((row) => row.quantiles[at]),
      indicator.scale,
    ),
  );
  const columns = quantileHeads.map((head, at): Column => ({
    head: lineOf(head, 'dim'),
    subhead: [],
    align: 'left',
    rank: at === 1 ? 2 : at,
  }));
  const name: Column = {
    head: lineOf(`${indicator.full}, ${indicator.scale.unit}`, 'dim'),
    subhead: [],
    align: 'left',
    rank: 1,
    least: 12,
  };
  const table = drawTable(
    {
      columns: [name, ...columns],
      rows: rows.map((row, at) => ({
        id: row.scenario,
        letter: lineOf(row.letter, seriesOf(row.letter)),
        cells: [lineOf(row.name), ...texts.map((column) => lineOf(column[at] ?? ''))],
      })),
      chosen: chosen?.scenario,
    },
    { ...around, height: around.height + 1 },
  );
  return withoutSubhead(table);
}

const quantileHeads = ['p50', 'p90', 'p95'];

function drawGroups({ view, rows, chosen }: CompareDrawing, around: Around): readonly Line[] {
  const { indicator } = view;
  const base = view.rows.find((row) => row.isBase) ?? rows[0];
  if (base === undefined || chosen === undefined) return [];
  const isOther = chosen !== base;
  const { decimalsMax } = indicator.scale;
  const own = alignPoints(chosen.groups.map((group) => fixed(group.mean, decimalsMax)));
  const before = alignPoints(base.groups.map((group) => fixed(group.mean, decimalsMax)));
  const change = alignPoints(
    chosen.groups.map((group, at) => signed(group.mean - (base.groups[at]?.mean ?? Number.NaN), decimalsMax)),
  );
  const column = (head: string): Column => ({ head: lineOf(head, 'dim'), subhead: [], align: 'right', rank: 0 });
  return withoutSubhead(
    drawTable(
      {
        columns: [
          { ...column(around.words.byGroup(indicator.full, indicator.scale.unit)), align: 'left', least: 12 },
          column(base.letter),
          ...(isOther ? [column(chosen.letter), column(around.words.difference)] : []),
        ],
        rows: chosen.groups.map((group, at) => ({
          id: String(at),
          letter: [],
          cells: [group.label, before[at] ?? '', ...(isOther ? [own[at] ?? '', change[at] ?? ''] : [])].map((text) =>
            lineOf(text),
          ),
        })),
        chosen: undefined,
      },
      { ...around, height: around.height + 1 },
    ),
  );
}

function withoutSubhead(table: readonly Line[]): readonly Line[] {
  return table.filter((_, row) => row !== 1);
}

/** The colour of a scenario's letter: five, then they begin again. */
function seriesOf(letter: string): Role {
  const at = Math.max(0, letter.charCodeAt(0) - 'A'.charCodeAt(0)) % 5;
  return series[at] ?? 'series0';
}

const series: readonly Role[] = ['series0', 'series1', 'series2', 'series3', 'series4'];

/** Weight says how sure: bold is decided, dim is too early. */
function weightOf({ verdict, isBase }: CompareRow): Role {
  if (isBase || verdict === 'notShown') return 'plain';
  return verdict === 'shorter' || verdict === 'longer' ? 'strong' : 'dim';
}
