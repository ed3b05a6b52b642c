import type { Progress } from '../experiment/index.ts';
import type { Change } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Errand } from './errand.ts';
import type { WareKind, Wares, Want } from './materials.ts';

/** Through this a screen asks for an experiment and steers it; the CLI fills it with workers, tests with a recording. */
export interface Desk {
  /** What is compared, for the first line. */
  readonly title: string;
  /** Names of the scenarios, the base first. */
  scenarios(): readonly string[];
  /** What the variants change, by scenario. */
  changes(): Readonly<Record<string, readonly Change[]>>;
  /** The model of a scenario. */
  modelOf(scenario: string): Model;
  /** Tells `listener` where the experiment stands, now (if there is something) and whenever that changes, until the returned function is called. */
  subscribe(listener: (progress: Progress) => void): () => void;
  /** Holds the experiment after the replications under way. */
  pause(): void;
  resume(): void;
  /** Ends the experiment: the screen is closing. */
  stop(): void;
  /** Seconds until the experiment ends, as far as one can tell. */
  secondsLeft?(): number | undefined;
  /** Brings what a place wants; rejects with an error that says why not. */
  bring<Kind extends WareKind>(want: Want<Kind>): Promise<Wares[Kind]['gives']>;
  /** Does an errand; rejects with an error that says why not. */
  run(errand: Errand): Promise<void>;
}
