/** At most so many items, the chosen one among them; the first where it is not. */
export function windowOf<Item>(items: readonly Item[], chosen: Item | undefined, most: number): readonly Item[] {
  const at = items.findIndex((item) => item === chosen);
  const first = Math.max(0, Math.min(at - most + 1, items.length - most));
  return items.slice(first, first + most);
}

/** Items that have room, and how many before and after them have none. */
export interface Windowed<Item> {
  readonly above: number;
  readonly items: readonly Item[];
  readonly below: number;
}

/** The same in so many lines, one of which at either end says how many have no room there; with fewer than three lines none does. */
export function markedWindowOf<Item>(items: readonly Item[], chosen: Item | undefined, most: number): Windowed<Item> {
  const count = items.length;
  if (count <= most || most < 3) return { above: 0, items: windowOf(items, chosen, most), below: 0 };
  const at = Math.max(
    0,
    items.findIndex((item) => item === chosen),
  );
  const above = at < most - 1 ? 0 : at > count - most ? count - most + 1 : at - most + 3;
  const shown = most - 1 - (above > 0 && at <= count - most ? 1 : 0);
  return { above, items: items.slice(above, above + shown), below: count - above - shown };
}
