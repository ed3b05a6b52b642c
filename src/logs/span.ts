/** A text as it stands in UTF-8, from a byte to before another, of which no string has been made; it is good until the next bytes come. */
export interface Span {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

// What begins with a byte order mark keeps it: it is a part of a text.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text as a string; undefined if it is not UTF-8. */
export function stringOf({ bytes, from, to }: Span): string | undefined {
  try {
    return decoder.decode(bytes.subarray(from, to));
  } catch {
    return undefined;
  }
}
