import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inquire } from '../../src/experiment/index.ts';
import { survey } from '../../src/replay/index.ts';
import { recordingOf, resultOf } from '../simulation/recordings.ts';
import { modelOf } from '../simulation/story.ts';

const network = modelOf(readFileSync('scenarios/examples/customs-network.yaml', 'utf8').replace('1000000', '400'));

test('who asks for a recording gets all of that replication, and with the survey of it the same recording', () => {
  const of = { model: 0, replication: 0, warmUp: 60 } as const;
  const recording = recordingOf(network, { warmUp: 60 });
  expect(resultOf(inquire([network], { kind: 'recording', ...of }))).toEqual(recording);
  const asked = resultOf(inquire([network], { kind: 'survey', ...of }));
  expect(asked).toEqual(resultOf(survey(network, recording)));
  // It crosses threads.
  expect(structuredClone(asked)).toEqual(asked);
});
