import { closest, distance } from 'fastest-levenshtein';
import type { Label } from './label.ts';

/** The way to a value inside a document: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** A place in a file; lines and columns count from 1, columns in characters. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What a user got wrong: never thrown, always returned, all of a file at once.
 * `path` is turned into a `place` by whoever holds the text.
 */
export interface Mistake {
  /** Stable word for the kind of mistake, kebab-case: `unknown-key`, `wrong-unit`. */
  readonly code: string;
  readonly path: Path;
  readonly place?: Place;
  /** One sentence fragment without full stop: what is wrong. */
  readonly message: Label;
  /** What stands there, as written. */
  readonly found?: string;
  /** What may stand there. */
  readonly expected?: Label;
  /** The nearest right word. */
  readonly nearest?: string;
}

/** The word of `words` nearest to `word` by edit distance, when it is near enough to be meant (a third of its letters, at least 2). */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const best = closest(
    word.toLowerCase(),
    words.map((each) => each.toLowerCase()),
  );
  const found = words.find((each) => each.toLowerCase() === best);
  return found !== undefined && distance(word.toLowerCase(), best) <= Math.max(2, Math.floor(word.length / 3))
    ? found
    : undefined;
}
