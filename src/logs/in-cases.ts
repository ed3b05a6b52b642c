import type { Rows } from './rows.ts';

/** Rows case by case, each case in order of time; and what was met on the way there. */
export interface InCases {
  /** Rows of case c: from `first[c]` to before `first[c + 1]`. */
  readonly first: Int32Array;
  /** By row: where it stood before. */
  readonly from: Int32Array;
  readonly event: Int32Array;
  readonly at: Float64Array;
  readonly line: Int32Array;
  readonly withoutTime: number;
  readonly outOfOrder: number;
  readonly duplicates: number;
}

/**
 * Puts rows in cases, and each case in order of time, rows of one instant as they came. A row without time stays behind the one before it
 * (before the one after it, if it is the first).
 */
export function inCases(rows: Rows, cases: number): InCases {
  const { count, of } = rows;
  const first = new Int32Array(cases + 1);
  for (let row = 0; row < count; row++) add(first, (of[row] ?? 0) + 1, 1);
  for (let each = 0; each < cases; each++) add(first, each + 1, first[each] ?? 0);
  const from = new Int32Array(count);
  const free = first.slice();
  for (let row = 0; row < count; row++) {
    const each = of[row] ?? 0;
    from[free[each] ?? 0] = row;
    add(free, each, 1);
  }
  const when = rows.at.slice(0, count);
  let withoutTime = 0;
  let outOfOrder = 0;
  for (let each = 0; each < cases; each++) {
    const begin = first[each] ?? 0;
    const end = first[each + 1] ?? 0;
    withoutTime += giveTimes(when, from, begin, end);
    const late = lateIn(when, from, begin, end);
    if (late > 0) from.subarray(begin, end).sort((a, b) => (when[a] ?? 0) - (when[b] ?? 0) || a - b);
    outOfOrder += late;
  }
  const event = sorted(rows.event, from, new Int32Array(count));
  const at = sorted(rows.at, from, new Float64Array(count));
  const line = sorted(rows.line, from, new Int32Array(count));
  return { first, from, event, at, line, withoutTime, outOfOrder, duplicates: duplicatesIn(first, event, at) };
}

/** A column in the order of the rows. (Arrays from others by a function take ten times as long.) */
function sorted<Column extends Float64Array | Int32Array>(column: Column, from: Int32Array, to: Column): Column {
  for (let row = 0; row < from.length; row++) to[row] = column[from[row] ?? 0] ?? 0;
  return to;
}

/** Gives the rows of a case that have no time one of their case, if there is one; how many had none. */
function giveTimes(when: Float64Array, from: Int32Array, begin: number, end: number): number {
  let without = 0;
  let time = Number.NaN;
  for (let row = begin; row < end; row++) {
    const own = when[from[row] ?? 0] ?? 0;
    if (!Number.isNaN(own)) {
      if (Number.isNaN(time)) for (let early = begin; early < row; early++) when[from[early] ?? 0] = own;
      time = own;
      continue;
    }
    without++;
    when[from[row] ?? 0] = time;
  }
  return without;
}

/** How many rows of a case are earlier than one that stands before them. */
function lateIn(when: Float64Array, from: Int32Array, begin: number, end: number): number {
  let late = 0;
  let latest = Number.NEGATIVE_INFINITY;
  for (let row = begin; row < end; row++) {
    const own = when[from[row] ?? 0] ?? 0;
    if (own < latest) late++;
    else latest = own;
  }
  return late;
}

/** How many rows tell an event again that their case already had at the same instant. */
function duplicatesIn(first: Int32Array, event: Int32Array, at: Float64Array): number {
  let duplicates = 0;
  const instant = new Set<number>();
  for (let of = 0; of + 1 < first.length; of++) {
    const begin = first[of] ?? 0;
    const end = first[of + 1] ?? 0;
    for (let row = begin + 1; row < end; row++) {
      if (at[row] !== at[row - 1]) {
        if (instant.size > 0) instant.clear();
        continue;
      }
      if (instant.size === 0) instant.add(event[row - 1] ?? 0);
      if (instant.has(event[row] ?? 0)) duplicates++;
      instant.add(event[row] ?? 0);
    }
    if (instant.size > 0) instant.clear();
  }
  return duplicates;
}

function add(to: Int32Array, place: number, what: number): void {
  to[place] = (to[place] ?? 0) + what;
}
