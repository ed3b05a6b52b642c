import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { answerOf, checkLesson, isRight, standAt } from '../../src/learn/index.ts';
import { lessonFiles, lessonIn, scenarioIn } from './lesson-files.ts';

const lessons = lessonFiles.map((file) => lessonIn(file).lesson);

/** What a teacher expects, worked out by hand or by formula; where the flow is not the teacher's, docs/decisions/010-lessons.md says why. */
const expected: Readonly<Record<string, number>> = {
  '01-where-the-time-is': 5.9 / 2,
  '02-from-2017-to-2020': 34.91 - 8.3 - 5.9,
  // The teacher's 9 h are from the arrival report; here papers may be lodged when the ship has arrived.
  '03-advance': 1,
  '04-two-steps': 14,
  '05-late-declaration': 5 * 0.0005 * 1_000_000,
  '06-small-fees': 0,
  '07-attendance-waiver': 0,
  '08-green-channel': 0.8 / ((1 - 0.16) * (1 - 0.8)),
  '09-certified': (0.03 - 0.0057) * 30,
  '10-guarantee': 40,
  // Erlang C of three at a load of 2.4, by the mean rate at which all three together end work that waits.
  '11-pooling': erlangC(3, 2.4) / (3 - 2.4),
  '12-before-the-inspection-ended': 100 * (0.1 + 0.9 * 0.2 * 0.5),
};

function erlangC(servers: number, load: number): number {
  let blocked = 1;
  for (let server = 1; server <= servers; server++) blocked = (load * blocked) / (server + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

test('there is a lesson for each of the answers', () => {
  expect(lessons.map(({ name }) => name)).toEqual(Object.keys(expected));
});

test.each(lessons)('$name: the simulator computes what a teacher expects', async (lesson) => {
  const answer = await answerOf(lesson, scenarioIn(lesson.scenario));
  if (!answer.ok) throw new Error(JSON.stringify(answer.wrong));
  const { value, interval } = answer.value;
  const wanted = present(expected[lesson.name], lesson.name);
  const [low, high] = interval ?? [value, value];
  expect(wanted).toBeGreaterThanOrEqual(low - 1e-9);
  expect(wanted).toBeLessThanOrEqual(high + 1e-9);
  // A learner who has it right by theory is not told that it is wrong, nor one who lies anywhere in the interval.
  const { within } = lesson.question;
  expect([wanted, low, high].map((each) => isRight(each, answer.value, within))).toEqual([true, true, true]);
});

test.each(lessonFiles)('%s: whatever is chosen, the consignment can go on', (file) => {
  const { lesson, locate } = lessonIn(file);
  const model = present(scenarioIn(lesson.scenario).models[0], 'a base');
  expect(checkLesson(lesson, model).map(locate)).toEqual([]);
});

test.each(lessons)('$name: its experiment is there', ({ experiment }) => {
  expect(existsSync(experiment.scenario)).toBe(true);
});

test('advance declaration of the exercise: release 0, 1 and 31 hours after arrival, as begun and lodged', async () => {
  const lesson = present(lessons[2], 'the third lesson');
  const scenario = scenarioIn(lesson.scenario);
  const release = async (variant: string | undefined): Promise<number> => {
    const answer = { kind: 'indicator', name: 'releaseTime', take: 'mean', variant } as const;
    const found = await answerOf({ ...lesson, question: { ...lesson.question, answer } }, scenario);
    return found.ok ? found.value.value : Number.NaN;
  };
  expect(await release('lodged at sea')).toBe(0);
  expect(await release(undefined)).toBe(1);
  expect(await release('papers begun on arrival')).toBe(31);
});

test('a consequence is seen: lodged at sea the goods are released with the ship, else an hour later', () => {
  const lesson = present(lessons[2], 'the third lesson');
  const model = present(scenarioIn(lesson.scenario).models[0], 'a base');
  const released = (choice: number): number => {
    const stand = standAt(model, lesson, { step: 1, chosen: [choice] });
    if (!stand.ok) throw new Error(JSON.stringify(stand.wrong));
    return present(
      stand.value.steps.find(({ milestones }) => milestones.includes('released')),
      'released',
    ).at;
  };
  expect([released(0), released(1)]).toEqual([48 * 60, 49 * 60]);
});
