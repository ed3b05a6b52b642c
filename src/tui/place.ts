import type { Label } from '../base/index.ts';
import type { Message, Words } from '../report/index.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import type { Line, Room } from './drawing/line.ts';
import type { Word } from './command-words.ts';
import type { Crumb } from './crumb.ts';
import type { Errand } from './errand.ts';
import type { Command } from './keys.ts';
import type { Want } from './materials.ts';
import type { Shared, SharedChange, ViewName } from './shared.ts';

/** Where and with what a place is drawn. */
export type Around = Room & { readonly words: Words; readonly glyphs: Glyphs };

/** What comes to a place. */
export type Input =
  | { readonly kind: 'command'; readonly command: Command }
  /** What is shared has changed: figures, what was wanted, the window; `before` it did. It is told to all places that one has come through. */
  | { readonly kind: 'told'; readonly before: Shared }
  /** So many milliseconds have passed since the last tick. */
  | { readonly kind: 'tick'; readonly elapsed: number }
  /** The text of the filter, after each letter; empty: no filter. */
  | { readonly kind: 'filter'; readonly text: string }
  /** What is typed for the question `to`, after each letter; `isDone` at its end. */
  | { readonly kind: 'answer'; readonly to: string; readonly text: string; readonly isDone: boolean }
  /** No answer comes to the question `to`. */
  | { readonly kind: 'left'; readonly to: string }
  /** A word of the command line that only places understand (`goto`, `sort`), with what follows it. */
  | { readonly kind: 'said'; readonly word: Word; readonly rest: string }
  /** An errand of this place is done; or why not. */
  | { readonly kind: 'ran'; readonly errand: Errand; readonly failure: Label | undefined };

/** A question that is answered in the message line. */
export interface Ask {
  /** Tells the answers of a place apart. */
  readonly to: string;
  readonly label: string;
  /** The answer to begin with. */
  readonly text: string;
}

/** What follows an input; nothing where it says nothing. */
export interface Outcome<Own> {
  /** The place as it is now. */
  readonly own?: Own;
  /** Goes one deeper, to another place; `back` comes back here. */
  readonly open?: Crumb;
  /** Goes back so many places, to where one came from. */
  readonly back?: number;
  readonly shared?: SharedChange;
  readonly errand?: Errand;
  readonly ask?: Ask;
  /** Said until the next key. */
  readonly note?: Message;
}

/** What a place shows. */
export interface Drawn {
  readonly body: readonly Line[];
  /** Right end of the first line; default: how far the replications are. */
  readonly standing?: Line;
  /** Last line but one; default: what there is to say about the replications. */
  readonly message?: Message;
}

/** A place that one can be at: one of the views, or what one opens from it. All of it is pure. */
export interface Place<Own> {
  /** The view under whose digit it stands. */
  readonly view: ViewName;
  /** Where one is: `A practice of 2017`, `Week`; the file before them is the shell's. */
  crumbs(own: Own, shared: Shared): readonly string[];
  /** What it must be given to be drawn in full. */
  wants?(own: Own, shared: Shared): readonly Want[];
  /** Whether a command would do something now; the footer shows no other. */
  works(command: Command, own: Own, shared: Shared): boolean;
  /** Words of the command line that it understands. */
  readonly says?: readonly Word[];
  /** What may follow `sort`, where it understands that. */
  sorts?(own: Own, shared: Shared): readonly string[];
  next(input: Input, own: Own, shared: Shared): Outcome<Own>;
  /** Milliseconds between its ticks; none while nothing moves by itself. */
  tick?(own: Own, shared: Shared): number | undefined;
  draw(own: Own, shared: Shared, around: Around): Drawn;
  /** What is shown as the text of a file for other programs; none: only the picture can be written. */
  sheet?(format: 'csv' | 'md', own: Own, shared: Shared, words: Words): string;
}
