import {
  alignPoints,
  cellsOf,
  count,
  feeCurrencyOf,
  fixed,
  indicatorName,
  missing,
  money,
  slowestRow,
  thingName,
  visible,
  type Language,
  type Slow,
  type SlowestSort,
} from '../../report/index.ts';
import type { Recorded } from '../../simulation/index.ts';
import { cutCell, drawTable, margin, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { fitLines, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { slowestWords } from './words.ts';

/** What the list is drawn from. */
export interface SlowestDrawing {
  readonly recorded: Recorded;
  readonly indicator: string;
  readonly list: readonly Slow[];
  /** Place of the pointer in the list; -1: it is elsewhere. */
  readonly at: number;
  readonly sort: SlowestSort;
  /** Whether those are listed who lose: sorted by time is then by what they lose. */
  readonly isLosing: boolean;
  /** Letter of the base whose times are told beside; none: they are not. */
  readonly base: string | undefined;
}

/** The list, as far as the window has room; only what is seen is looked up. */
export function drawSlowest(
  { recorded, indicator, list, at, sort, isLosing, base }: SlowestDrawing,
  around: Around,
): readonly Line[] {
  const { width, height, words } = around;
  const { language } = words;
  const own = slowestWords(language);
  const currency = feeCurrencyOf(recorded.model);
  const named = indicatorName(indicator, language);
  const title = (isLosing ? own.losingTitle : sort === 'time' ? own.slowestTitle : own.title)({
    by: sort === 'time' ? (isLosing ? own.changeOf(named) : named) : own.sorts[sort],
    replication: recorded.recording.replication,
    n: count(list.length),
  });
  const head = [lineOf(' '.repeat(margin) + title, 'dim'), []];
  if (list.length === 0) return fitLines([...head, lineOf(' '.repeat(margin) + own.nobody)], { width, height });
  const most = Math.max(1, height - head.length - 1);
  // The pointer stays in the middle, so that what comes next is seen.
  const first = Math.max(0, Math.min(at - Math.floor(most / 2), list.length - most));
  const rows = list.slice(first, first + most).map((slow) => slowestRow(recorded, slow, { indicator, language }));
  const hours = (values: readonly (number | undefined)[]): readonly string[] =>
    alignPoints(values.map((each) => (each === undefined ? missing : fixed(each, 1))));
  const taken = hours(rows.map((row) => row.hours));
  const inBase = hours(rows.map((row) => row.inBase));
  const waited = hours(rows.map((row) => row.longest?.hours));
  const fees = alignPoints(rows.map((row) => money(row.fees, '').trim()));
  // As wide as the longest of all rows may be: columns stand still while one scrolls.
  const digits = Math.max(cellsOf(own.consignment), String(recorded.consignments).length);
  const number = (text: string, rank: number): Column => ({
    head: lineOf(text, 'dim'),
    subhead: [],
    align: 'right',
    rank,
    natural: Math.max(6, cellsOf(text)),
  });
  const text = (name: string, rank: number, { least, natural }: { least: number; natural: number }): Column => ({
    head: lineOf(name, 'dim'),
    subhead: [],
    align: 'left',
    rank,
    least,
    natural,
  });
  const hasFees = currency !== undefined && (width >= 100 || sort === 'fees');
  const columns: readonly Column[] = [
    { ...number(own.consignment, 0), natural: digits },
    // It is told in full of the one with the pointer: here it gets what the others leave.
    text(own.who, 3, { least: 16, natural: 40 }),
    number('h', 0),
    ...(base === undefined ? [] : [number(own.inBase({ letter: base, unit: 'h' }), 1)]),
    text(own.longest, 2, { least: 16, natural: widestWait(recorded, language) }),
    number('h', 2),
    ...(hasFees ? [number(own.fees(visible(currency)), 1)] : []),
  ];
  const table = drawTable(
    {
      columns,
      rows: rows.map((row, place) => ({
        id: String(row.consignment),
        letter: [],
        cells: [
          lineOf(String(row.consignment)),
          cutCell(row.attributes, around.glyphs),
          lineOf(taken[place] ?? ''),
          ...(base === undefined ? [] : [lineOf(inBase[place] ?? '')]),
          cutCell(row.longest?.what ?? missing, around.glyphs),
          lineOf(waited[place] ?? ''),
          ...(hasFees ? [lineOf(fees[place] ?? '')] : []),
        ],
      })),
      chosen: String(list[at]?.consignment),
    },
    { ...around, height: rows.length + 2 },
  );
  return fitLines([...head, ...withoutSubhead(table)], { width, height });
}

/** Cells of the longest name of something that may be waited for. */
function widestWait({ model }: Recorded, language: Language): number {
  const { resources, activities } = model.names;
  return Math.max(
    ...[...resources, ...activities, ...Object.keys(model.scenario.delays)].map((name) =>
      cellsOf(thingName(name, language)),
    ),
  );
}
