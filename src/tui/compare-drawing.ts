import type { CompareRow, CompareView, Words } from '../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import type { Room } from './line.ts';
import type { Picture } from './screen-state.ts';

/** What the body of the comparison is drawn from. */
export interface CompareDrawing {
  readonly view: CompareView;
  /** The rows in the order of the screen. */
  readonly rows: readonly CompareRow[];
  readonly chosen: CompareRow | undefined;
  /** The pictures to show, the first in the first pane: one, two or four. */
  readonly pictures: readonly Picture[];
}

/** Where and with what it is drawn. */
export type Around = Room & { readonly words: Words; readonly glyphs: Glyphs };
