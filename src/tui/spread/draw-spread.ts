import {
  cellsOf,
  fit,
  fixed,
  missing,
  share,
  type Figure,
  type SpreadRow,
  type SpreadView,
  type Zoom,
} from '../../report/index.ts';
import { drawEcdf } from '../drawing/draw-ecdf.ts';
import { cutCell, drawTable, margin, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { estimateTexts } from '../drawing/estimate-texts.ts';
import { fitLines, lineOf, type Line } from '../drawing/line.ts';
import { seriesOf } from '../drawing/series.ts';
import { moreLine } from '../drawing/more-line.ts';
import { markedWindowOf } from '../drawing/window-of.ts';
import type { Around } from '../place.ts';
import { spreadWords } from './words.ts';

/** What the spread is drawn from. */
export interface SpreadDrawing {
  readonly view: SpreadView;
  /** Which part of the axis is shown. */
  readonly zoom: Zoom;
  /** Name of the scenario with the pointer: its curve lies on top. */
  readonly chosen: string;
  readonly hasReading: boolean;
}

/** Least lines of the curves. */
const plotLeast = 8;

/** The curves, and under them quantiles and shares as far as there is room, the chosen scenario among them. */
export function drawSpread({ view, zoom, chosen, hasReading }: SpreadDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const { indicator, rows, domain, reading } = view;
  const most = Math.max(1, height - plotLeast - 3);
  const pointed = rows.find((row) => row.scenario === chosen);
  const { above, items, below } = markedWindowOf(rows, pointed, most);
  const [head = [], ...lines] = drawRows({ view, rows: items, chosen }, around);
  const table = [head, ...moreLine(above, around), ...lines, ...moreLine(below, around)];
  const plotHeight = Math.min(31, height - table.length - 2);
  const onTop = [...rows.filter((row) => row.scenario === chosen), ...rows.filter((row) => row.scenario !== chosen)];
  const curves = onTop
    .filter((row) => row.curve.length > 0)
    .map((row) => ({ letter: row.letter, role: seriesOf(row.letter), quantiles: row.curve, band: row.band }));
  return fitLines(
    [
      titleLine(view, zoom, around),
      ...drawEcdf(
        { curves, domain, unit: indicator.scale.unit, reading: hasReading ? reading : undefined },
        { ...around, height: plotHeight },
      ),
      [],
      ...table,
    ],
    { width, height },
  );
}

/** What the curves are of, and at the right end which part of the axis is shown. */
function titleLine(view: SpreadView, zoom: Zoom, { width, words, glyphs }: Around): Line {
  const own = spreadWords(words.language);
  const { scale, full, span } = view.indicator;
  const part = `  ${own.zooms[zoom](readingText(view))} `;
  const title = own.title({ unit: scale.unit, indicator: full, span });
  const left = Math.max(0, width - margin - cellsOf(part));
  return lineOf(' '.repeat(margin) + fit(title, { width: left, ellipsis: glyphs.ellipsis }) + part, 'dim');
}

/** `24 h` */
function readingText({ reading, indicator }: SpreadView): string {
  return `${fixed(reading, reading < 10 && !Number.isInteger(reading) ? 1 : 0)} ${indicator.scale.unit}`;
}

function drawRows(
  { view, rows, chosen }: { view: SpreadView; rows: readonly SpreadRow[]; chosen: string },
  around: Around,
): readonly Line[] {
  const { scale } = view.indicator;
  const own = spreadWords(around.words.language);
  const quantile = (head: string, at: number, rank: number): TextColumn =>
    column(
      head,
      estimateTexts(
        rows.map((row) => row.quantiles[at]),
        scale,
      ),
      rank,
    );
  const columns: readonly TextColumn[] = [
    {
      ...column(
        scale.unit,
        rows.map((row) => row.name),
        0,
      ),
      least: 8,
      natural: Math.max(17, ...rows.map((row) => Math.min(32, cellsOf(row.name)))),
    },
    quantile('p50', 0, 2),
    quantile('p90', 1, 4),
    quantile('p95', 2, 3),
    column(
      own.within(readingText(view)),
      rows.map(({ within }) => shareText(within)),
      1,
    ),
  ];
  const table = drawTable(
    {
      columns,
      rows: rows.map((row, at) => ({
        id: row.scenario,
        letter: lineOf(row.letter, seriesOf(row.letter)),
        cells: columns.map(({ texts }, place) =>
          place === 0 ? cutCell(row.name, around.glyphs, 'middle') : lineOf(texts[at] ?? ''),
        ),
      })),
      chosen,
    },
    { ...around, height: rows.length + 2 },
  );
  return withoutSubhead(table);
}

interface TextColumn extends Column {
  readonly texts: readonly string[];
}

function column(head: string, texts: readonly string[], rank: number): TextColumn {
  return { head: lineOf(head, 'dim'), subhead: [], align: 'left', rank, texts };
}

/** `75 % [74, 76]`: whole ones, all with a decimal where those of the interval are alike. */
function shareText(figure: Figure | undefined): string {
  if (figure === undefined) return missing;
  const { value, interval } = figure;
  if (interval === null) return share(value);
  const written = (decimals: number): readonly string[] => interval.map((end) => fixed(100 * end, decimals));
  const [low, high] = written(0);
  const isFine = low === high && interval[0] < interval[1];
  return `${isFine ? `${fixed(100 * value, 1)} %` : share(value)} [${written(isFine ? 1 : 0).join(', ')}]`;
}
