import { present } from '../../base/index.ts';
import { sheetText, type CompareRow, type IndicatorView, type Scale } from '../../report/index.ts';
import { viewOf as compareViewOf } from '../compare/state.ts';
import { differenceTexts, estimateTexts } from '../drawing/estimate-texts.ts';
import { lineOf, type Line } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import { recordingWants } from '../recorded-of.ts';
import type { Shared } from '../shared.ts';
import type { SlowestDrawing } from '../slowest/draw-slowest.ts';
import { waiting } from '../slowest/place.ts';
import { pointerIn } from '../slowest/shown.ts';
import { indicatorOf, listOf, openSlowest, recordingOf } from '../slowest/state.ts';
import { scenarioCrumb } from '../scenario-crumb.ts';
import { stationOf } from '../stations.ts';
import { openWeek, viewOf as weekViewOf } from '../week/state.ts';
import { weekFailure, weekWants } from '../weeks.ts';
import { weekWords } from '../week/words.ts';
import { shellWords } from '../words.ts';
import { drawInside } from './draw-inside.ts';
import { next, works } from './next.ts';
import { savedAt, savedWants } from './saved.ts';
import { panesOf, pictures, viewOf, type InsideState, type Picture } from './state.ts';
import { insideWords } from './words.ts';

/** Inside a scenario: where does the time go? */
export const insidePlace: Place<InsideState> = {
  view: 'inside',
  crumbs: (_, shared) => [scenarioCrumb(shared), shellWords(shared.language).views.inside],
  wants(own, shared) {
    const station = stationOf(shared);
    const isSeen = picturesFrom(own.picture, panesOf(shared)).flat().includes('slowest');
    return [
      ...weekWants(shared.chosen, shared),
      ...(station === undefined ? [] : savedWants(station, shared)),
      ...(isSeen ? recordingWants(shared.chosen, 0, shared) : []),
    ];
  },
  works,
  next,
  draw(own, shared, around) {
    const { rows, base, indicator, differenceScale } = compareViewOf(shared);
    const row = present(
      rows.find(({ scenario }) => scenario === shared.chosen),
      shared.chosen,
    );
    const chosen = stationOf(shared);
    const failure = weekFailure(shared.chosen, shared);
    const body = drawInside(
      {
        view: viewOf(own, shared),
        row,
        base,
        chosen,
        isPointed: own.picture !== 'slowest',
        saved: chosen === undefined ? undefined : savedAt(chosen, indicator.name, shared),
        indicator,
        week: weekViewOf(openWeek(), shared),
        slowest: slowestIn(own, shared),
        waiting: waiting(openSlowest(shared), shared),
        pictures: picturesFrom(own.picture, panesOf(shared)),
      },
      around,
    );
    return {
      body,
      ...(shared.columns >= 120
        ? { standing: standing({ row, base, indicator, differenceScale }, shared.language) }
        : {}),
      ...(failure === undefined
        ? {}
        : { message: { isAlarm: true, text: weekWords(shared.language).failed(failure[shared.language]) } }),
    };
  },
  sheet(format, own, shared) {
    const { stations } = viewOf(own, shared);
    const result = shared.progress?.comparison.scenarios.find((each) => each.scenario === shared.chosen);
    return sheetText(
      {
        title: shared.chosen,
        columns: ['station', 'count', 'busy', 'queueMean', 'queueMost', 'wait', 'waitLow', 'waitHigh'],
        rows: stations.map(({ name, label, count }) => {
          const figures = result?.resources[name];
          const wait = figures === undefined || figures.wait.count === 0 ? undefined : figures.wait;
          return [
            label,
            count,
            figures?.utilisation ?? null,
            figures?.queueLength.mean ?? null,
            figures?.queueLength.max ?? null,
            wait?.mean ?? null,
            wait?.interval?.[0] ?? null,
            wait?.interval?.[1] ?? null,
          ];
        }),
      },
      format,
    );
  },
};

/** The slowest consignments as they are listed; none while their recording is coming. */
function slowestIn({ picture, consignment }: InsideState, shared: Shared): SlowestDrawing | undefined {
  const slowest = openSlowest(shared);
  const recorded = recordingOf(slowest, shared);
  if (recorded === undefined) return undefined;
  const list = listOf(slowest, shared);
  return {
    recorded,
    indicator: indicatorOf(recorded, shared),
    list,
    at: picture === 'slowest' ? pointerIn({ at: consignment }, list) : -1,
    sort: slowest.sort,
    isLosing: false,
    base: undefined,
  };
}

/** Pictures by pane: the first from the chosen one on; where all have room, each in its place. */
function picturesFrom(first: Picture, panes: 1 | 2 | 4): readonly (readonly Picture[])[] {
  if (panes === 4) return [['week'], ['stages', 'changes'], ['waits'], ['slowest']];
  const at = pictures.indexOf(first);
  return [...pictures.slice(at), ...pictures.slice(0, at)].slice(0, panes).map((picture) => [picture]);
}

/** `release 27.9 h [27.3, 28.6]   to A -67.7 [-68.4, -67.0]`: right end of the first line. */
function standing(
  {
    row,
    base,
    indicator,
    differenceScale,
  }: {
    readonly row: CompareRow;
    readonly base: string;
    readonly indicator: IndicatorView;
    readonly differenceScale: Scale;
  },
  language: Parameters<typeof insideWords>[0],
): Line {
  const [mean = ''] = estimateTexts([row.mean], indicator.scale);
  const [difference = ''] = differenceTexts([row.difference], differenceScale);
  const beside = row.difference === undefined ? '' : `   ${insideWords(language).to(base)} ${difference}`;
  return lineOf(`${indicator.head} ${indicator.scale.unit} ${mean}${beside}`, 'dim');
}
