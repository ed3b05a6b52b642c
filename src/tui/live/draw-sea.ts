import { cellsOf, type SeaView } from '../../report/index.ts';
import { margin } from '../drawing/draw-table.ts';
import { fitLine, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import type { LiveWords } from './words.ts';

/** Cells before the way to the quay. */
const left = 11;

/** Cells that the way between two vessels has on average, so that few stand in each other's way. */
const cellsPerVessel = 8;

/** Lengths of the way that are drawn, in hours. */
const lengths = [1, 2, 3, 6, 12, 24, 36, 48, 72, 96, 120, 168, 240, 336, 720] as const;

/**
 * What is at sea in words, and the vessels on their way to the quay, which is at the left: as far off as they are in time. One that
 * another hides is only counted.
 */
export function drawSea(
  { vessels, next, afloat, gap }: SeaView,
  words: LiveWords,
  { width, glyphs }: Pick<Around, 'width' | 'glyphs'>,
): readonly Line[] {
  const label = fitLine(lineOf(' '.repeat(margin) + words.atSea, 'dim'), left);
  const text = words.vessels(vessels) + (next === undefined ? '' : words.nextVessel(next));
  const cellsMost = Math.max(0, width - left - 9);
  const hours = lengths.findLast((each) => each * 60 * cellsPerVessel <= gap * cellsMost) ?? lengths[0];
  const scale = words.hours(hours);
  const cells = Math.max(0, width - left - cellsOf(scale) - 2);
  return [
    [...label, ...lineOf(text)],
    [...lineOf(' '.repeat(left)), ...drawWay(afloat, { hours, cells, glyphs }), ...lineOf(` ${scale}`, 'dim')],
  ].map((line) => fitLine(line, width));
}

function drawWay(
  afloat: SeaView['afloat'],
  { hours, cells, glyphs }: { hours: number; cells: number } & Pick<Around, 'glyphs'>,
): Line {
  const way: Line[number][] = [];
  let drawn = 0;
  const water = (to: number): void => {
    way.push(...lineOf(glyphs.rule.repeat(to - drawn), 'dim'));
    drawn = to;
  };
  for (const { carries, minutes } of afloat) {
    const at = Math.floor((minutes / 60 / hours) * cells);
    const vessel = `${glyphs.vessel}${carries}`;
    if (at < drawn || at + vessel.length > cells) continue;
    water(at);
    way.push(...lineOf(vessel, 'strong'));
    drawn += vessel.length;
  }
  water(cells);
  return way;
}
