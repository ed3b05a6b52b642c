import { comparisonCsv, compareText, visible } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import { shellWords } from '../words.ts';
import { drawCompare } from './draw-compare.ts';
import { next, works } from './next.ts';
import { panesOf, picturesOf, rowsInOrder, sorts, viewOf, type CompareState } from './state.ts';

/** The comparison: which is better, and are we sure? */
export const comparePlace: Place<CompareState> = {
  view: 'compare',
  crumbs: (_, { language }) => [shellWords(language).views.compare],
  works,
  says: ['sort', 'base', 'set', 'write'],
  sorts: () => sorts,
  next,
  draw(own, shared, around) {
    const view = viewOf(shared);
    const rows = rowsInOrder(view, own);
    const all = picturesOf(view);
    const first = Math.max(0, all.indexOf(own.picture));
    const drawing = {
      view,
      rows,
      chosen: rows.find((row) => row.scenario === shared.chosen),
      marked: shared.marked,
      // The pictures for the panes that the window has room for, from the chosen one on.
      pictures: [...all.slice(first), ...all.slice(0, first)].slice(0, panesOf(shared)),
    };
    if (rows.length === 0 && own.filter !== '')
      return { body: [[], lineOf(`   ${shellWords(shared.language).emptyFilter(visible(own.filter))}`)] };
    const said = shellWords(shared.language).onlyWith(visible(own.filter));
    return {
      body: drawCompare(drawing, around),
      ...(own.filter === '' ? {} : { message: { isAlarm: false, text: said } }),
    };
  },
  sheet(format, _, { progress, indicator }, words) {
    if (progress === undefined) return '';
    if (format === 'csv') return comparisonCsv(progress.comparison);
    return compareText(progress.comparison, { words, format, width: 100, indicator: indicator ?? progress.of });
  },
};
