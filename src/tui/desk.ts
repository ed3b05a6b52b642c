import type { Mistake } from '../base/index.ts';
import type { Progress } from '../experiment/index.ts';
import type { Checked } from '../report/index.ts';
import type { Change, Setting, VariantText } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Errand } from './errand.ts';
import type { WareKind, Wares, Want } from './materials.ts';

/** What a desk says of the scenarios that are open. */
export interface DeskTells {
  /** What is compared, for the first line. */
  readonly title: string;
  /** What was open before other files were opened over it, the last uppermost: their titles, and names of their unsaved variants. */
  readonly beneath: readonly {
    readonly title: string;
    readonly titleZh: string;
    readonly unsaved: readonly string[];
  }[];
  /** Names of the scenarios, in the order of their letters: those of the files, then what was tried. */
  readonly names: readonly string[];
  /** Name of the one that the others are set against. */
  readonly base: string;
  /** What the variants change, by scenario. */
  readonly changes: Readonly<Record<string, readonly Change[]>>;
  /** What each scenario of the first file sets in its base, by name and dotted path, as written. */
  readonly sets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** All that makes each scenario run as it does, as a text, by name: one with another key is another one. */
  readonly keys: Readonly<Record<string, string>>;
  /** What the base of the file says, value by value. */
  readonly settings: readonly Setting[];
  /** Names of variants that were made here, and of those among them that are in no file yet. */
  readonly tried: readonly string[];
  readonly unsaved: readonly string[];
  /** Files that have become wrong, with their mistakes; shown is what they said before. Or those that one wants to open. */
  readonly broken: readonly Checked[];
  /** True where those that are wrong are to be opened: they will be, once they are right. */
  readonly isOpening: boolean;
  readonly files: readonly string[];
  /** File of the rules that are asked; none: those that ship. */
  readonly rulesFile: string | undefined;
}

/** Through this a screen asks for an experiment and steers it; the CLI fills it with workers, tests with a recording. */
export interface Desk {
  tells(): DeskTells;
  /** The model of a scenario. */
  modelOf(scenario: string): Model;
  /** What is wrong with a variant that one thinks of; nothing is changed. */
  check(variant: VariantText): readonly Mistake[];
  /**
   * Tells `listener` where the experiment stands, scenarios in the order of their names, now (if there is something) and whenever that, or
   * what the desk tells, changes, until the returned function is called. Undefined: other scenarios are open, of which there are no figures yet.
   */
  subscribe(listener: (progress: Progress | undefined) => void): () => void;
  /** Holds the experiment after the replications under way. */
  pause(): void;
  resume(): void;
  /** Ends the experiment: the screen is closing. */
  stop(): void;
  /** Seconds until the experiment ends, as far as one can tell. */
  secondsLeft?(): number | undefined;
  /** Brings what a place wants; rejects with an error that says why not. Once `signal` is aborted nobody waits for it any more. */
  bring<Kind extends WareKind>(want: Want<Kind>, signal: AbortSignal): Promise<Wares[Kind]['gives']>;
  /** Does an errand; rejects with an error that says why not. */
  run(errand: Errand): Promise<void>;
}
