import { expect, test } from 'vitest';
import { Lines } from '../../src/rules/lines.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { simulate } from '../../src/simulation/index.ts';
import { modelOf } from '../simulation/story.ts';

const line = (atMost: number): Rule => ({
  id: 'Q',
  says: { en: '', zh: '' },
  source: '',
  claim: { queue: { resource: 'officers', atMost, for: 0.5 } },
});

function shares(text: string, warmUp = 0): readonly number[] {
  const model = modelOf(text);
  const lines = new Lines(model, [line(0), line(1)], warmUp);
  simulate(model, { replication: 0, warmUp, keepTimes: false, seriesBin: 0, observer: lines });
  return lines.shares();
}

const office = (calendar: string, gap: string, horizon = '10 h'): string => `name: office
flow: {initial: a, states: {a: {invoke: {src: work, onDone: b}}, b: {type: final}}}
start: 2017-03-06T09:00+08:00
arrivals: {consignments: {every: ${gap}}}
activities: {work: {needs: officers, takes: 3 h}}
resources: {officers: ${calendar === '' ? '1' : '{count: 1, calendar: office}'}}
${calendar === '' ? '' : `calendars: {office: {week: [${calendar}]}}`}
run: {horizon: ${horizon}, warmUp: 0 h, seed: small, replications: 1}`;

test('the share of time with a short line, by hand', () => {
  // They come at 2, 4, 6 and 8 h, and are served from 2, 5, 8 and 11 h on: one waits from 4 to 5, and from 6 on.
  expect(shares(office('', '2 h'))).toEqual([0.5, 1]);
  expect(shares(office('', '2 h'), 300)).toEqual([0.2, 1]);
  // They come every hour and are served from 1, 4 and 7 h on: one waits from 2 h on, two from 3 h on, and never less.
  expect(shares(office('', '1 h'))).toEqual([0.2, 0.3]);
});

test('only the time counts in which the resource works', () => {
  // Open on Monday from 9 to 12 and on Tuesday from 0: who comes at 11 is served until 14, all others wait for Tuesday.
  const [none] = shares(office("'Mon 09:00-12:00', 'Tue-Sun 00:00-24:00'", '2 h', '21 h'));
  expect(none).toBe(180 / (180 + 360));
});
