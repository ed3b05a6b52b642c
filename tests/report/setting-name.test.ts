import { expect, test } from 'vitest';
import { settingName, settingValue } from '../../src/report/index.ts';

test('settings have words in Chinese, and the notation in English', () => {
  expect(settingName(['inspectors', 'atShiftEnd'], 'en')).toBe('inspectors.atShiftEnd');
  expect(settingName(['inspectors', 'atShiftEnd'], 'zh')).toBe('查验组 · 下班时');
  expect(settingName(['resources'], 'zh')).toBe('资源');
  // Names come from users.
  expect(settingName(['constructor', '待办'], 'zh')).toBe('constructor · 待办');
});

test('a value is told in words only where it is one word: what is typed is notation', () => {
  expect(['off', 'finish', '12 %', 'lognormal(mean 4 h cv 1)'].map((each) => settingValue(each, 'zh'))).toEqual([
    '关',
    '做完',
    '12 %',
    'lognormal(mean 4 h cv 1)',
  ]);
  expect(settingValue('off', 'en')).toBe('off');
});
