/** A map of plain data, as YAML and JSON give it. */
export type Mapping = Readonly<Record<string, unknown>>;

/** Whether a value is a map, not a list. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What may be left out, stand alone or be a list: always as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
