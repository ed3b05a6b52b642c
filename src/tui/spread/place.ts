import { count, sheetText, visible } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import { shellWords } from '../words.ts';
import { drawSpread } from './draw-spread.ts';
import { next, works } from './next.ts';
import { readingIn, shownIn, type SpreadState, viewOf } from './state.ts';
import { spreadWords } from './words.ts';

/** The spread of an indicator: for whom, how late? */
export const spreadPlace: Place<SpreadState> = {
  view: 'spread',
  crumbs: (_, { language }) => [shellWords(language).views.spread],
  works,
  next,
  draw(own, shared, around) {
    const view = viewOf(own, shared);
    const shell = shellWords(shared.language);
    if (view === undefined) {
      const said = shownIn(own, shared).length === 0 ? shell.emptyFilter(visible(own.filter)) : shell.coming;
      return { body: [[], lineOf(`   ${said}`)] };
    }
    const words = spreadWords(shared.language);
    const { marked, names } = shared;
    const text =
      own.filter !== ''
        ? shell.onlyWith(visible(own.filter))
        : marked.length === 0
          ? words.noneMarked
          : words.marked({ marked: count(marked.length), all: count(names.length) });
    return {
      body: drawSpread(
        { view, zoom: own.zoom, chosen: shared.chosen, hasReading: readingIn(own, shared) !== undefined },
        around,
      ),
      ...(shared.progress?.state === 'running' ? {} : { message: { isAlarm: false, text } }),
    };
  },
  sheet(format, own, shared) {
    const view = viewOf(own, shared);
    if (view === undefined) return '';
    const { indicator, rows } = view;
    const words = spreadWords(shared.language);
    const steps = rows[0]?.curve.length ?? 0;
    return sheetText(
      {
        title: `${indicator.full}, ${indicator.scale.unit}`,
        columns: [words.share, ...rows.map((row) => `${row.letter} ${row.name}`)],
        rows: Array.from({ length: steps }, (_, step) => [
          step / (steps - 1),
          ...rows.map((row) => row.curve[step] ?? null),
        ]),
      },
      format,
    );
  },
};
