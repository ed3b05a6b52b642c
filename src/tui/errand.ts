/** Something that a place wants done outside: by the desk, which then tells how it went. */
export type Errand =
  /** Writes a new file; one that is there already is left alone. */
  | { readonly kind: 'write'; readonly file: string; readonly text: string; readonly rows: number }
  /** Gives the terminal a text to keep for pasting. */
  | { readonly kind: 'copy'; readonly text: string };
