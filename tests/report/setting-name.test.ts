import { expect, test } from 'vitest';
import { sectionName, settingName, settingValue } from '../../src/report/index.ts';

test('settings have words in both languages', () => {
  const path = 'resources.inspectors.atShiftEnd';
  expect([settingName(path, 'en'), settingName(path, 'zh')]).toEqual([
    'inspection teams · at the end of a shift',
    '查验组 · 下班时',
  ]);
  expect([sectionName('resources', 'en'), sectionName('resources', 'zh')]).toEqual(['resources', '资源']);
  expect(settingName('arrivals.vessels.every', 'zh')).toBe('船舶 · 间隔');
  expect(settingName('activities.review.priority.otherwise', 'zh')).toBe('review · 优先级 · 其他');
  expect(settingName('measures.twoSteps.by', 'zh', { en: 'two steps', zh: '两步申报' })).toBe('两步申报 · 按');
});

test('a name of the user is no key, even if it is called like one', () => {
  expect(settingName('resources.count.count', 'zh')).toBe('count · 数量');
  expect(settingName('resources.queue', 'zh')).toBe('queue');
  expect(settingName('fees.after.after', 'zh')).toBe('after · 之后');
  // A level, where a resource would have a key.
  expect(settingName('chances.selected.calendar', 'zh')).toBe('selected · calendar');
  expect(settingName('activities.review.priority.takes', 'zh')).toBe('review · 优先级 · takes');
  expect(settingName('chances.constructor.待办', 'zh')).toBe('constructor · 待办');
  expect(settingValue('finish', 'resources.officers.calendar', 'zh')).toBe('finish');
  expect(settingValue('on', 'activities.review.needs', 'zh')).toBe('on');
});

test('a value is told in words where it is a word of the notation or a name: what is typed is notation', () => {
  const values = [
    ['off', 'measures.greenChannel'],
    ['finish', 'resources.inspectors.atShiftEnd'],
    ['documentOfficers', 'activities.documentReview.needs'],
    ['12 %', 'chances.selectedForReview'],
    ['lognormal(mean 4 h cv 1)', 'delays.pickUp'],
  ] as const;
  expect(values.map(([value, path]) => settingValue(value, path, 'zh'))).toEqual([
    '关',
    '做完',
    '审单关员',
    '12 %',
    'lognormal(mean 4 h cv 1)',
  ]);
  expect(settingValue('off', 'measures.greenChannel', 'en')).toBe('off');
});
