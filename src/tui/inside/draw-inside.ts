import { unreachable } from '../../base/index.ts';
import {
  decimalsOf,
  fit,
  fixed,
  intervalText,
  missing,
  scaledFigure,
  scaleOf,
  thingName,
  wrapped,
  type CompareRow,
  type Figure,
  type IndicatorView,
  type InsideView,
  type WeekView,
} from '../../report/index.ts';
import { drawChanges } from '../drawing/draw-changes.ts';
import { drawHeatMap } from '../drawing/draw-heat-map.ts';
import { margin } from '../drawing/draw-table.ts';
import { beside, fitLine, fitLines, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { weekWords } from '../week/words.ts';
import { drawStageTimes } from './draw-stage-times.ts';
import { drawStations } from './draw-stations.ts';
import { drawWaits } from './draw-waits.ts';
import type { Saved } from './saved.ts';
import type { Picture } from './state.ts';
import { insideWords } from './words.ts';

/** What the view into a scenario is drawn from. */
export interface InsideDrawing {
  readonly view: InsideView;
  /** The scenario as the comparison has it, and the letter of the base. */
  readonly row: CompareRow;
  readonly base: string;
  /** Name of the station with the pointer. */
  readonly chosen: string | undefined;
  /** Its week; none while none is here. */
  readonly week: WeekView | undefined;
  /** What one more of that station saves; none where there is no station. */
  readonly saved: Saved | undefined;
  readonly indicator: IndicatorView;
  /** The pictures to show, the first in the first pane: one, two or four. */
  readonly pictures: readonly Picture[];
}

/** The table of stations, what is to be said of the chosen one, and the pictures. */
export function drawInside(drawing: InsideDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const stations = drawStations(
    { view: drawing.view, chosen: drawing.chosen, base: drawing.base },
    { ...around, height: Math.max(4, Math.floor(height / 2)) },
  );
  const sentences = drawSentences(drawing, around);
  const upper = [...stations, [], ...sentences, ...(sentences.length === 0 ? [] : [[]])];
  return [...upper, ...drawPanes(drawing, { ...around, height: height - upper.length })].map((line) =>
    fitLine(line, width),
  );
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
            own.pairs(saved.replications),
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

/** One picture, two side by side, or two by two. */
function drawPanes(drawing: InsideDrawing, around: Around): readonly Line[] {
  const [first, second, third, fourth] = drawing.pictures;
  const draw = (picture: Picture | undefined, width: number, height: number): readonly Line[] =>
    picture === undefined
      ? []
      : fitLines(drawPicture(picture, drawing, { ...around, width, height }), { width, height });
  if (second === undefined) return draw(first, around.width, around.height);
  const left = 80;
  const right = around.width - left;
  if (third === undefined) return beside(draw(first, left, around.height), draw(second, right, around.height), left);
  const upper = around.height >= 36 ? 20 : 13;
  const lower = around.height - upper - 1;
  return [
    ...beside(draw(first, left, upper), draw(second, right, upper), left),
    [],
    ...beside(draw(third, left, lower), draw(fourth, right, lower), left),
  ];
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
    case 'week':
      return drawWeekOf(drawing.week, around);
    default:
      return unreachable(picture);
  }
}

function drawChangesOf({ letter, name, isBase, changes }: CompareRow, base: string, around: Around): readonly Line[] {
  if (isBase) return drawChanges([], around);
  return [
    lineOf(' '.repeat(margin) + around.words.changes({ letter, name, base }), 'dim'),
    ...drawChanges(changes, { ...around, height: around.height - 1 }),
  ];
}

function drawWeekOf(week: WeekView | undefined, around: Around): readonly Line[] {
  const words = weekWords(around.words.language);
  if (week === undefined) return [lineOf(' '.repeat(margin) + words.coming, 'dim')];
  const title = words.titles[week.quantity](thingName(week.station, around.words.language));
  return [
    lineOf(' '.repeat(margin) + title, 'dim'),
    ...drawHeatMap(week, { ...around, height: around.height - 1, words }),
  ];
}
