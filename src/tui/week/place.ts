import { weekFigure } from '../../experiment/index.ts';
import { sheetText, thingName } from '../../report/index.ts';
import { hoursPerWeek } from '../../simulation/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import { scenarioCrumb } from '../scenario-crumb.ts';
import { stationOf } from '../stations.ts';
import { weekFailure, weeksMax, weeksOf, weekWants } from '../weeks.ts';
import { shellWords } from '../words.ts';
import { drawWeek } from './draw-week.ts';
import { next, works } from './next.ts';
import { viewOf, type WeekState } from './state.ts';
import { weekWords } from './words.ts';

/** The week: when? */
export const weekPlace: Place<WeekState> = {
  view: 'week',
  crumbs: (_, shared) => [scenarioCrumb(shared), shellWords(shared.language).views.week],
  wants: (_, shared) => weekWants(shared.chosen, shared),
  works,
  next,
  draw(own, shared, around) {
    const words = weekWords(shared.language);
    const weeks = weeksOf(shared.chosen, shared);
    const view = viewOf(own, shared);
    const failure = weekFailure(shared.chosen, shared);
    const failed =
      failure === undefined ? {} : { message: { isAlarm: true, text: words.failed(failure[shared.language]) } };
    if (view === undefined) return { body: [[], lineOf(`   ${words.coming}`)], ...failed };
    return {
      body: drawWeek({ view, weeks }, around),
      standing: lineOf(words.replayed(weeks.length, weeksMax), 'dim'),
      ...failed,
    };
  },
  sheet(format, own, shared) {
    const words = weekWords(shared.language);
    const weeks = weeksOf(shared.chosen, shared);
    const station = stationOf(shared) ?? '';
    return sheetText(
      {
        title: words.titles[own.quantity](thingName(station, shared.language)),
        columns: ['day', 'hour', own.quantity, 'low', 'high'],
        rows: Array.from({ length: weeks.length === 0 ? 0 : hoursPerWeek }, (_, hour) => {
          const { value, interval } = weekFigure(weeks, { station, quantity: own.quantity }, [hour]);
          const known = Number.isNaN(value) ? null : value;
          return [
            weekWords('en').days[Math.floor(hour / 24)] ?? '',
            hour % 24,
            known,
            interval?.[0] ?? null,
            interval?.[1] ?? null,
          ];
        }),
      },
      format,
    );
  },
};
