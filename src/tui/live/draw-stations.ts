import { cellsOf, count, fit, type LiveView, type StationView } from '../../report/index.ts';
import { drawBar } from '../drawing/draw-bar.ts';
import { margin } from '../drawing/draw-table.ts';
import { fitLine, lineOf, widthOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import type { LiveWords } from './words.ts';

/** A request is a mark; where there are so many, or there is no room for them, a mark is ten of them, then a hundred. */
const marksMax = 40;

/** Stations: who works and who is idle, how many are there, and the lines before them. */
export function drawStations(
  { stations, most }: Pick<LiveView, 'stations' | 'most'>,
  { chosen, words }: { readonly chosen: number; readonly words: LiveWords },
  { width, glyphs }: Pick<Around, 'width' | 'glyphs'>,
): readonly Line[] {
  const isWide = width >= 120;
  const [name, working] = isWide ? [40, 40] : [24, 20];
  const rows = stations.map((station, at): Line => {
    const work =
      station.kind === 'resource'
        ? drawUnits(station, { words, glyphs, width: working - 2 })
        : drawCrowd(station, { full: most, glyphs, width: isWide ? 30 : 10 });
    return [
      ...fitLine(at === chosen ? [...lineOf(' '), ...lineOf(glyphs.pointer, 'accent')] : [], margin),
      ...lineOf(fit(station.label, { width: name - 1, cut: 'middle', ellipsis: glyphs.ellipsis })),
      ...lineOf(' '),
      ...fitLine(work, working),
      ...(station.kind === 'resource'
        ? drawLineOf(station.waiting, { words, glyphs, width: width - margin - name - working })
        : []),
    ];
  });
  const head = [
    [' '.repeat(margin), margin],
    [words.station, name],
    [words.working, working],
    [words.waiting, cellsOf(words.waiting)],
  ] as const;
  return [head.flatMap(([text, cells]) => lineOf(fit(text, { width: cells }), 'dim')), ...rows].map((line) =>
    fitLine(line, width),
  );
}

/** `◉◉◉◌◌`: a mark for each unit; beyond its hours only those that still work. Where the marks find no room, a bar and the numbers. */
function drawUnits(
  { working, units, isOpen }: StationView,
  { words, glyphs, width }: { words: LiveWords; width: number } & Pick<Around, 'glyphs'>,
): Line {
  if (units > width) {
    const text = ` ${words.of(working, units)}`;
    return [
      ...drawBar({ value: working, full: units, role: 'strong' }, { width: width - cellsOf(text), glyphs }),
      ...lineOf(text),
    ];
  }
  const busy = lineOf(glyphs.busy.repeat(working), 'strong');
  if (isOpen) return [...busy, ...lineOf(glyphs.idle.repeat(Math.max(0, units - working)), 'dim')];
  return [...busy, ...lineOf(`${working === 0 ? '' : ' '}${words.closed}`, 'dim')];
}

/** A bar as long as the crowd is, to the scale of the greatest, and its number. */
function drawCrowd(
  { working }: StationView,
  { full, glyphs, width }: { full: number; width: number } & Pick<Around, 'glyphs'>,
): Line {
  const bar = drawBar({ value: working, full }, { width, glyphs }).map((piece) => ({
    ...piece,
    text: piece.text.trimEnd(),
  }));
  return [...bar, ...lineOf(`${widthOf(bar) === 0 ? '' : ' '}${count(working)}`)];
}

/** The number of requests in line, and marks for them. */
function drawLineOf(
  waiting: number,
  { words, glyphs, width }: { words: LiveWords; width: number } & Pick<Around, 'glyphs'>,
): Line {
  const number = count(waiting).padEnd(4);
  const each = [1, 10, 100].find((size) => {
    const cells = Math.ceil(waiting / size) + (size === 1 ? 0 : cellsOf(words.each(size)) + 1);
    return waiting < marksMax * size && number.length + cells <= width;
  });
  if (each === undefined) return lineOf(number);
  return [
    ...lineOf(number),
    ...lineOf(glyphs.queued.repeat(Math.ceil(waiting / each)), 'strong'),
    ...lineOf(each === 1 ? '' : ` ${words.each(each)}`, 'dim'),
  ];
}
