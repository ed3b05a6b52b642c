import { observationsLeast, weekFigure, weekLevels } from '../../experiment/index.ts';
import { fit, fixed, share, thingName, wrapped, type Figure, type Scale, type WeekView } from '../../report/index.ts';
import type { Week } from '../../simulation/index.ts';
import { drawHeatMap, heatMapHeight, heatMapWidth } from '../drawing/draw-heat-map.ts';
import { drawSparkline } from '../drawing/draw-sparkline.ts';
import { drawTable, margin, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { estimateTexts } from '../drawing/estimate-texts.ts';
import { beside, fitLine, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { weeksMax } from '../weeks.ts';
import { weekWords } from './words.ts';

/** What a week is drawn from. */
export interface WeekDrawing {
  readonly view: WeekView;
  readonly weeks: readonly Week[];
}

/** The map of a week, what is to be said of the chosen hour, and, where there is room, the hours of its day and the lines at all stations. */
export function drawWeek({ view, weeks }: WeekDrawing, around: Around): readonly Line[] {
  const words = weekWords(around.words.language);
  const hasDay = around.width >= heatMapWidth + dayWidth;
  const left = hasDay ? around.width - dayWidth : around.width;
  const room = { ...around, width: left };
  const map = drawHeatMap(view, { ...room, height: around.height < 40 ? heatMapHeight : heatMapHeight + 7, words });
  const upper = [drawWeekTitle(view, around), [], ...map, [], ...drawSentences(view, room)];
  const rest = around.height - upper.length - 1;
  const lines = rest > 3 ? [[], ...drawLines({ view, weeks }, { ...room, height: rest })] : [];
  const whole = [...upper, ...lines].map((line) => fitLine(line, left));
  return hasDay ? beside(whole, drawDay({ view, weeks }, { ...around, width: dayWidth }), left) : whole;
}

/** What the map of a week shows, and how many replications stand behind it. */
export function drawWeekTitle(
  { quantity, station, replications }: WeekView,
  { words, width, glyphs }: Pick<Around, 'words' | 'width' | 'glyphs'>,
): Line {
  const own = weekWords(words.language);
  const title = [own.titles[quantity](thingName(station, words.language)), own.behind(replications, weeksMax)].join(
    words.punctuation.comma,
  );
  return lineOf(' '.repeat(margin) + fit(title, { width: width - margin - 1, ellipsis: glyphs.ellipsis }), 'dim');
}

/** What is to be said of the chosen hour, and of the whole week. */
function drawSentences(
  { station: name, chosen, quantity, isScarce, closedShare }: WeekView,
  { width, glyphs, words }: Around,
): readonly Line[] {
  const own = weekWords(words.language);
  const station = thingName(name, words.language);
  const [day, hour] = [Math.floor(chosen.hour / 24), chosen.hour % 24];
  const when = `${own.daysInFull[day] ?? ''} ${own.fromTo(clock(hour), clock(hour + 1))}`;
  const figure = `${own.quantities[quantity]} ${estimateText(chosen.figure)}`;
  const longest = quantity === 'waiting' ? `   ${own.longestLine(String(chosen.longest))}` : '';
  const came =
    chosen.share === 0
      ? own.nobodyCame(station)
      : own.thoseWhoCame({ station, wait: fixed(chosen.wait.value, 1), share: share(chosen.share) });
  const whole = isScarce
    ? own.scarce(String(observationsLeast))
    : closedShare === undefined
      ? undefined
      : own.closedShare({ station, share: share(closedShare) });
  const sentence = (text: string): readonly Line[] =>
    wrapped(text, width - margin - 1).map((line) => lineOf(' '.repeat(margin) + line));
  return [
    [...lineOf(` ${glyphs.pointer} `, 'accent'), ...lineOf(`${when}   ${figure}${longest}`)],
    ...sentence(came),
    ...(whole === undefined ? [] : [[], ...sentence(whole)]),
  ];
}

/** The hours of the chosen day, with intervals. */
function drawDay({ view, weeks }: WeekDrawing, around: Around): readonly Line[] {
  const words = weekWords(around.words.language);
  const day = Math.floor(view.chosen.hour / 24);
  const hours = Array.from({ length: 24 }, (_, hour) => day * 24 + hour);
  const figures = (quantity: WeekView['quantity']): readonly Figure[] =>
    hours.map((hour) => weekFigure(weeks, { station: view.station, quantity }, [hour]));
  const shown = estimateTexts(figures(view.quantity), scale);
  // In few replications somebody comes in just this hour: an interval would tell little.
  const waits = estimateTexts(
    figures('wait').map(({ value }) => ({ value, interval: null })),
    scale,
  );
  const hasWaits = view.quantity !== 'wait';
  const head = (text: string): Column => ({ head: lineOf(text, 'dim'), subhead: [], align: 'left', rank: 0 });
  return withoutSubhead(
    drawTable(
      {
        columns: [
          head(words.days[day] ?? ''),
          head(words.quantities[view.quantity]),
          ...(hasWaits ? [{ ...head(words.quantities.wait), rank: 1 }] : []),
        ],
        rows: hours.map((hour, at) => ({
          id: String(hour),
          letter: [],
          cells: [clock(at), shown[at] ?? '', ...(hasWaits ? [waits[at] ?? ''] : [])].map((text) => lineOf(text)),
        })),
        chosen: String(view.chosen.hour),
      },
      around,
    ),
  );
}

/** The lines at all stations over the week, under each other. */
function drawLines({ view, weeks }: WeekDrawing, around: Around): readonly Line[] {
  const words = weekWords(around.words.language);
  const stations = Object.keys(weeks[0]?.stations ?? {});
  const width = Math.min(84, around.width - labelWidth - margin - 1);
  const perDay = Math.floor(width / 7);
  return [
    [
      ...lineOf(fit(' '.repeat(margin) + words.lines, { width: margin + labelWidth }), 'dim'),
      ...lineOf(words.days.map((day) => fit(day, { width: perDay })).join(''), 'dim'),
    ],
    ...stations.map((station): Line => {
      const line = weekLevels(weeks, { station, quantity: 'waiting' });
      return [
        ...(station === view.station ? lineOf(` ${around.glyphs.pointer} `, 'accent') : lineOf(' '.repeat(margin))),
        ...lineOf(fit(thingName(station, around.words.language), { width: labelWidth })),
        ...drawSparkline(line, { width: perDay * 7, glyphs: around.glyphs }),
      ];
    }),
  ].slice(0, around.height);
}

/** Cells of the table of a day, and of the names of stations. */
const dayWidth = 36;
const labelWidth = 22;

/** No more than one decimal. */
const scale: Scale = { unit: 'h', decimalsMax: 1 };

function estimateText(figure: Figure): string {
  return estimateTexts([figure], scale)[0] ?? '';
}

/** `09:00`. */
function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
