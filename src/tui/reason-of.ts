import { NotDone, verbatim, type Label } from '../base/index.ts';

/** Why something was not done, as it is told; an error of somebody else tells its own words. */
export function reasonOf(error: unknown): Label {
  if (error instanceof NotDone) return error.why;
  return verbatim(error instanceof Error ? error.message : String(error));
}
