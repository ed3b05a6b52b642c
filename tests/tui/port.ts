import { record, type Model, type Recording } from '../../src/simulation/index.ts';
import { campaign } from '../simulation/campaign.ts';
import { modelOf } from '../simulation/story.ts';

const models = new Map<string, Model>();
const recordings = new Map<Model, Recording>();

/** Six days of a port with many inspections; with measures in all scenarios but the base of the fixture. */
export function portModel(scenario: string): Model {
  const measures = scenario === 'practice of 2017' ? [] : ['advanceDeclaration', 'attendanceWaiver'];
  const key = String(measures.length);
  const model =
    models.get(key) ??
    modelOf(
      campaign({ measures, chances: { selectedForInspection: '40 %', selectedForReview: '60 %' }, horizon: '6 d' }),
    );
  models.set(key, model);
  return model;
}

/** The first replication of it. */
export function portRecording(scenario: string): Recording {
  const model = portModel(scenario);
  const known = recordings.get(model);
  if (known !== undefined) return known;
  const steps = record(model, { replication: 0, warmUp: 0 });
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    recordings.set(model, step.value);
    return step.value;
  }
}
