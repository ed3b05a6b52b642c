import { Recorded, type Model, type Recording } from '../simulation/index.ts';
import type { Want } from './materials.ts';
import type { Shared } from './shared.ts';

/** Recordings that have been put in order: every frame asks for them. */
const known: WeakMap<Recording, Recorded> = new WeakMap();

/** A replication of a scenario by consignment, if it is here. */
export function recordedOf(scenario: string, replication: number, shared: Shared): Recorded | undefined {
  const recording = shared.materials.here(recordingWanted(scenario, replication));
  return recording === undefined ? undefined : ordered(shared.modelOf(scenario), recording);
}

/** The want of a replication of a scenario. */
export function recordingWanted(scenario: string, replication: number): Want<'recording'> {
  return { kind: 'recording', scenario, replication };
}

function ordered(model: Model, recording: Recording): Recorded {
  const recorded = known.get(recording) ?? new Recorded(model, recording);
  known.set(recording, recorded);
  return recorded;
}
