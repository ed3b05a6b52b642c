/** A value as JSON text that every reader takes: numbers that are none (NaN, infinite) are `null`; a newline ends it. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' && !Number.isFinite(each) ? null : each), 2)}\n`;
}
