import type { Label } from '../base/index.ts';
import { csvText } from './csv.ts';
import { pageOutput } from './page-output.ts';
import type { TextOptions } from './text-options.ts';

/** A key of the screen, as the key table has it. */
export interface Key {
  readonly keys: readonly string[];
  /** Where it acts. */
  readonly context: string;
  readonly label: Label;
}

/** What `keys` prints: every key of the screen, where it acts and what it does. */
export function keysText(keys: readonly Key[], options: TextOptions): string {
  const { words, format } = options;
  const rows = keys.map((key) => [key.keys.join(' '), key.context, key.label[words.language]]);
  if (format === 'csv')
    return csvText([['keys', 'where', 'does'], ...keys.map((key) => [key.keys.join(' '), key.context, key.label.en])]);
  const heads = [words.key, words.where, words.does];
  const columns = heads.map((head) => ({ head, align: 'left' as const, rank: 0 }));
  return pageOutput({ title: '', tables: [{ heading: '', columns, rows }], notes: [] }, options);
}
