import { cellsOf, fit, wrapped, type LaneView, type StateView } from '../../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import { beside, fitLine, fitLines, lineOf, type Line, type Room } from './line.ts';

/**
 * Lanes side by side: the head, the states in the order of the machine, what the lane waits for. Where the consignment stands has the
 * pointer and is strong; where it was has the mark; where it never will be is dim and struck. What finds no room is left out: first what
 * is impossible, then what is farthest from where it stands.
 */
export function drawLanes(
  lanes: readonly LaneView[],
  { width, height, glyphs }: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  const widths = shared(
    lanes.map(({ name, states, waitsFor }) =>
      Math.max(...[name, waitsFor, ...states.map(labelOf)].map((text) => margin + cellsOf(text) + 1)),
    ),
    width,
  );
  const waits = lanes.map(({ waitsFor }, at) => wrapped(waitsFor, Math.max(1, (widths[at] ?? 0) - margin - 1)).length);
  const foot = height < waitsHeight ? 1 : Math.min(waitsMost, Math.max(1, ...waits));
  const all = lanes.reduceRight<readonly Line[]>((right, lane, at) => {
    const wide = widths[at] ?? 0;
    return beside(drawLane(lane, { width: wide, height, foot, glyphs }), right, wide);
  }, []);
  return fitLines(all, { width, height });
}

/** As much of a width for each as it asks for; if it is not enough, who asks for little gets it, and the others share alike. */
function shared(wanted: readonly number[], width: number): readonly number[] {
  const given = wanted.map(() => 0);
  let left = width;
  const order = wanted.map((_, at) => at).toSorted((one, other) => (wanted[one] ?? 0) - (wanted[other] ?? 0));
  for (const [place, at] of order.entries()) {
    const part = Math.floor(left / (order.length - place));
    given[at] = Math.min(wanted[at] ?? 0, part);
    left -= given[at] ?? 0;
  }
  const spare = Math.floor(left / Math.max(1, wanted.length));
  return given.map((each) => each + spare);
}

/** Lines from which what a lane waits for may take more than one of them, and how many. */
const waitsHeight = 16;
const waitsMost = 3;

/** Cells before a state: more above or below, pointer or mark, blank. */
const margin = 3;

function drawLane(
  { name, states, waitsFor }: LaneView,
  { width, height, foot, glyphs }: Room & { readonly foot: number; readonly glyphs: Glyphs },
): readonly Line[] {
  const rows = Math.max(0, height - 1 - foot);
  // Where there is little room, what is impossible goes first.
  const listed = states.length <= rows ? states : states.filter(({ standing }) => standing !== 'impossible');
  const shown = inSight(listed, rows);
  const hasMore = { above: shown[0] !== listed[0], below: shown.at(-1) !== listed.at(-1) };
  const room = Math.max(0, width - margin - 1);
  const { ellipsis } = glyphs;
  const told = wrapped(waitsFor, Math.max(1, room));
  // What has no line of its own stands in the last one, where it is cut.
  const waits = [...told.slice(0, foot - 1), told.slice(foot - 1).join(' ')];
  const cut = (text: string, how: 'middle' | 'end' = 'end'): string =>
    cellsOf(text) > room ? fit(text, { width: room, cut: how, ellipsis }) : text;
  // Names that begin alike are told apart by their ends.
  const short = states.map((state) => cut(labelOf(state)));
  const isAlike = (text: string): boolean => short.indexOf(text) !== short.lastIndexOf(text);
  const cutLabel = (state: StateView): string => {
    const label = labelOf(state);
    return cut(label, isAlike(cut(label)) ? 'middle' : 'end');
  };
  const lines = shown.map((state, at): Line => {
    const isCut = (at === 0 && hasMore.above) || (at === shown.length - 1 && hasMore.below);
    return [
      ...lineOf(isCut ? glyphs.ellipsis : ' ', 'dim'),
      ...signOf(state, glyphs),
      ...lineOf(cutLabel(state), roleOf(state)),
    ];
  });
  return [
    [...lineOf('   '), ...lineOf(cut(name), 'strong')],
    ...fitLines(lines, { width, height: rows }),
    ...fitLines(
      waits.map((line) => [...lineOf('   '), ...lineOf(cut(line), 'dim')]),
      { width, height: foot },
    ),
  ].map((line) => fitLine(line, width));
}

function labelOf({ label, depth }: StateView): string {
  return ' '.repeat(depth) + label;
}

/** As many states as there are rows for, around the one where the consignment stands. */
function inSight(states: readonly StateView[], rows: number): readonly StateView[] {
  const here = states.findIndex(({ isHere }) => isHere);
  const first = Math.min(Math.max(0, here - Math.floor(rows / 2)), Math.max(0, states.length - rows));
  return states.slice(first, first + rows);
}

function signOf({ standing, isHere }: StateView, glyphs: Glyphs): Line {
  if (isHere) return lineOf(`${glyphs.pointer} `, 'accent');
  if (standing === 'visited') return lineOf(`${glyphs.mark} `, 'dim');
  return standing === 'impossible' ? lineOf(`${glyphs.rule} `, 'dim') : lineOf('  ');
}

function roleOf({ standing }: StateView): 'strong' | 'plain' | 'dim' {
  if (standing === 'active') return 'strong';
  return standing === 'impossible' ? 'dim' : 'plain';
}
