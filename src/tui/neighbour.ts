/** The item after (1) or before (-1) another, going round; the first where it is not among them. */
export function neighbour<Item>(items: readonly Item[], item: Item, step: 1 | -1): Item {
  const at = items.indexOf(item);
  if (at < 0) return items[0] ?? item;
  return items[(at + step + items.length) % items.length] ?? item;
}
