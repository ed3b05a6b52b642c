import type { CompareRow, CompareView } from '../../report/index.ts';
import type { Picture } from './state.ts';

/** What the body of the comparison is drawn from. */
export interface CompareDrawing {
  readonly view: CompareView;
  /** The rows in the order of the screen. */
  readonly rows: readonly CompareRow[];
  readonly chosen: CompareRow | undefined;
  /** Names of scenarios that are marked. */
  readonly marked: readonly string[];
  /** The pictures to show, the first in the first pane: one, two or four. */
  readonly pictures: readonly Picture[];
}
