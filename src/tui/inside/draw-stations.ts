import { alignPoints, cellsOf, count, fit, fixed, share, signed, type InsideView } from '../../report/index.ts';
import { drawSparkline } from '../drawing/draw-sparkline.ts';
import { drawTable, type Column } from '../drawing/draw-table.ts';
import { estimateTexts } from '../drawing/estimate-texts.ts';
import { lineOf, type Line } from '../drawing/line.ts';
import { moreLine } from '../drawing/more-line.ts';
import { markedWindowOf } from '../drawing/window-of.ts';
import type { Around } from '../place.ts';
import { weekWords } from '../week/words.ts';
import { weeksMax } from '../weeks.ts';
import { insideWords } from './words.ts';

/** The table of stations, as many as there is height for: how busy, how long the lines, how long the waits, when; beside the base where there is room. */
export function drawStations(
  {
    view,
    chosen,
    isPointed,
    base,
  }: {
    readonly view: InsideView;
    readonly chosen: string | undefined;
    /** Whether the pointer is here. */
    readonly isPointed: boolean;
    readonly base: string;
  },
  around: Around,
): readonly Line[] {
  const words = insideWords(around.words.language);
  const { waitScale } = view;
  const pointed = view.stations.find(({ name }) => name === chosen);
  const { above, items: stations, below } = markedWindowOf(view.stations, pointed, around.height - 2);
  const isBeside = stations.some((each) => each.busyInBase !== undefined);
  const waits = estimateTexts(
    stations.map((each) => each.wait),
    waitScale,
  );
  const changes = alignPoints(
    stations.map(({ wait, waitInBase }) =>
      wait === undefined || waitInBase === undefined ? '' : signed(wait.value - waitInBase, waitScale.decimalsMax),
    ),
  );
  const means = alignPoints(stations.map((each) => fixed(each.queueMean, each.queueMean < 100 ? 1 : 0)));
  const text = (head: string, rank: number, subhead = ' '): Column => ({
    head: lineOf(head, 'dim'),
    subhead: lineOf(subhead, 'dim'),
    align: 'right',
    rank,
  });
  const columns: readonly { readonly column: Column; readonly texts: readonly string[] }[] = [
    {
      column: {
        ...text(words.station, 0),
        align: 'left',
        least: Math.min(20, Math.max(...stations.map((each) => cellsOf(each.label)))),
      },
      texts: stations.map((each) => each.label),
    },
    { column: text(words.count, 5), texts: stations.map((each) => count(each.count)) },
    { column: text(words.busy, 1, words.whenOpen), texts: stations.map((each) => share(each.busy)) },
    ...(isBeside
      ? [{ column: text(words.in(base), 6), texts: stations.map((each) => share(each.busyInBase ?? Number.NaN)) }]
      : []),
    { column: text(words.queue, 2, words.mean), texts: means },
    { column: text(words.most, 4), texts: stations.map((each) => count(each.queueMost)) },
    { column: { ...text(words.wait(waitScale.unit), 0), align: 'left' }, texts: waits },
    ...(isBeside ? [{ column: text(words.to(base), 3), texts: changes }] : []),
  ];
  const isWide = around.width >= 150;
  const { replications } = view;
  const behind = weekWords(around.words.language).behind(replications, weeksMax);
  const isWhole = replications === 0 || replications === weeksMax;
  const week: Column = {
    head: lineOf(
      isWide && replications > 0
        ? `${words.line}${around.words.punctuation.comma}${behind}`
        : isWhole
          ? words.line
          : words.lineSoFar(replications, weeksMax),
      'dim',
    ),
    subhead: (width) => lineOf(words.days.map((day) => fit(day, { width: Math.floor(width / 7) })).join(''), 'dim'),
    align: 'left',
    rank: 1,
    least: 14,
    natural: isWide ? 84 : 21,
  };
  const [head = [], subhead = [], ...lines] = drawTable(
    {
      columns: [...columns.map(({ column }) => column), week],
      rows: stations.map((station, at) => ({
        id: station.name,
        letter: station.alarm === undefined ? [] : lineOf('!', 'alarm'),
        cells: [
          ...columns.map(({ texts }) => lineOf(texts[at] ?? '')),
          (width): Line =>
            station.line === undefined
              ? []
              : drawSparkline(station.line, { width: Math.floor(width / 7) * 7, glyphs: around.glyphs }),
        ],
      })),
      chosen: isPointed ? chosen : undefined,
    },
    around,
  );
  return [head, subhead, ...moreLine(above, around), ...lines, ...moreLine(below, around)];
}
