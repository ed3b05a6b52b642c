/** At most so many items, the chosen one among them; the first where it is not. */
export function windowOf<Item>(items: readonly Item[], chosen: Item | undefined, most: number): readonly Item[] {
  const at = items.findIndex((item) => item === chosen);
  const first = Math.max(0, Math.min(at - most + 1, items.length - most));
  return items.slice(first, first + most);
}
