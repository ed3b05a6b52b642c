import { alignPoints, fixed, type TimelineView } from '../../report/index.ts';
import { drawGantt, ganttHeight, type GanttLane } from '../drawing/draw-gantt.ts';
import { ganttLane } from '../drawing/gantt-lane.ts';
import { drawTable, margin, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import type { Glyphs } from '../drawing/glyphs.ts';
import { fitLines, lineOf, widthOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { timelineWords } from './words.ts';

/** What the timeline is drawn from. */
export interface TimelineDrawing {
  readonly view: TimelineView;
  readonly consignment: number;
  /** The same consignment in the base, to be drawn below. */
  readonly base: TimelineView | undefined;
  readonly baseLetter: string;
  /** Place of the event with the pointer, and of the wait that begins with it. */
  readonly event: number | undefined;
  readonly row: number;
}

/** Who it is, its lanes, those in the base, and what it waited for. */
export function drawTimeline(drawing: TimelineDrawing, around: Around): readonly Line[] {
  const { view, base, event } = drawing;
  const { width, height, words, glyphs } = around;
  const own = timelineWords(words.language);
  const ends = {
    from: Math.min(view.from, base?.from ?? view.from),
    to: Math.max(view.to, base?.to ?? view.to),
  };
  const isTight = base !== undefined && height < 40;
  const lanes = (of: TimelineView, chosen: number | undefined): readonly Line[] =>
    drawGantt(
      {
        lanes: lanesOf(of, chosen, glyphs),
        ...ends,
        axis: own.day,
        ticks: view.days.map(({ at, day }) => ({ at, label: String(day) })),
      },
      { width, height: ganttHeight(of.lanes.length, { isTight }), glyphs },
    );
  const lines = [
    headLine(drawing, around),
    ...(isTight ? [] : [[]]),
    ...lanes(view, event),
    ...(base === undefined
      ? []
      : [
          lineOf(
            ' '.repeat(margin) + own.baseTitle({ letter: drawing.baseLetter, takes: takesText(base, around) }),
            'dim',
          ),
          ...lanes(base, undefined),
        ]),
  ];
  return fitLines([...lines, ...drawWaits(drawing, { ...around, height: height - lines.length })], { width, height });
}

/** `4711  general credit, ordinary   release time 4 d 8 h   arrival Mon 17 Apr 06:12`; what has no room is left out from the middle. */
function headLine({ view, consignment }: TimelineDrawing, around: Around): Line {
  const own = timelineWords(around.words.language);
  const left: Line = [...lineOf(`${' '.repeat(margin)}${consignment}`, 'strong'), ...lineOf(`  ${view.attributes}`)];
  const rights = [
    `${takesText(view, around)}   ${own.arrived(view.arrived)} `,
    `${own.arrived(view.arrived)} `,
    `${view.arrived} `,
  ].map((text) => lineOf(text));
  const right = rights.find((each) => widthOf(left) + widthOf(each) + 2 <= around.width) ?? [];
  const blank = Math.max(2, around.width - widthOf(left) - widthOf(right));
  return [...left, ...lineOf(' '.repeat(blank)), ...right];
}

/** `release time 4 d 8 h`. */
function takesText({ takes, indicator }: TimelineView, { words }: Pick<Around, 'words'>): string {
  const own = timelineWords(words.language);
  return takes === undefined ? own.isOpen(indicator) : own.takes({ indicator, time: takes });
}

function lanesOf({ lanes, events }: TimelineView, event: number | undefined, glyphs: Glyphs): readonly GanttLane[] {
  const chosen = event === undefined ? undefined : events[event];
  return lanes.map((lane, at) => ganttLane(lane, glyphs, chosen?.lane === at ? chosen.span : undefined));
}

/** What it waited for, as many as there is room for, the chosen one among them. */
function drawWaits({ view, row }: TimelineDrawing, around: Around): readonly Line[] {
  const own = timelineWords(around.words.language);
  if (view.waits.length === 0) return [lineOf(' '.repeat(margin) + own.nothing)];
  const most = Math.max(0, around.height - 1);
  if (most === 0) return [];
  const first = Math.max(0, Math.min(row - most + 1, view.waits.length - most));
  const shown = view.waits.slice(first, first + most);
  const hours = alignPoints(shown.map((wait) => fixed(wait.hours, 1)));
  const column = (head: string, rank: number, align: 'left' | 'right' = 'left'): Column => ({
    head: lineOf(head, 'dim'),
    subhead: [],
    align,
    rank,
  });
  const table = drawTable(
    {
      columns: [
        { ...column(own.waitedFor, 0), least: 12, natural: 36 },
        column('h', 0, 'right'),
        column(own.holder, 1),
        column('', 2),
      ],
      rows: shown.map((wait, at) => ({
        id: String(first + at),
        letter: [],
        cells: [
          wait.place > 0 ? own.place(wait.what, wait.place) : wait.what,
          hours[at] ?? '',
          wait.holder,
          wait.closed >= 0.05 ? own.closed(fixed(wait.closed, 1)) : '',
        ].map((text) => lineOf(text)),
      })),
      chosen: row < 0 ? undefined : String(row),
    },
    { ...around, height: shown.length + 2 },
  );
  return withoutSubhead(table);
}
