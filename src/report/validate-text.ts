import type { Mistake } from '../base/index.ts';
import { mistakeText } from './mistake-text.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** A file that was looked at. */
export interface Checked {
  readonly file: string;
  /** None: the file is right. */
  readonly mistakes: readonly Mistake[];
  /** Lines of a file, for the places in it; none where it could not be read. */
  readonly linesOf: (file: string) => readonly string[];
}

/** What `validate` says: every file, every mistake of it. */
export function validateText(files: readonly Checked[], words: Words): string {
  return files.map((checked) => `${checkedBlocks(checked, words).join('\n\n')}\n`).join('\n');
}

function checkedBlocks({ file, mistakes, linesOf }: Checked, words: Words): readonly string[] {
  const name = visible(file);
  if (mistakes.length === 0) return [words.isRight(name)];
  return [
    words.isWrong({ file: name, n: mistakes.length }),
    ...mistakes.map((mistake) => mistakeText(mistake, linesOf(mistake.place?.file ?? file), words)),
  ];
}
