/**
 * How many cells of a bar each stage gets: together as many as their sum asks for (`hoursFull` fills `width`), divided by
 * largest remainder; a stage above 0 has at least one, which the longest gives.
 */
export function stageCells(
  hours: readonly number[],
  { hoursFull, width }: { hoursFull: number; width: number },
): readonly number[] {
  const exact = hours.map((each) => (hoursFull > 0 ? Math.max(0, each / hoursFull) * width : 0));
  const total = Math.round(exact.reduce((sum, each) => sum + each, 0));
  const cells = exact.map((each) => (each > 0 ? Math.max(1, Math.floor(each)) : 0));
  const owed = (index: number): number => (exact[index] ?? 0) - (cells[index] ?? 0);
  const indices = cells.map((_, index) => index);
  for (let sum = cells.reduce((all, each) => all + each, 0); sum < total; sum++) {
    const most = indices.reduce((best, each) => (owed(each) > owed(best) ? each : best), 0);
    cells[most] = (cells[most] ?? 0) + 1;
  }
  for (let sum = cells.reduce((all, each) => all + each, 0); sum > total; sum--) {
    const longest = indices.reduce((best, each) => ((cells[each] ?? 0) > (cells[best] ?? 0) ? each : best), 0);
    if ((cells[longest] ?? 0) <= 1) break;
    cells[longest] = (cells[longest] ?? 0) - 1;
  }
  return cells;
}

/** What stages are drawn with where only ASCII may stand; from the fifth on they begin again. */
export const asciiPatterns: readonly string[] = [':', '#', '%', '='];
