import type { VariantText } from '../scenario/index.ts';

/** Something that a place wants done outside: by the desk, which then tells how it went. */
export type Errand =
  /** Writes a new file; one that is there already is left alone. */
  | { readonly kind: 'write'; readonly file: string; readonly text: string; readonly rows: number }
  /** Keeps that the question of a lesson was answered. */
  | { readonly kind: 'finish'; readonly lesson: string }
  /** Gives the terminal a text to keep for pasting. */
  | { readonly kind: 'copy'; readonly text: string }
  /** Runs a variant beside the others, in the place of one that was tried before. */
  | { readonly kind: 'try'; readonly variant: VariantText; readonly replaces: string | undefined }
  /** Gives up a variant that was tried. */
  | { readonly kind: 'drop'; readonly scenario: string }
  /** Sets the others against this scenario. */
  | { readonly kind: 'base'; readonly scenario: string }
  /** Writes the file with all variants that were tried, under a new name. */
  | { readonly kind: 'save'; readonly file: string }
  /** Opens other files over those that are open; gives that up, where they are wrong; closes them again. */
  | { readonly kind: 'open'; readonly files: readonly string[] }
  | { readonly kind: 'forgo' }
  | { readonly kind: 'close' }
  /** Runs twice as many replications as were done. */
  | { readonly kind: 'more' }
  /** Opens a file in the user's editor, which has the terminal meanwhile. */
  | { readonly kind: 'editor'; readonly file: string }
  /** Stops the program until the shell brings it back. */
  | { readonly kind: 'suspend' };
