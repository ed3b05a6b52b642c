import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { answerOf, checkLesson, readLesson, standAt } from '../../src/learn/index.ts';
import { scenarioIn } from './lesson-files.ts';

const words = (text: string): string => `{en: ${text}, zh: ${text}}`;

/** A lesson with a question, an answer and steps of a test's choice. */
const lesson = ({
  answer = '{stage: customs}',
  unit = 'h',
  steps = `- says: ${words('begin')}`,
  more = '',
} = {}): string => `title: ${words('t')}
aim: ${words('a')}
law: [${words('l')}]
scenario: scenarios/lessons/03-advance.yaml
steps:
  ${steps}
question:
  asks: ${words('q')}
  hint: ${words('h')}
  unit: ${unit}
  answer: ${answer}
  within: 0.1
why: ${words('w')}
experiment: {scenario: scenarios/lessons/03-advance.yaml, says: ${words('x')}}
${more}`;

const read = (text: string): ReturnType<typeof readLesson> => readLesson({ file: 'docs/lessons/99-test.yaml', text });

/** Places and messages of all mistakes. */
function mistakesOf(text: string): readonly string[] {
  const file = read(text);
  return file.ok
    ? []
    : file.wrong.map(
        ({ place, message, nearest }) =>
          `${place?.line ?? 0}:${place?.column ?? 0} ${message.en}${nearest === undefined ? '' : ` (${nearest})`}`,
      );
}

test('a lesson is read, and named by its file', () => {
  const file = read(
    lesson({ steps: `- {says: ${words('b')}, comes: [ARRIVED, {comes: 'due:unloading', at: 3 d}], until: removed}` }),
  );
  expect(file).toMatchObject({
    ok: true,
    value: {
      lesson: {
        name: '99-test',
        consignment: { attributes: {}, turns: [] },
        steps: [{ turns: [{ comes: 'ARRIVED' }, { comes: 'due:unloading', at: 4320 }], until: 'removed', choices: [] }],
        question: { answer: { kind: 'stage', name: 'customs', variant: undefined } },
      },
    },
  });
});

test('all mistakes at once, each at its place, with the nearest word', () => {
  const text = lesson({
    answer: '{stge: customs}',
    unit: 'hours',
    steps: `- {sais: ${words('b')}, choose: [{label: ${words('only')}, then: ${words('one')}}]}`,
    more: 'consignment: {measure: {}}\n',
  });
  expect(mistakesOf(text)).toEqual([
    '6:5 says is missing',
    '6:6 there is no key "sais" here (says)',
    '10:9 this is no unit of an answer',
    '11:11 this is no figure (stage)',
    '15:15 there is no key "measure" here (measures)',
  ]);
});

test.each([
  ['a text in one language', lesson().replace('title: {en: t, zh: t}', 'title: {en: t}'), '1:8 zh is missing'],
  ['an empty text', lesson().replace('en: a,', "en: '',"), '2:11 this text is empty'],
  ['no steps', lesson().replace(/steps:\n.*\n/u, 'steps: []\n'), '5:8 this list is too short'],
  [
    'one choice',
    lesson({ steps: `- {says: ${words('b')}, choose: [{label: ${words('l')}, then: ${words('t')}}]}` }),
    '6:36 there is nothing to choose, or too much',
  ],
  [
    'a path that leaves the folder',
    lesson().replace('scenario: scenarios', 'scenario: ../scenarios'),
    '4:11 this is no path of a scenario file',
  ],
  ['the unit of another quantity', lesson({ unit: 'CNY' }), '10:9 the answer is a length of time'],
  [
    'a difference of unlike figures',
    lesson({ answer: '{difference: [3 h, {share: inspection}]}' }),
    '11:24 these two are not of one kind',
  ],
  ['a difference of one', lesson({ answer: '{difference: [3 h]}' }), '11:24 a difference is of two figures'],
  [
    'a letter beyond the last choice',
    lesson({ answer: '{charged: storage, choices: [e]}', unit: 'CNY' }),
    '11:40 this is no letter of a choice',
  ],
])('%s is a mistake', (_, text, mistake) => {
  expect(mistakesOf(text)).toEqual([mistake]);
});

test.each([
  ['{indicator: relaseTime}', 'h', ['question', 'answer', 'indicator'], 'releaseTime'],
  ['{indicator: releaseTime, variant: lodged at see}', 'h', ['question', 'answer', 'variant'], 'lodged at sea'],
  ['{difference: [3 h, {stage: custom}]}', 'h', ['question', 'answer', 'difference', 1, 'stage'], 'customs'],
  ['{lastDay: completeDeclaratio}', 'd', ['question', 'answer', 'lastDay'], undefined],
  ['{charged: lateDeclaratio}', 'CNY', ['question', 'answer', 'charged'], 'lateDeclaration'],
  ['{broken: {id: R, absence: removd}}', "'%'", ['question', 'answer', 'broken', 'absence', 'event'], 'removed'],
])('what %s speaks of must be there', async (answer, unit, path, nearest) => {
  const file = read(lesson({ answer, unit }));
  if (!file.ok) throw new Error(JSON.stringify(file.wrong));
  const found = await answerOf(file.value.lesson, scenarioIn(file.value.lesson.scenario));
  const [wrong] = found.ok ? [] : found.wrong;
  expect([wrong?.path, wrong?.nearest]).toEqual([path, nearest]);
});

test('a turn that cannot come is a mistake at its place in the lesson', () => {
  const steps = `- {says: ${words('b')}, comes: ['due:preparation']}
  - {says: ${words('c')}, until: removed, comes: ['due:unloding']}`;
  const file = read(lesson({ steps }));
  if (!file.ok) throw new Error(JSON.stringify(file.wrong));
  const model = present(scenarioIn(file.value.lesson.scenario).models[0], 'a base');
  const stand = standAt(model, file.value.lesson, { step: 1, chosen: [] });
  const [wrong] = stand.ok ? [] : stand.wrong.map(file.value.locate);
  expect(wrong).toMatchObject({ code: 'not-coming', found: 'due:unloding', place: { line: 7 } });
  expect(standAt(model, file.value.lesson, { step: 0, chosen: [] }).ok).toBe(true);
});

test('what is never reached is a mistake', () => {
  const file = read(lesson({ steps: `- {says: ${words('b')}, until: seized}` }));
  if (!file.ok) throw new Error(JSON.stringify(file.wrong));
  const model = present(scenarioIn(file.value.lesson.scenario).models[0], 'a base');
  const stand = standAt(model, file.value.lesson, { step: 0, chosen: [] });
  expect(stand).toMatchObject({ ok: false, wrong: [{ code: 'not-reached', path: ['steps', 0, 'until'] }] });
});

test('the example of the reference is a lesson, and its answer is the one of the lesson that it is taken from', async () => {
  const page = readFileSync('docs/reference/lessons.md', 'utf8');
  const file = read(/```yaml\n(.*?)```/su.exec(page)?.[1] ?? '');
  if (!file.ok) throw new Error(JSON.stringify(file.wrong));
  const example = file.value.lesson;
  const scenario = scenarioIn(example.scenario);
  expect(checkLesson(example, present(scenario.models[0], 'a base'))).toEqual([]);
  expect(await answerOf(example, scenario)).toMatchObject({ ok: true, value: { value: 1 } });
});
