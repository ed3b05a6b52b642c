/** So many digits, and a number of JavaScript may not tell an integer from its neighbours. */
const longInteger = /\d{16}/u;

/** The value of a JSON text, integers that no number tells apart as texts; undefined if it is none. */
export function jsonValue(text: string): unknown {
  try {
    return longInteger.test(text) ? JSON.parse(text, withAllDigits) : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What JSON.parse is to take for a value. It tells how a number is written behind the value, which its types do not say yet. */
function withAllDigits(_: string, value: unknown, ...how: readonly unknown[]): unknown {
  const [written] = how;
  const source = isObject(written) ? written['source'] : undefined;
  return typeof source === 'string' && /^-?\d{16,}$/u.test(source) ? source : value;
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, number or boolean as it would be written in a table; of anything else, nothing. */
export function plainText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}
