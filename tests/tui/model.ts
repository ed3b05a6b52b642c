import { readFileSync } from 'node:fs';
import { assert } from '../../src/base/index.ts';
import { modelsOf, openSources } from '../../src/experiment/index.ts';
import type { Model, Recording } from '../../src/simulation/index.ts';
import { recordingOf } from '../simulation/recordings.ts';

let made: Model | undefined;

/** The model of the shipped scenario of sea imports, made once. */
export function model(): Model {
  made ??= makeModel();
  return made;
}

/** Its first replication, of which only the beginning is written down. */
export function begunRecording(): Recording {
  return recordingOf(model(), { max: 20_000 });
}

function makeModel(): Model {
  const file = 'scenarios/sea-import-2017.yaml';
  const set = openSources([{ file, text: readFileSync(file, 'utf8'), files: {} }], { baseOnly: true });
  assert(set.ok, 'the shipped scenario is right');
  const models = modelsOf(set.value);
  assert(models.ok && models.value[0] !== undefined, 'its flow compiles');
  return models.value[0];
}
