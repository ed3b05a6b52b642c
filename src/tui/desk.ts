import type { Progress } from '../experiment/index.ts';

/** Through this a screen asks for an experiment and steers it; the CLI fills it with workers, tests with a recording. */
export interface Desk {
  /** What is compared, for the first line. */
  readonly title: string;
  /** Names of the scenarios, the base first. */
  scenarios(): readonly string[];
  /** Tells `listener` where the experiment stands, now (if there is something) and whenever that changes, until the returned function is called. */
  subscribe(listener: (progress: Progress) => void): () => void;
  /** Holds the experiment after the replications under way. */
  pause(): void;
  resume(): void;
  /** Ends the experiment: the screen is closing. */
  stop(): void;
  /** Seconds until the experiment ends, as far as one can tell. */
  secondsLeft?(): number | undefined;
}
