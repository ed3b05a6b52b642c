/**
 * A user's text made safe to show on one line: control characters, line separators and the marks that turn the
 * direction of writing are shown as `\u{..}`, so that no name can move the cursor, colour the screen or hide itself.
 */
export function visible(text: string): string {
  return text.replaceAll(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** C0, DEL and C1 controls; Arabic letter mark; direction marks, embeddings, overrides, isolates; line and paragraph separators; lone surrogates. */
const hidden = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
