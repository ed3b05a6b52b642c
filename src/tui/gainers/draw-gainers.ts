import { cellsOf, fit, fixed, share, signed, type GainersRow, type GainersView } from '../../report/index.ts';
import { drawHistogram } from '../drawing/draw-histogram.ts';
import { cutCell, drawTable, margin, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { differenceTexts } from '../drawing/estimate-texts.ts';
import { fitLines, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { gainersWords } from './words.ts';

/** The changes of single consignments as a picture, and groups of them as a table. */
export function drawGainers(
  { view, row }: { readonly view: GainersView; readonly row: number },
  around: Around,
): readonly Line[] {
  const { width, height, words } = around;
  const own = gainersWords(words.language);
  if (view.variant === undefined) return fitLines([[], said(own.onlyBase)], { width, height });
  const title = own.title({
    indicator: view.indicator.full,
    letter: view.variant.letter,
    base: view.base,
    unit: view.scale.unit,
  });
  if (view.rows.length === 0) return fitLines([said(title), [], said(own.unpaired)], { width, height });
  const same = view.rows[0]?.same ?? 0;
  const most = Math.max(1, height - 12);
  const first = Math.max(0, Math.min(row - most + 1, view.rows.length - most));
  const table = drawGroups(view, { shown: view.rows.slice(first, first + most), row }, around);
  const picture = Math.min(24, height - table.length - 5);
  return fitLines(
    [
      lineOf(' '.repeat(margin) + title, 'dim'),
      lineOf(same === 0 ? '' : ' '.repeat(margin) + own.sameNotDrawn(share(same)), 'dim'),
      ...drawChanges(view, { ...around, height: picture }),
      ...drawSides(view, around),
      [],
      ...table,
    ],
    { width, height },
  );
}

function said(sentence: string): Line {
  return lineOf(' '.repeat(margin) + sentence);
}

/** Cells of a bin, and blank ones before the first. */
function layoutOf({ bins }: GainersView, width: number): { readonly before: number; readonly across: number } {
  const room = width - 2 * margin;
  const across = Math.max(1, Math.floor(room / Math.max(1, bins.length)));
  return { before: margin + Math.floor((room - across * bins.length) / 2), across };
}

function drawChanges(view: GainersView, around: Around): readonly Line[] {
  const { bins } = view;
  const { before, across } = layoutOf(view, around.width);
  const lines = drawHistogram(
    { bins: bins.map(({ share: part }, at) => ({ share: part, role: 'plain', label: binLabel(view, at, around) })) },
    { ...around, width: across * bins.length },
  );
  return lines.map((line) => [...lineOf(' '.repeat(before)), ...line]);
}

/** Every fifth multiple of the step is written, from zero on; ends say what they stand for. */
function binLabel({ bins, step }: GainersView, at: number, { words }: Around): string {
  const own = gainersWords(words.language);
  const change = bins[at]?.change ?? 0;
  const text = signed(change, Number.isInteger(step * 10) && step >= 1 ? 0 : step >= 0.1 ? 1 : 2);
  if (at === 0) return own.orLess(text);
  if (at === bins.length - 1) return own.orMore(text);
  return Math.round(change / step) % 5 === 0 ? text : '';
}

/** What lies left and right of zero. */
function drawSides(view: GainersView, around: Around): readonly Line[] {
  const own = gainersWords(around.words.language);
  const { before, across } = layoutOf(view, around.width);
  const [all] = view.rows;
  const zero = before + Math.floor((view.bins.findIndex(({ change }) => change === 0) + 0.5) * across);
  const better = own.better(share(all?.better ?? 0));
  const left = fit(better, { width: Math.max(cellsOf(better), zero - before) });
  return [
    [
      ...lineOf(' '.repeat(before) + left),
      ...lineOf(around.glyphs.upright, 'dim'),
      ...lineOf(`  ${own.worse(share(all?.worse ?? 0))}`),
    ],
  ];
}

function drawGroups(
  view: GainersView,
  { shown, row }: { readonly shown: readonly GainersRow[]; readonly row: number },
  around: Around,
): readonly Line[] {
  const { words } = around;
  const own = gainersWords(words.language);
  const changes = differenceTexts(
    shown.map((each) => each.change),
    view.scale,
  );
  const head = own.meanChange({ unit: view.scale.unit, level: view.indicator.level });
  const number = (text: string, rank = 0): Column => ({
    head: lineOf(text, 'dim'),
    subhead: [],
    align: 'right',
    rank,
  });
  const columns: readonly Column[] = [
    {
      ...number(own.who),
      align: 'left',
      least: 12,
      natural: Math.max(24, ...shown.map(({ label }) => cellsOf(label))),
    },
    number(own.share, 1),
    number(words.better),
    number(words.worse),
    number(own.same, 1),
    { ...number(head), align: 'left' },
  ];
  const chosen = view.rows[row]?.id;
  const table = drawTable(
    {
      columns,
      rows: shown.map((each, at) => ({
        id: each.id,
        letter: [],
        cells: [
          cutCell(each.label === '' ? own.all : each.label, around.glyphs),
          ...[share(each.share), share(each.better), share(each.worse), share(each.same), changes[at] ?? ''].map(
            (text) => lineOf(text),
          ),
        ],
      })),
      chosen,
    },
    { ...around, height: shown.length + 2 },
  );
  return withoutSubhead(table);
}

/** `0.3 h`: the size of a change. */
export function sizeText(change: number, { scale }: GainersView): string {
  return `${fixed(Math.abs(change), scale.decimalsMax)} ${scale.unit}`;
}
