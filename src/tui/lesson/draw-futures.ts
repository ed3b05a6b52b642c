import { cellsOf, type FuturesView } from '../../report/index.ts';
import { drawGantt } from '../drawing/draw-gantt.ts';
import { drawTable, margin, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { ganttLane } from '../drawing/gantt-lane.ts';
import { beside, cutLine, fitLines, lineOf, type Line } from '../drawing/line.ts';
import { learnWords } from '../learn/words.ts';
import type { Around } from '../place.ts';

/** Lines of the axis above the bars. */
const axisLines = 2;

/** Lines of a bar with its labels. */
const laneLines = 2;

/** Cells of the table beside the bars. */
const tableWidth = 76;

/**
 * What each choice leads to: the lanes over one axis of time, and where there is room for it beside them, else alone, when each
 * milestone is reached and what it costs.
 */
export function drawFutures(view: FuturesView, around: Around): readonly Line[] {
  const { width, height } = around;
  const bars = width >= 2 * tableWidth ? drawBars(view, { ...around, width: width - tableWidth }) : [];
  if (bars.length === 0) return drawReached(view, around);
  return beside(
    fitLines(bars, { width: width - tableWidth, height }),
    drawReached(view, { ...around, width: tableWidth }),
    width - tableWidth,
  );
}

/** The lanes of each, those in which nothing is ever done left out where there is no room; none where there is no room at all. */
function drawBars({ futures, to, ticks }: FuturesView, around: Around): readonly Line[] {
  const { width, height, words, glyphs } = around;
  const all = futures.flatMap(({ lanes }) => [...lanes.keys()]);
  const works = all.filter((lane) => futures.some(({ lanes }) => lanes[lane]?.spans.some(({ isWait }) => !isWait)));
  const needs = (kept: readonly number[]): number => axisLines + futures.length + laneLines * kept.length;
  const kept = [all, works].find((each) => needs(each) <= height);
  if (kept === undefined) return [];
  return futures.flatMap(({ letter, label, lanes }, at) => {
    const shown = lanes.filter((_, lane) => kept.includes(lane));
    const picture = drawGantt(
      {
        lanes: shown.map((lane) => ganttLane(lane, glyphs)),
        from: 0,
        to,
        axis: learnWords(words.language).since,
        ticks,
      },
      { width, height: axisLines + laneLines * shown.length, glyphs },
    );
    const head = [...lineOf(`${' '.repeat(margin)}${letter}  `, 'accent'), ...lineOf(label, 'strong')];
    return [
      ...(at === 0 ? picture.slice(0, axisLines) : []),
      cutLine(head, width, glyphs.ellipsis),
      ...picture.slice(axisLines),
    ];
  });
}

/** When each milestone is reached, a column for each choice; where they differ it is strong. Where there are too many, those in which all agree go first. */
function drawReached({ futures, reached, costs }: FuturesView, around: Around): readonly Line[] {
  const { width, height, words, glyphs } = around;
  const own = learnWords(words.language);
  const room = Math.max(0, height - 2);
  const differing = reached.filter(({ isSame }) => !isSame);
  const rows = reached.length <= room ? reached : differing.slice(-room);
  const wide = Math.max(
    ...reached.flatMap(({ when }) => when.map(({ clock }) => cellsOf(clock))),
    ...costs.map(cellsOf),
  );
  const named = Math.max(...reached.map(({ what }) => cellsOf(what)), 0);
  const isLater = (future: number): boolean => reached.some(({ when }) => when[future]?.later !== '');
  /** A cell for each choice, and one for how much later than by the first. */
  const across = <Each>(of: (future: number) => Each, later: (future: number) => Each): readonly Each[] =>
    futures.flatMap((_, at) => [of(at), ...(at > 0 && isLater(at) ? [later(at)] : [])]);
  const column = { subhead: [], align: 'left', rank: 0 } as const;
  const table = drawTable(
    {
      columns: [
        { ...column, head: lineOf(own.reached, 'dim'), least: Math.min(named, 20) },
        ...across<Column>(
          (at) => ({
            ...column,
            // Not wider than what stands below: a label may be a sentence.
            head: cutLine(
              [...lineOf(`${futures[at]?.letter ?? ''} `, 'accent'), ...lineOf(futures[at]?.label ?? '', 'dim')],
              wide,
              glyphs.ellipsis,
            ),
            least: wide,
            natural: wide,
          }),
          () => ({ ...column, head: [], rank: 1 }),
        ),
      ],
      rows: [
        ...rows.map(({ what, isSame, when }, row) => ({
          id: String(row),
          letter: [],
          cells: [
            lineOf(what),
            ...across(
              (at) => lineOf(when[at]?.clock ?? '', isSame ? 'plain' : 'strong'),
              (at) => lineOf(when[at]?.later ?? '', 'dim'),
            ),
          ],
        })),
        {
          id: 'cost',
          letter: [],
          cells: [
            lineOf(own.cost),
            ...across(
              (at) => lineOf(costs[at] || (futures[at]?.hasEnded === true ? own.freeToTheEnd : own.free)),
              () => [],
            ),
          ],
        },
      ],
      chosen: undefined,
    },
    { width, height: height + 1, glyphs },
  );
  return fitLines(withoutSubhead(table), { width, height });
}
