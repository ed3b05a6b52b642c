/** What a column asks for, in cells. */
export interface ColumnWish {
  /** Widths between which the column may be drawn; `Infinity` takes what is left. */
  readonly least: number;
  readonly natural: number;
  /** Importance: 0 is never left out, the highest rank goes first. */
  readonly rank: number;
}

/**
 * Widths of columns that stand side by side, `gap` cells apart, in `width` cells: -1 for a column left out. While the
 * least widths do not fit, the column of highest rank is left out whole; what is left over goes to the columns in the
 * order of their ranks, each up to its natural width.
 */
export function fitColumns(
  wishes: readonly ColumnWish[],
  { width, gap }: { width: number; gap: number },
): readonly number[] {
  const widths = wishes.map((wish) => Math.min(wish.least, wish.natural));
  const used = (): number => {
    const kept = widths.filter((each) => each >= 0);
    return kept.reduce((sum, each) => sum + each, 0) + gap * Math.max(0, kept.length - 1);
  };
  const byRank = wishes
    .map((_, index) => index)
    .toSorted((a, b) => (wishes[a]?.rank ?? 0) - (wishes[b]?.rank ?? 0) || a - b);
  for (const index of byRank.toReversed()) if (used() > width && (wishes[index]?.rank ?? 0) > 0) widths[index] = -1;
  for (const index of byRank) {
    const wanted = wishes[index]?.natural ?? 0;
    const has = widths[index] ?? -1;
    if (has >= 0) widths[index] = has + Math.max(0, Math.min(wanted - has, width - used()));
  }
  return widths;
}
