import { expect, test } from 'vitest';
import { tell } from './fake-io.ts';

test('the lessons are listed, those that are done are marked', async () => {
  const kept = new Map<string, string>();
  const { code, out } = await tell(['learn'], { kept });
  expect(code).toBe(0);
  expect(out).toContain('03-advance                      Advance declaration');
  expect(out).toContain('0 of 12 done.');
  await tell(['learn', 'advance', '--answer', '1 h'], { kept });
  expect((await tell(['learn', '--lang', 'zh'], { kept })).out).toMatch(
    /已完成 +03-advance +提前申报[^]*已完成1\/12课/,
  );
  expect(JSON.parse((await tell(['learn', '--json'], { kept })).out)).toMatchObject({
    lessons: [
      { name: '01-where-the-time-is', done: false },
      {},
      { name: '03-advance', done: true },
      ...Array.from({ length: 9 }, () => ({})),
    ],
  });
});

test.each(['3', '03', 'advance', '03-advance'])(
  'lesson %s is told: what comes, the choices, their consequences, the question',
  async (name) => {
    const { code, out } = await tell(['learn', name]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Advance declaration\n[^]*\nLaw\n {2}Order 103[^]*\n1\n {2}Tue 13 Jul 08:00 {2}the consignment enters: general credit/,
    );
    expect(out).toMatch(/\na {2}lodge as soon[^]*the ship arrives: arrived, released\n[^]*\nb {2}wait for the ship/);
    expect(out).toContain('Answer in h: clearsim learn 03-advance --answer NUMBER');
  },
);

test('a fee stands among the costs of the choice that brings it about, and deadlines are told when they begin to run', async () => {
  const { out } = await tell(['learn', '5']);
  expect(out).toContain('deadline: term of the declaration, Thu 29 Jul 00:00');
  expect(out.split('\nb  on day 19\n')[0]).not.toContain('cost:');
  expect(out.split('\nb  on day 19\n')[1]).toContain('cost: late-declaration fee CNY 2,500');
});

test.each([
  ['1', 'Right: 1 h.'],
  ['9', 'Not yet: 9. The simulator computes 1 h.'],
])('%s is judged, and told why', async (answer, said) => {
  const { code, out } = await tell(['learn', '3', '--answer', answer]);
  expect(code).toBe(0);
  expect(out).toContain(said);
  expect(out).toContain('Computed by the simulator: scenarios/lessons/03-advance.yaml, seed lesson, 5 replications.');
  expect(out).toContain('Release waits for the later of ship and papers.');
});

test('for other programs', async () => {
  const told = JSON.parse((await tell(['learn', '3', '--json'])).out);
  expect(told).toMatchObject({
    name: '03-advance',
    unit: 'h',
    steps: [{}, { choices: [{ letter: 'a' }, { letter: 'b' }] }, {}],
  });
  const judged = JSON.parse((await tell(['learn', '5', '--answer', '2,500 CNY', '--json'])).out);
  expect(judged).toEqual({
    lesson: '05-late-declaration',
    given: 2500,
    isRight: true,
    answer: { value: 2500, interval: [2500, 2500], unit: 'CNY', seed: 'lesson', replications: 0 },
  });
  expect((await tell(['learn', '3', '--format', 'csv'])).out).toContain(
    '2,b,Thu 15 Jul 09:00,review ends,"documents reviewed, released"\n',
  );
  expect((await tell(['learn', '3', '--format', 'md', '--lang', 'zh'])).out).toMatch(/^## 提前申报\n[^]*\n### 题目\n/);
});

test.each([
  [['learn', 'advanc'], "error: no lesson is called 'advanc'"],
  [['learn', '3', '--answer', 'nine'], 'error: the answer is no number: found nine, expected a number of h'],
  [['learn', 'nowhere.yaml'], 'this file cannot be read'],
])('%s is a mistake', async (argv, said) => {
  const { code, talk } = await tell(argv);
  expect(code).toBe(2);
  expect(talk).toContain(said);
});

const own = `title: {en: t, zh: t}
aim: {en: a, zh: a}
law: []
scenario: scenarios/lessons/03-advance.yaml
steps:
  - {says: {en: b, zh: b}, comes: ['due:unloading']}
question: {asks: {en: q, zh: q}, hint: {en: h, zh: h}, unit: h, answer: {stage: customs}, within: 0}
why: {en: w, zh: w}
experiment: {scenario: scenarios/lessons/03-advance.yaml, says: {en: x, zh: x}}
`;

test("a lesson of one's own is read from its file; what cannot come is a mistake at its place", async () => {
  const files = { 'mine.yaml': own, 'right.yaml': own.replace('due:unloading', 'due:preparation') };
  for (const argv of [
    ['learn', 'mine.yaml'],
    ['validate', 'mine.yaml'],
  ]) {
    const { code, talk } = await tell(argv, { files });
    expect(code).toBe(2);
    expect(talk).toContain('mine.yaml:6:36');
    expect(talk).toContain('due:unloading cannot come now');
  }
  expect(
    (await tell(['validate', 'right.yaml', 'docs/lessons/12-before-the-inspection-ended.yaml'], { files })).code,
  ).toBe(0);
  const kept = new Map<string, string>();
  expect((await tell(['learn', 'right.yaml', '--answer', '1'], { files, kept })).code).toBe(0);
  expect(kept.size).toBe(0);
});
