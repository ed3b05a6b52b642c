const encoder = new TextEncoder();

/** A text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Whether this stands at a place. */
export function isAt(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let place = 0; place < what.length; place++) if (bytes[at + place] !== what[place]) return false;
  return true;
}
