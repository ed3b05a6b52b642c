/** Dotted paths of the innermost active states of a state value. */
export function leavesOf(value: unknown, path = ''): readonly string[] {
  const inside = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (typeof value === 'string') return [inside(value)];
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value);
  return parts.length === 0 ? [path] : parts.flatMap(([key, inner]) => leavesOf(inner, inside(key)));
}
