import { Remembered } from '../base/index.ts';
import { Recorded, type Recording } from '../simulation/index.ts';
import { countedRun } from './counted-run.ts';
import type { Want } from './materials.ts';
import type { Shared } from './shared.ts';

const ordered = new Remembered<Recording, Recorded>();

/** A replication of a scenario by consignment, if it is here. */
export function recordedOf(scenario: string, replication: number, shared: Shared): Recorded | undefined {
  const [want] = recordingWants(scenario, replication, shared);
  const recording = want && shared.materials.here(want);
  return recording === undefined
    ? undefined
    : ordered.of(recording, scenario, () => new Recorded(shared.modelOf(scenario), recording));
}

/** The want of a replication of a scenario; none before it is known from when on consignments are counted. */
export function recordingWants(
  scenario: string,
  replication: number,
  shared: Pick<Shared, 'progress'>,
): readonly Want<'recording'>[] {
  const run = countedRun(scenario, replication, shared);
  return run === undefined ? [] : [{ kind: 'recording', ...run }];
}
