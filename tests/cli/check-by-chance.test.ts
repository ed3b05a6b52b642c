import { expect, test } from 'vitest';
import type { Findings, Replayed } from '../../src/chance/index.ts';
import { tell } from './fake-io.ts';

const files = {
  'mine.yaml': `rules:
  - {id: back, says: {en: Nothing is sent back., zh: 不得退运。}, absence: {event: returned}}
  - {id: soon, says: Nothing is late before the sixteenth day., precedence: {before: completeOverdue, need: arrived, atLeast: 15 calendar days}}
  - {id: listed, says: Discredited traders never declare in two steps., absence: {event: summaryAccepted}, when: {credit: [discredited]}}
  - {id: green, says: Green goods can be released., possible: released, when: {greenChannel: true}}
  - {id: fees, says: Late fees are those of the law., amount: {fee: latePayment, equals: statutory}}
`,
};
const check = ['check', 'sea-import', '--rules', 'mine.yaml', '--by', 'chance'];

test('what is broken by chance is told with the shortest history, its times where they matter, and the command that shows it again', async () => {
  const told = await tell([...check, '--histories', '1000', '--json'], { files });
  expect(told.code).toBe(1);
  const { findings, ignoredShare, endedShare } = JSON.parse(told.out) as Findings;
  expect(findings.map(({ rule, verdict }) => [rule.id, verdict])).toEqual([
    ['back', 'broken'],
    ['soon', 'broken'],
    ['listed', 'unbroken'],
    ['green', 'shown'],
    ['fees', 'runs'],
  ]);
  expect([ignoredShare < 0.5, endedShare]).toEqual([true, 1]);
  const [back, soon] = findings;
  expect(back?.counterexample?.story.map(({ cause }) => cause)).toEqual([
    '',
    'ARRIVED',
    'due:unloading',
    'due:preparation',
    'due:electronicCheck',
    'start:inspectionBay',
    'granted:inspectionBay',
    'due:moveToBay',
    'start:inspection',
    'end:inspection',
    'due:caseHandling',
  ]);
  // Only histories that keep to the delays are asked about a window; a proof leaves it open, so the one shown was drawn, and has its times.
  expect(soon?.broken).toBe(soon?.brokenInTime);
  const story = soon?.counterexample?.story ?? [];
  const [arrived, last] = [story.find(({ events }) => events.includes('arrived')), story.at(-1)];
  expect(last?.events).toContain('completeOverdue');
  const days = ((last?.at?.earliest ?? 0) - (arrived?.at?.earliest ?? 0)) / 1440;
  expect([days > 14, days < 16]).toEqual([true, true]);

  const path = soon?.counterexample?.path ?? '';
  const again = await tell([...check, '--replay', path, '--json'], { files });
  expect(again.code).toBe(1);
  const replayed = JSON.parse(again.out) as Replayed;
  expect(replayed.broken.map(({ id }) => id)).toContain('soon');
  expect(replayed.story.slice(0, story.length)).toEqual(story);
});

test('a history in any order is shown without times, one that keeps to the delays with them; each with who goes it', async () => {
  const kinds = new Set<string>();
  for (let path = 0; path < 10; path++) {
    const told = await tell(['check', 'sea-import', '--by', 'chance', '--replay', String(path), '--json']);
    const { story, particulars } = JSON.parse(told.out) as Replayed;
    const timed = story.filter(({ at }) => at !== undefined).length;
    expect([0, story.length]).toContain(timed);
    kinds.add(timed === 0 ? 'any order' : 'in time');
    expect(Object.keys(particulars.attributes).toSorted()).toEqual([
      'credit',
      'duty',
      'goods',
      'hasGuarantee',
      'taxable',
      'value',
    ]);
  }
  expect(kinds.size).toBe(2);
});

test('in every form, the same bytes each time; another seed gives other histories', async () => {
  const run = async (...words: string[]): Promise<string> =>
    (await tell([...check, '--histories', '100', ...words], { files })).out;
  for (const format of ['table', 'csv', 'md'])
    expect(await run('--format', format)).toBe(await run('--format', format));
  expect(await run('--seed', 'other')).not.toBe(await run());
  const table = await run('--lang', 'zh');
  expect(table).toContain('不得退运。');
  // The command is one line, however long.
  expect(await run()).toMatch(
    /^ {4}clearsim check sea-import --rules mine.yaml --by chance --seed sea-import --replay [\d:]+$/mu,
  );
  expect((await tell([...check, '--replay', '3'], { files })).out).toMatch(/^sea-import: history 3\n/u);
});

test('the shipped rules are broken by no history', async () => {
  const told = await tell(['check', 'sea-import', '--by', 'chance', '--histories', '2000', '--json']);
  expect(told.code).toBe(0);
  const { findings } = JSON.parse(told.out) as Findings;
  expect(findings.filter(({ verdict }) => verdict === 'unseen').map(({ rule }) => rule.id)).toEqual([]);
});

test.each([
  [['--replay', 'x'], 'It is no path'],
  [['--histories', '0'], 'It is no whole number from 1'],
  [['--by', 'luck'], 'Allowed choices are proof, chance'],
])('%s is refused', async (words, message) => {
  const told = await tell(['check', 'sea-import', '--by', 'chance', ...words]);
  expect(told.code).toBe(2);
  expect(told.talk).toContain(message);
});
