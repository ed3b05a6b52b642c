import { unreachable } from '../../base/index.ts';
import { observationsLeast } from '../../experiment/index.ts';
import {
  decimalsOf,
  fit,
  fixed,
  intervalText,
  missing,
  scaledFigure,
  scaleOf,
  wrapped,
  type CompareRow,
  type Figure,
  type IndicatorView,
  type InsideView,
  type WeekView,
} from '../../report/index.ts';
import { drawChangesOf } from '../drawing/draw-changes.ts';
import { drawHeatMap } from '../drawing/draw-heat-map.ts';
import { drawPanes } from '../drawing/draw-panes.ts';
import { margin } from '../drawing/draw-table.ts';
import { fitLine, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { drawSlowest, type SlowestDrawing } from '../slowest/draw-slowest.ts';
import { drawWeekTitle } from '../week/draw-week.ts';
import { weekWords } from '../week/words.ts';
import { drawStageTimes } from './draw-stage-times.ts';
import { drawStations } from './draw-stations.ts';
import { drawWaits } from './draw-waits.ts';
import { pairsMax, type Saved } from './saved.ts';
import type { Picture } from './state.ts';
import { insideWords } from './words.ts';

/** What the view into a scenario is drawn from. */
export interface InsideDrawing {
  readonly view: InsideView;
  /** The scenario as the comparison has it, and the letter of the base. */
  readonly row: CompareRow;
  readonly base: string;
  /** Name of the station that is looked at, and whether the pointer is there. */
  readonly chosen: string | undefined;
  readonly isPointed: boolean;
  /** Its week; none while none is here. */
  readonly week: WeekView | undefined;
  /** What one more of that station saves; none where there is no station. */
  readonly saved: Saved | undefined;
  readonly indicator: IndicatorView;
  /** The slowest consignments; none while they are not known, and what is said meanwhile. */
  readonly slowest: SlowestDrawing | undefined;
  readonly waiting: readonly Line[];
  /** The pictures to show, by pane, one under the other: one, two or four panes. */
  readonly pictures: readonly (readonly Picture[])[];
}

/** The table of stations, what is to be said of the chosen one, and the pictures. */
export function drawInside(drawing: InsideDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const stations = drawStations(
    { view: drawing.view, chosen: drawing.chosen, isPointed: drawing.isPointed, base: drawing.base },
    { ...around, height: Math.max(4, Math.floor(height / 2)) },
  );
  const sentences = drawSentences(drawing, around);
  const upper = [...stations, [], ...sentences, ...(sentences.length === 0 ? [] : [[]])];
  const lower = height - upper.length;
  const panes = drawPanes(drawing.pictures, (pane, room) => drawPane(pane, drawing, { ...around, ...room }), {
    width,
    height: lower,
    left: 80,
    upper: lower >= 36 ? 20 : 13,
    gap: 1,
  });
  return [...upper, ...panes].map((line) => fitLine(line, width));
}

function drawSentences(
  { view, chosen, saved, indicator }: InsideDrawing,
  { words, width, glyphs }: Around,
): readonly Line[] {
  const own = insideWords(words.language);
  const station = view.stations.find(({ name }) => name === chosen);
  if (station === undefined || saved === undefined) return [];
  const said = [
    ...(station.alarm === undefined ? [] : [own[station.alarm](station.label)]),
    ...(saved.replications === 0
      ? [own.oneMoreComing(station.label)]
      : saved.wait === undefined
        ? [own.nobodyWaits(station.label)]
        : [
            own.oneMore({
              station: station.label,
              wait: hoursText(saved.wait),
              what: indicator.full,
              figure: hoursText(saved.indicator),
            }),
            own.pairs(saved.replications, pairsMax),
          ]),
  ].join(words.language === 'zh' ? '' : ' ');
  const isStill = saved.replications === 0 && station.alarm === undefined;
  return wrapped(said, width - margin - 1)
    .slice(0, 3)
    .map((line, at) => [
      ...(at === 0 && station.alarm !== undefined ? lineOf(' ! ', 'alarm') : lineOf(' '.repeat(margin))),
      ...lineOf(fit(line, { width: width - margin - 1, ellipsis: glyphs.ellipsis }), isStill ? 'dim' : 'plain'),
    ]);
}

/** `1.9 h [1.6, 2.2]`, in minutes where it is little. */
function hoursText(hours: Figure | undefined): string {
  if (hours === undefined) return missing;
  const scale = scaleOf([hours.value]);
  const { value, interval } = scaledFigure(hours, scale.unit);
  const decimals = decimalsOf({ value, interval }, scale.decimalsMax);
  return `${fixed(value, decimals)} ${scale.unit} ${intervalText(interval, decimals)}`.trimEnd();
}

/** Pictures under each other, as far as there is height. */
function drawPane(pictures: readonly Picture[], drawing: InsideDrawing, around: Around): readonly Line[] {
  return pictures.reduce<readonly Line[]>((above, picture) => {
    const height = around.height - above.length - 1;
    if (above.length > 0 && height <= 0) return above;
    return above.length === 0
      ? drawPicture(picture, drawing, around)
      : [...above, [], ...drawPicture(picture, drawing, { ...around, height })];
  }, []);
}

function drawPicture(picture: Picture, drawing: InsideDrawing, around: Around): readonly Line[] {
  const { view, row, base, chosen } = drawing;
  switch (picture) {
    case 'waits':
      return drawWaits({ view, chosen, base }, around);
    case 'stages':
      return drawStageTimes({ view, letter: row.letter, base }, around);
    case 'changes':
      return drawChangesOf(row, base, around);
    case 'slowest':
      return drawing.slowest === undefined ? drawing.waiting : drawSlowest(drawing.slowest, around);
    case 'week':
      return drawWeekOf(drawing.week, around);
    default:
      return unreachable(picture);
  }
}

function drawWeekOf(week: WeekView | undefined, around: Around): readonly Line[] {
  const words = weekWords(around.words.language);
  if (week === undefined) return [lineOf(' '.repeat(margin) + words.coming, 'dim')];
  const scarce = week.isScarce ? wrapped(words.scarce(String(observationsLeast)), around.width - margin - 1) : [];
  return [
    drawWeekTitle(week, around),
    ...drawHeatMap(week, { ...around, height: around.height - 1 - scarce.length, words }),
    ...scarce.map((line) => lineOf(' '.repeat(margin) + line)),
  ];
}
