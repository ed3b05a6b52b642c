import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { happenings, lanes, words } from '../../src/customs/index.ts';
import { builtInFlows, outlineOf, type OutlineState } from '../../src/flows/index.ts';
import { clockText, lengthText, standView, wordsOf } from '../../src/report/index.ts';
import { freeModel } from '../../src/rules/index.ts';
import { sea, seaModel, standOf, turns, walkOf } from '../learn/walks.ts';
import { modelOf } from '../simulation/story.ts';

test('instants by the clock of the port, rounded down to the minute', () => {
  const { scenario } = seaModel;
  expect([0, 959.99, 960, 8 * 1440 + 0.5].map((at) => clockText(at, scenario, 'en'))).toEqual([
    'Mon 6 Mar 08:00',
    'Mon 6 Mar 23:59',
    'Tue 7 Mar 00:00',
    'Tue 14 Mar 08:00',
  ]);
  expect(clockText(-480.5, scenario, 'zh')).toBe('3月5日 周日 23:59');
});

test('lengths in their two largest units', () => {
  const lengths = [0, 0.26666, 1.5, 59.999, 498, 1439.6, 1440, 1800, 4000];
  expect(lengths.map((length) => lengthText(length, 'en'))).toEqual([
    '0 s',
    '16 s',
    '1 min 30 s',
    '1 h',
    '8 h 18 min',
    '24 h',
    '1 d',
    '1 d 6 h',
    '2 d 19 h',
  ]);
  expect([1800, 498, 0.26666].map((length) => lengthText(length, 'zh'))).toEqual(['1天6小时', '8小时18分', '16秒']);
});

test('a stand in words', () => {
  const stand = standOf(
    modelOf(sea()),
    walkOf({ measures: { advanceDeclaration: true }, turns: turns('due:preparation') }),
  );
  const view = standView(stand, seaModel.scenario, wordsOf('en'));
  expect(view.clock).toBe('Tue 7 Mar 15:00');
  expect(view.lanes.map(({ name, waitsFor }) => [name, waitsFor])).toEqual([
    ['goods', 'waits: the ship, 17 h'],
    ['declaration', 'waits: electronic check, 1 min'],
    ['duty', 'waits: declaration'],
  ]);
  expect(view.happened.at(-1)).toEqual({ when: 'Tue 7 Mar 15:00', what: 'papers ready', then: 'declaration lodged' });
  expect(view.coming[2]).toEqual({
    what: 'electronic check done: fault found in the declaration',
    leads: 'returned for correction',
    when: 'Tue 7 Mar 15:01, in 1 min',
    range: 'Tue 7 Mar 15:01',
    isDeadline: false,
  });
  expect(view.deadlines[0]).toEqual({
    what: 'term of the declaration',
    when: 'about Thu 23 Mar 00:00',
    left: '15 d 9 h',
    law: 'law (Customs Law art. 24; GACC Order 128 of 2005)',
  });
  expect(view.laws[0]).toEqual({ about: 'lodged', law: 'Customs Law art. 24' });
  const zh = standView(stand, seaModel.scenario, wordsOf('zh'));
  expect(zh.lanes.map(({ waitsFor }) => waitsFor)).toEqual(['等待：到港 17小时', '等待：系统审核 1分', '等待：申报']);
  expect(zh.coming[2]?.what).toBe('系统审核完成：申报差错');
});

test('everything of sea import has a name of the field in both languages', () => {
  const flow = present(builtInFlows['sea-import'], 'sea-import');
  const model = freeModel(flow);
  const inner = (states: readonly OutlineState[]): readonly OutlineState[] =>
    states.flatMap((state) => [state, ...inner(state.states)]);
  for (const { name, states } of outlineOf(flow).lanes) {
    expect(lanes[name], name).toBeDefined();
    for (const { label, path } of inner(states)) {
      expect(label.zh, path).toMatch(/^[\p{Script=Han}，]+$/u);
      expect(label.en, path).toMatch(/^[a-z]/u);
    }
  }
  const comes = [
    'ARRIVED',
    ...model.table.timers.map(({ delay }) => `due:${delay}`),
    ...model.names.activities.flatMap((name) =>
      model.scenario.activities[name]?.takes === undefined ? [`granted:${name}`] : [`start:${name}`, `end:${name}`],
    ),
  ];
  for (const name of comes) expect(Object.keys(happenings), name).toContain(name);
  for (const name of Object.keys(model.scenario.chances)) expect(Object.keys(words), name).toContain(name);
});
