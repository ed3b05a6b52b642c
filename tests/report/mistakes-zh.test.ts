import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sentence, wordsOf } from '../../src/report/index.ts';
import { sentences } from '../../src/report/mistakes-zh.ts';

const zh = wordsOf('zh');

test('a mistake in Chinese: what is wrong, what was found, what was expected', () => {
  const mistake = {
    code: 'out-of-range',
    path: [],
    message: 'a share is at most 100 %',
    found: '160 %',
    expected: 'a share from 0 % to 100 %, as in 12 % or 0.12',
  };
  expect(sentence(mistake, zh)).toBe('比例最多为 100 %: 现为 160 %, 应为 0 % 至 100 % 的比例, 如 12 % 或 0.12');
  expect(sentence(mistake, wordsOf('en'))).toBe(
    'a share is at most 100 %: found 160 %, expected a share from 0 % to 100 %, as in 12 % or 0.12',
  );
});

test.each([
  ['there is no distribution "lognorml"', '没有分布“lognorml”'],
  ['the scenario has no attribute "credit"', '方案没有属性“credit”'],
  ['lognormal lacks mean and cv', 'lognormal 缺少 mean and cv'],
  // What has no Chinese stays, and so does what looks like a pattern.
  ['this circle never ends', 'this circle never ends'],
])('%s', (message, said) => {
  expect(sentence({ code: 'some', path: [], message }, zh)).toBe(said);
});

test('what a consignment must be is told with its law', () => {
  const message = 'this consignment may not use "attendanceWaiver"';
  const expected = 'Notice 24 of 2020 (11 February 2020), derogating from Customs Law art. 28';
  expect(sentence({ code: 'not-eligible', path: [], message, expected }, zh)).toContain('海关总署公告2020年第24号');
});

test('every sentence that has Chinese is still told somewhere', () => {
  const sources = globSync('src/**/*.ts')
    .filter((file) => !file.endsWith('mistakes-zh.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  // These words are put in where a sentence is told.
  const parts = (english: string): readonly string[] =>
    english.split(/\*|\b(?:count|guard|attribute|measure|chance)\b/u).filter((part) => /[a-z]{3}/u.test(part));
  expect(Object.keys(sentences).filter((english) => !parts(english).every((part) => sources.includes(part)))).toEqual(
    [],
  );
});
