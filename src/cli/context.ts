import type { Language } from '../report/index.ts';
import type { Io } from './io.ts';

/** What a command is given beside its arguments. */
export interface Context {
  readonly io: Io;
  /** The command line as typed, for reports that say how to make them again. */
  readonly commandLine: string;
  /** Language of all words. */
  readonly language: Language;
}
