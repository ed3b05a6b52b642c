import { right, wrong, type Result } from '../base/index.ts';
import { readRules, type RuleBook } from '../rules/index.ts';
import type { Checked } from '../report/index.ts';
import type { Io } from './io.ts';
import { Reading } from './read-sources.ts';

/** Reads a file of rules; a file with mistakes gives them with the lines that they stand on. */
export function readRuleFile(file: string, io: Io): Result<RuleFile, readonly Checked[]> {
  const reading = new Reading(io);
  const linesOf = (of: string): readonly string[] => reading.linesOf(of);
  const source = reading.source(file);
  if (!source.ok) return wrong([{ ...source.wrong, linesOf }]);
  const book = readRules(source.value);
  return book.ok ? right({ ...book.value, linesOf }) : wrong([{ file, mistakes: book.wrong, linesOf }]);
}

/** Rules with the lines of their file, for messages about them. */
export type RuleFile = RuleBook & Pick<Checked, 'linesOf'>;
