import { cellsOf, fit } from '../../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import { fitLine, fitLines, lineOf, lineOfCells, type Line, type Piece, type Role, type Room } from './line.ts';

/** What went on side by side, over one axis of time. */
export interface GanttData {
  readonly lanes: readonly GanttLane[];
  /** Ends of the axis, in the unit of everything here. */
  readonly from: number;
  readonly to: number;
  /** What the axis counts, and where its numbers stand. */
  readonly axis: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** One after another. */
export interface GanttLane {
  readonly label: string;
  /** In their order, not overlapping; what lies between them is blank. */
  readonly spans: readonly GanttSpan[];
  /** What was reached at one instant. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
}

/** A part of a lane. */
export interface GanttSpan {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** What it is drawn with: one cell. */
  readonly pattern: string;
  readonly role: Role;
  readonly isChosen: boolean;
}

/** Cells before the bars: a margin, the name of the lane, a blank. */
const nameWidth = 15;
const margin = 3;

/** Blank cells between two labels. */
const gap = 2;

/** Lines that so many lanes take: with a blank line after each but the last, or tight. */
export function ganttHeight(lanes: number, { isTight }: { readonly isTight: boolean }): number {
  return isTight ? 2 + 2 * lanes : 2 + 3 * lanes;
}

/** An axis, then each lane as a bar with labels under it, with a blank line after each where there is height for that. */
export function drawGantt(
  { lanes, from, to, axis, ticks }: GanttData,
  { width, height, glyphs }: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  const bar = Math.max(1, width - nameWidth - margin);
  const isLoose = height >= ganttHeight(lanes.length, { isTight: false });
  const lines = [
    ...drawAxis({ from, to, axis, ticks }, { bar, glyphs }),
    ...lanes.flatMap((lane) => [...drawLane(lane, { from, to, bar, glyphs }), ...(isLoose ? [[]] : [])]),
  ];
  return fitLines(lines, { width, height });
}

function drawAxis(
  { from, to, axis, ticks }: Omit<GanttData, 'lanes'>,
  { bar, glyphs }: { readonly bar: number; readonly glyphs: Glyphs },
): readonly Line[] {
  const numbers = new Labels(bar);
  const uprights = Array.from({ length: bar }, () => ' ');
  for (const { at, label } of ticks) {
    const cell = Math.min(bar - 1, Math.round(((at - from) / (to - from)) * bar));
    if (numbers.put({ label, at: cell, role: 'dim' })) uprights[cell] = glyphs.upright;
  }
  return [
    [...named(axis, 'dim'), ...numbers.line()],
    [...named('', 'dim'), ...lineOf(uprights.join(''), 'dim')],
  ];
}

function drawLane(
  { label, spans, marks }: GanttLane,
  { from, to, bar, glyphs }: { from: number; to: number; bar: number; glyphs: Glyphs },
): readonly Line[] {
  const seen = spans.filter((span) => span.to > from && span.from < to);
  const edges = seen.flatMap((span) => [Math.max(from, span.from), Math.min(to, span.to)]);
  const cells = cellsOfEdges(
    edges.map((edge) => ((edge - from) / (to - from)) * bar),
    bar,
  );
  const drawn: Piece[] = Array.from({ length: bar }, () => ({ text: ' ', role: 'plain' }));
  const labels = new Labels(bar);
  for (const [at, { pattern, role }] of seen.entries())
    for (let cell = cells[2 * at] ?? 0; cell < (cells[2 * at + 1] ?? 0); cell++) drawn[cell] = { text: pattern, role };
  const placed = marks
    .filter((mark) => mark.at >= from && mark.at <= to)
    .map((mark) => {
      const edge = edges.lastIndexOf(mark.at);
      const cell = edge < 0 ? Math.round(((mark.at - from) / (to - from)) * bar) : (cells[edge] ?? 0);
      return { ...mark, cell: Math.min(bar - 1, cell) };
    });
  for (const { cell } of placed) drawn[cell] = { text: glyphs.milestone, role: 'strong' };
  const chosen = seen.findIndex((span) => span.isChosen);
  const byRank = [...seen.keys()].toSorted(
    (one, other) =>
      Number(other === chosen) - Number(one === chosen) || lengthOf(seen[other]) - lengthOf(seen[one]) || one - other,
  );
  const put = (at: number): boolean =>
    labels.put({ label: seen[at]?.label ?? '', at: cells[2 * at] ?? 0, role: at === chosen ? 'accent' : 'dim' });
  if (chosen >= 0) put(chosen);
  for (const { label: name, cell } of placed) labels.put({ label: name, at: cell, role: 'plain' });
  for (const at of byRank) if (at !== chosen) put(at);
  return [
    [...named(label, 'plain'), ...lineOfCells(drawn)],
    [...named('', 'plain'), ...labels.line()],
  ];
}

function lengthOf(span: GanttSpan | undefined): number {
  return span === undefined ? 0 : span.to - span.from;
}

/** The name of a lane in the cells before its bar. */
function named(name: string, role: Role): Line {
  const room = nameWidth - margin - 1;
  return fitLine([...lineOf(' '.repeat(margin)), ...lineOf(fit(name, { width: room }), role)], nameWidth);
}

/**
 * Cells of the edges of spans (begin, end, begin, end ..; ascending, exact places on so many cells): each to the nearest cell,
 * but a span that lasts has one cell at least, as long as there are enough for all.
 */
export function cellsOfEdges(edges: readonly number[], width: number): readonly number[] {
  const lasts = edges.map((edge, at) => at % 2 === 1 && edge > (edges[at - 1] ?? edge));
  const isRoomy = lasts.filter(Boolean).length <= width;
  const least = (at: number): number => (isRoomy && lasts[at] === true ? 1 : 0);
  const cells: number[] = [];
  for (const [at, edge] of edges.entries()) cells.push(Math.max(Math.round(edge), (cells.at(-1) ?? 0) + least(at)));
  let next = width;
  for (let at = cells.length - 1; at >= 0; at--) {
    next = Math.min(cells[at] ?? 0, next - (at + 1 < cells.length ? least(at + 1) : 0));
    cells[at] = next;
  }
  return cells;
}

/** Labels on one line: the first to come has its place, one that would touch another has none. */
class Labels {
  readonly #width: number;
  readonly #placed: { readonly label: string; readonly at: number; readonly role: Role }[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** Puts a label where it begins, or further left where it would not fit; false if there is no room. */
  put({ label, at, role }: { readonly label: string; readonly at: number; readonly role: Role }): boolean {
    const wide = cellsOf(label);
    const start = Math.min(at, this.#width - wide);
    const isFree = this.#placed.every(
      (other) => start + wide + gap <= other.at || other.at + cellsOf(other.label) + gap <= start,
    );
    if (label === '' || start < 0 || !isFree) return false;
    this.#placed.push({ label, at: start, role });
    return true;
  }

  line(): Line {
    let at = 0;
    return this.#placed
      .toSorted((one, other) => one.at - other.at)
      .flatMap((each) => {
        const blank = ' '.repeat(each.at - at);
        at = each.at + cellsOf(each.label);
        return [...lineOf(blank), ...lineOf(each.label, each.role)];
      });
  }
}
