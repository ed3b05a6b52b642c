import { Remembered } from '../base/index.ts';
import { Recorded, type Recording } from '../simulation/index.ts';
import type { Want } from './materials.ts';
import type { Shared } from './shared.ts';

const ordered = new Remembered<Recording, Recorded>();

/** A replication of a scenario by consignment, if it is here. */
export function recordedOf(scenario: string, replication: number, shared: Shared): Recorded | undefined {
  const recording = shared.materials.here(recordingWanted(scenario, replication));
  return recording === undefined
    ? undefined
    : ordered.of(recording, scenario, () => new Recorded(shared.modelOf(scenario), recording));
}

/** The want of a replication of a scenario. */
export function recordingWanted(scenario: string, replication: number): Want<'recording'> {
  return { kind: 'recording', scenario, replication };
}
