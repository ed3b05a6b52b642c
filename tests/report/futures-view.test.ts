import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { standAt } from '../../src/learn/index.ts';
import { futuresView, standView, wordsOf, type FuturesView } from '../../src/report/index.ts';
import { lessonFiles, lessonIn, scenarioIn } from '../learn/lesson-files.ts';

/** What each choice at a step of a lesson leads to. */
function futuresAt(file: string, step: number, language: 'en' | 'zh' = 'en'): FuturesView {
  const { lesson } = lessonIn(
    present(
      lessonFiles.find((each) => each.includes(file)),
      file,
    ),
  );
  const model = present(scenarioIn(lesson.scenario).models[0], 'a model');
  const stand = (chosen: readonly number[]) => {
    const read = standAt(model, lesson, { step, chosen });
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    return read.value;
  };
  const { choices } = present(lesson.steps[step], 'a step');
  const of = {
    labels: choices.map(({ label }) => label[language]),
    before: stand([]).steps.length,
    scenario: model.scenario,
  };
  return futuresView(
    choices.map((_, at) => stand([at])),
    of,
    wordsOf(language),
  );
}

const hour = 60;

test('lodged at sea or on arrival: released an hour later, and removed no later', () => {
  const { reached, costs, futures, to } = futuresAt('03-advance', 1);
  const told = new Map(reached.map(({ what, when, isSame }) => [what, { when, isSame }]));
  expect(told.get('released')).toEqual({
    isSame: false,
    when: [
      { clock: 'Thu 15 Jul 08:00', later: '' },
      { clock: 'Thu 15 Jul 09:00', later: '+1 h' },
    ],
  });
  expect(told.get('removed')?.isSame).toBe(true);
  // Nothing that came before the choice is told.
  expect(reached.map(({ what }) => what).indexOf('declaration lodged')).toBe(0);
  expect(costs).toEqual(['', '']);
  // The voyage of 48 h, 8 h of unloading, 10 h for the truck.
  expect(to).toBe(66 * hour);
  const [atSea, onArrival] = futures.map(({ lanes }) => present(lanes[1], 'the declaration'));
  expect(atSea?.marks).toEqual([{ at: 48 * hour, label: 'released' }]);
  expect(onArrival?.marks).toEqual([{ at: 49 * hour, label: 'released' }]);
  expect(onArrival?.spans.map(({ from, to: end, label, isWait }) => [from / hour, end / hour, label, isWait])).toEqual([
    [0, 30, 'being prepared', false],
    [30, 48, 'prepared', true],
    [48, 49, 'under document review', false],
  ]);
});

test('late, in time or never: what it costs, and what never comes', () => {
  const { reached, costs } = futuresAt('05-late', 1);
  expect(costs).toEqual(['', 'CNY 2,500', '']);
  expect(reached.find(({ what }) => what === 'released')?.when.map(({ later }) => later)).toEqual(['', '+9 d', '']);
  expect(reached.find(({ what }) => what === 'released')?.when[2]?.clock).toBe('-');
});

test('an inspection has started when it begins, not when all is ready for it', () => {
  const { reached } = futuresAt('07-attendance', 1);
  const started = reached.find(({ what }) => what === 'inspection started')?.when.map(({ clock }) => clock);
  // The trader came on Monday evening, when nobody works.
  expect(started).toEqual(['Tue 20 Jul 09:00', 'Mon 19 Jul 13:30']);
});

test('what happened says once that an inspection begins, and when it does', () => {
  const { lesson } = lessonIn(
    present(
      lessonFiles.find((each) => each.includes('07-attendance')),
      'the lesson',
    ),
  );
  const model = present(scenarioIn(lesson.scenario).models[0], 'a model');
  const stand = standAt(model, lesson, { step: 1, chosen: [0] });
  if (!stand.ok) throw new Error(JSON.stringify(stand.wrong));
  const { happened } = standView(stand.value, model.scenario, wordsOf('en'));
  const told = happened.map(({ when, what, then }) => `${when} ${what}${then === '' ? '' : `: ${then}`}`);
  expect(told.filter((line) => /inspection (?:begins|started)/u.test(line))).toEqual([
    'Tue 20 Jul 09:00 inspection begins',
  ]);
});

test('in Chinese, and for a flow without lanes', () => {
  expect(futuresAt('03-advance', 1, 'zh').reached.map(({ what }) => what)).toContain('放行');
  const { futures } = futuresAt('08-green', 0);
  expect(futures.map(({ lanes }) => lanes.map(({ label }) => label))).toEqual([[''], ['']]);
});
