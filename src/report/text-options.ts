import type { Words } from './words-en.ts';

/** Formats of tables. */
export type Format = 'table' | 'csv' | 'md';

/** How a command wants its output. */
export interface TextOptions {
  readonly words: Words;
  readonly format: Format;
  /** Cells of a line; none: tables are as wide as they are, prose goes on after 100. */
  readonly width?: number | undefined;
  /** Lists in full what is otherwise counted. */
  readonly verbose?: boolean;
  /** Last line of a Markdown report: version and command that make it again. */
  readonly madeBy?: string;
}
