import { count, type LiveView } from '../../report/index.ts';
import { margin } from '../drawing/draw-table.ts';
import { beside, cutLine, fitLine, fitLines, lineOf, widthOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { drawFollowed, drawLast } from './draw-happenings.ts';
import { drawSea } from './draw-sea.ts';
import { drawStations } from './draw-stations.ts';
import type { Chosen, LiveShown } from './state.ts';
import type { LiveWords } from './words.ts';

/**
 * The port at an instant: what the clock says, the vessels, the stations, the counts, and what happened last; beside it or in its place
 * the consignment that is followed.
 */
export function drawLive(
  { view, layout, places }: LiveShown,
  { chosen, words }: { readonly chosen: Chosen; readonly words: LiveWords },
  around: Pick<Around, 'width' | 'height' | 'glyphs' | 'words'>,
): readonly Line[] {
  const { width, height } = around;
  const stations = places.flatMap((place) => view.stations[place] ?? []);
  const station = 'station' in chosen ? places.indexOf(chosen.station) : -1;
  const line = 'line' in chosen ? chosen.line : -1;
  return fitLines(
    [
      drawClock(view, words, around),
      [],
      ...(view.sea === undefined ? [] : [...drawSea(view.sea, words, around), []]),
      ...drawStations({ stations, most: view.most }, { chosen: station, words }, around),
      [],
      drawCounts(view, words, width),
      [],
      ...drawBelow(view, { chosen: line, words, isWide: layout.isWide }, { ...around, height: layout.below }),
    ],
    { width, height },
  );
}

/** The instant and the offices; where there is no room for all, without how many days there are. */
function drawClock(
  { clock, day, days, offices }: LiveView,
  words: LiveWords,
  { width, glyphs }: Pick<Around, 'width' | 'glyphs'>,
): Line {
  const [whole = [], short = []] = [words.dayOf(day, days), words.day(day)].map((which): Line => [
    ...lineOf(' '.repeat(margin)),
    ...lineOf(clock, 'strong'),
    ...[which, ...offices.map(words.office)].flatMap((text) => lineOf(`   ${text}`)),
  ]);
  return fitLine(widthOf(whole) <= width ? whole : cutLine(short, width, glyphs.ellipsis), width);
}

function drawCounts({ counts, inProcess }: LiveView, words: LiveWords, width: number): Line {
  const process = { label: words.inProcess, count: inProcess };
  const lineWithout = (left: number): Line =>
    [...counts.slice(0, 1), ...counts.slice(1 + left), process].flatMap((each, at) => [
      ...lineOf(at === 0 ? ' '.repeat(margin) : '   '),
      ...lineOf(`${each.label} `, 'dim'),
      ...lineOf(count(each.count), 'strong'),
    ]);
  // Where there is no room, what lies between arrival and the last is left out.
  const lines = counts.map((_, left) => lineWithout(left));
  return fitLine(lines.find((line) => widthOf(line) <= width) ?? [], width);
}

function drawBelow(
  view: LiveView,
  { chosen, words, isWide }: { readonly chosen: number; readonly words: LiveWords; readonly isWide: boolean },
  around: Pick<Around, 'width' | 'height' | 'glyphs' | 'words'>,
): readonly Line[] {
  const { followed, hasLanes } = view;
  if (followed === undefined) return drawLast(view, { chosen, words }, around);
  if (!isWide) return drawFollowed(followed, { words, hasLanes }, around);
  const left = Math.floor(around.width / 2);
  return beside(
    drawLast(view, { chosen, words }, { ...around, width: left }),
    drawFollowed(followed, { words, hasLanes }, { ...around, width: around.width - left }),
    left,
  );
}
