import { cellsOf, fit, fixed, money, thingName, visible, wrapped, type InsideView } from '../../report/index.ts';
import { drawBar } from '../drawing/draw-bar.ts';
import { drawTable, margin, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { estimateTexts } from '../drawing/estimate-texts.ts';
import { beside, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { weekWords } from '../week/words.ts';
import { weeksMax } from '../weeks.ts';
import { insideWords } from './words.ts';

/** Waits for the chosen station by class; below them which deadlines were missed, and what was charged. */
export function drawWaits(
  { view, chosen, base }: { readonly view: InsideView; readonly chosen: string | undefined; readonly base: string },
  around: Around,
): readonly Line[] {
  const left = Math.floor(around.width * 0.54);
  const room = { ...around, width: left, height: Math.max(view.terms.length, view.fees.length) + 2 };
  return [
    ...drawClasses(view, chosen, around),
    [],
    ...beside(drawTerms(view, base, room), drawFees(view, base, { ...room, width: around.width - left }), left),
    ...(view.unfinished === undefined ? [] : [[], ...drawSentence(view.unfinished, around)]),
  ].slice(0, around.height);
}

function drawSentence(text: string, { width }: Around): readonly Line[] {
  return wrapped(text, width - margin - 1).map((line) => lineOf(' '.repeat(margin) + line));
}

function drawClasses(
  { classes, by, replications, waitScale }: InsideView,
  chosen: string | undefined,
  { words, width, glyphs }: Around,
): readonly Line[] {
  const own = insideWords(words.language);
  if (chosen === undefined || by === undefined) return [lineOf(' '.repeat(margin) + own.noClasses, 'dim')];
  const title = own.waits({
    station: thingName(chosen, words.language),
    by: by === 'priority' ? own.priority : thingName(by, words.language),
    unit: waitScale.unit,
  });
  const behind =
    by === 'priority' ? '' : words.punctuation.comma + weekWords(words.language).behind(replications, weeksMax);
  const texts = estimateTexts(
    classes.map(({ wait }) => wait),
    waitScale,
  );
  const widest = Math.max(...texts.map((text) => text.length));
  const most = Math.max(0, ...classes.map(({ wait }) => (Number.isNaN(wait.value) ? 0 : wait.value)));
  // What is written as nothing has no bar.
  const full = Number(fixed(most, waitScale.decimalsMax)) > 0 ? most : 0;
  const bar = Math.min(30, width - margin - labelWidth - widest - 4);
  return [
    lineOf(' '.repeat(margin) + fit(title + behind, { width: width - margin - 1, ellipsis: glyphs.ellipsis }), 'dim'),
    ...classes.map(({ label, wait }, at): Line => [
      ...lineOf(' '.repeat(margin) + fit(label, { width: labelWidth, cut: 'middle', ellipsis: glyphs.ellipsis })),
      ...lineOf(`  ${fit(texts[at] ?? '', { width: widest })}  `),
      ...drawBar({ value: wait.value, full }, { width: Math.max(0, bar), glyphs }),
    ]),
  ];
}

const labelWidth = 24;

function drawTerms({ terms }: InsideView, base: string, around: Around): readonly Line[] {
  const words = insideWords(around.words.language);
  const percent = (share: number): number => 100 * share;
  const shares = estimateTexts(
    terms.map(({ lateShare: { value, interval } }) => ({
      value: percent(value),
      interval: interval === null ? null : [percent(interval[0]), percent(interval[1])],
    })),
    { unit: 'h', decimalsMax: 1 },
  );
  const before = estimateTexts(
    terms.map(({ inBase }) => (inBase === undefined ? undefined : { value: percent(inBase), interval: null })),
    { unit: 'h', decimalsMax: 1 },
  );
  return drawLabelled(
    {
      heads: [words.deadlines, words.late, base],
      rows: terms.map(({ label, inBase }, at) => [
        label,
        shares[at] ?? '',
        inBase === undefined ? '' : (before[at] ?? ''),
      ]),
    },
    around,
  );
}

function drawFees({ fees }: InsideView, base: string, around: Around): readonly Line[] {
  const words = insideWords(around.words.language);
  return drawLabelled(
    {
      heads: [words.fees, words.perConsignment, base],
      rows: fees.map(({ label, currency, mean, inBase }) => [
        label,
        money(mean, visible(currency)),
        inBase === undefined ? '' : money(inBase, '').trim(),
      ]),
    },
    around,
  );
}

/** A small table: names, figures, and those of the base where there are any. */
function drawLabelled(
  { heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] },
  around: Around,
): readonly Line[] {
  if (rows.length === 0) return [];
  const hasBase = rows.some((row) => row[2] !== '');
  const column = (head: string, at: number): Column => ({
    head: lineOf(head, 'dim'),
    subhead: [],
    align: at === 0 ? 'left' : 'right',
    rank: at === 2 ? 1 : 0,
    ...(at === 0 ? { least: 12, natural: Math.max(...rows.map((row) => cellsOf(row[0] ?? '')), cellsOf(head)) } : {}),
  });
  return withoutSubhead(
    drawTable(
      {
        columns: heads.slice(0, hasBase ? 3 : 2).map(column),
        rows: rows.map(([label = '', ...figures], at) => ({
          id: String(at),
          letter: [],
          cells: [
            (width): Line => lineOf(fit(label, { width, cut: 'middle', ellipsis: around.glyphs.ellipsis })),
            ...figures.map((text) => lineOf(text)),
          ],
        })),
        chosen: undefined,
      },
      around,
    ),
  );
}
