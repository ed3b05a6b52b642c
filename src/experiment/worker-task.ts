import type { Overrides, Source } from './source.ts';

/** What a worker is given when it starts. */
export interface WorkerTask {
  readonly sources: readonly Source[];
  readonly overrides: Overrides;
}
