import { cellsOf, fit, fixed, type DayView, type WeekView } from '../../report/index.ts';
import { drawBar } from './draw-bar.ts';
import { margin } from './draw-table.ts';
import type { Glyphs } from './glyphs.ts';
import { fitLine, lineOf, type Line, type Room } from './line.ts';

/** What the picture of a week says. */
export interface HeatMapWords {
  /** Monday first, at most four cells each. */
  readonly days: readonly string[];
  readonly mean: string;
  readonly open: string;
  readonly fromTo: (from: string, to: string) => string;
  readonly andMore: (from: string) => string;
  readonly blankBelow: (to: string) => string;
}

/**
 * A week by hour and day: five densities, two or four cells an hour and a line or two a day, as there is room, the chosen hour
 * inverse; the mean of each day; the opening hours of the chosen one; what the densities mean.
 */
export function drawHeatMap(
  { days, steps, chosen }: Pick<WeekView, 'days' | 'steps' | 'chosen'>,
  { width, height, glyphs, words }: Room & { readonly glyphs: Glyphs; readonly words: HeatMapWords },
): readonly Line[] {
  const cells = width >= heatMapWidth + 24 * 2 ? 4 : 2;
  const isTall = height >= heatMapHeight + 7;
  const decimals = (steps[0] ?? 1) < 1 ? 2 : 1;
  const full = days.reduce((most, day) => Math.max(most, barOf(day)), 0);
  const [chosenDay, chosenHour] = [Math.floor(chosen.hour / 24), chosen.hour % 24];
  const rows = days.flatMap((each, day): Line[] => {
    const { hours, mean } = each;
    const drawn = hours.map((value) => (glyphs.densities[densityOf(value, steps)] ?? '').repeat(cells));
    const at = day === chosenDay ? chosenHour : 24;
    const line = [
      ...lineOf(drawn.slice(0, at).join('')),
      ...lineOf(drawn[at] ?? '', 'inverse'),
      ...lineOf(drawn.slice(at + 1).join('')),
    ];
    const first = [
      ...fitLine(day === chosenDay ? lineOf(glyphs.pointer, 'accent') : [], margin),
      ...lineOf(fit(words.days[day] ?? '', { width: left - margin })),
      ...line,
      ...lineOf(fit(fixed(mean, decimals), { width: 7, align: 'right' })),
      ...lineOf(' '),
      ...drawBar(
        { value: barOf(each), full },
        { width: Math.min(12, Math.max(0, width - left - 24 * cells - 8)), glyphs },
      ),
    ];
    return isTall ? [first, [...lineOf(' '.repeat(left)), ...line]] : [first];
  });
  return [
    [
      ...lineOf(' '.repeat(left)),
      ...drawHours(chosenHour, cells),
      ...lineOf(fit(words.mean, { width: 7, align: 'right' }), 'dim'),
    ],
    ...rows,
    [
      ...lineOf(' '.repeat(margin) + fit(words.open, { width: left - margin }), 'dim'),
      ...drawOpen(days[chosenDay]?.open ?? [], { cells, glyphs }),
    ],
    [],
    ...(steps.length === 0 ? [] : [drawLegend(steps, { width, glyphs, words })]),
  ]
    .slice(0, height)
    .map((line) => fitLine(line, width));
}

/** What the bar of a day shows: its mean, unless nothing of the day can be told from chance. */
function barOf({ hours, mean }: DayView): number {
  return hours.some((value) => value > 0) ? mean : 0;
}

/** Cells before the hours, and those that means and bars take. */
const left = 8;
const right = 20;

/** Cells that the map takes with two cells an hour, and its lines with one a day. */
export const heatMapWidth: number = left + 24 * 2 + right;
export const heatMapHeight: number = 11;

/** Which density a value has, 0 to the number of steps; what is not known has none. */
export function densityOf(value: number, steps: readonly number[]): number {
  return steps.filter((step) => value >= step).length;
}

/** Every third hour, and the chosen one, before which those give way that would touch it. */
function drawHours(chosen: number, cells: number): Line {
  return Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour): Line => {
    const label = String(hour).padStart(2, '0').padEnd(cells);
    if (hour === chosen) return lineOf(label, 'strong');
    const touches = cells < 3 && Math.abs(hour - chosen) === 1;
    return hour % 3 === 0 && !touches ? lineOf(label, 'dim') : lineOf(' '.repeat(cells));
  });
}

function drawOpen(open: DayView['open'], { cells, glyphs }: { cells: number; glyphs: Glyphs }): Line {
  const [begin, inner, end] = glyphs.whisker;
  const drawn = Array.from({ length: 24 * cells }, () => ' ');
  for (const { from, to } of open) {
    const [first, last] = [
      Math.round(from * cells),
      Math.max(Math.round(to * cells), Math.round(from * cells) + 1) - 1,
    ];
    for (let at = first; at <= last; at++) drawn[at] = at === first ? begin : at === last ? end : inner;
  }
  return lineOf(drawn.join(''), 'dim');
}

function drawLegend(
  steps: readonly number[],
  { width, glyphs, words }: { width: number; glyphs: Glyphs; words: HeatMapWords },
): Line {
  const texts = steps.map((step, at) => {
    const next = steps[at + 1];
    return next === undefined ? words.andMore(String(step)) : words.fromTo(String(step), String(next));
  });
  const last = words.blankBelow(String(steps[0] ?? 0));
  const cells = texts.reduce((sum, text) => sum + 3 + cellsOf(text), left + cellsOf(last));
  const gap = ' '.repeat(cells + 3 * texts.length <= width ? 3 : 1);
  return [
    ...lineOf(' '.repeat(left)),
    ...texts.flatMap((text, at) => [
      ...lineOf((glyphs.densities[at + 1] ?? '').repeat(2)),
      ...lineOf(` ${text}${gap}`, 'dim'),
    ]),
    ...lineOf(last, 'dim'),
  ];
}
