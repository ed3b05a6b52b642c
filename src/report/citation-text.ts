import { cited } from '../customs/index.ts';
import type { Language } from './names.ts';
import { visible } from './visible.ts';

/**
 * A citation of law in a language: `Customs Law art. 24, 30` as `海关法第二十四条、第三十条`, `Notice 74 of 2014` as `海关总署公告2014年第74号`.
 * Citations are written in English; one that has other words than the cited ones stays as it is.
 */
export function citationText(citation: string, language: Language): string {
  if (language === 'en' || citation === '') return visible(citation);
  let rest = citation;
  let told = '';
  /** After an article of a law, a number is another one. */
  let isArticle = false;
  while (rest !== '') {
    const found = patterns.flatMap(({ pattern, say }) => {
      const match = pattern.exec(rest);
      return match === null || (pattern === number && !isArticle) ? [] : [{ match, say, pattern }];
    })[0];
    if (found === undefined) return visible(citation);
    const { match, say, pattern } = found;
    isArticle = pattern === article || (isArticle && !match[0].startsWith(';'));
    told += say(match);
    rest = rest.slice(match[0].length);
  }
  return visible(told.replaceAll(/，(?=第)/gu, '、'));
}

const article = /^ ?art\. (\d+(?:\.\d+)*)/u;
const number = /^(\d+(?:\.\d+)*)(?![\w%])/u;
const mark = /^(?:[;:,] | ?\(|\)| )/u;

interface Pattern {
  readonly pattern: RegExp;
  readonly say: (match: RegExpExecArray) => string;
}

/** From the longest phrase to the shortest: some begin as others do. */
const phrases = cited
  .toSorted((one, other) => other.en.length - one.en.length)
  .map(({ en, zh }): Pattern => ({
    pattern: new RegExp(`^${en.replaceAll(/[.()]/gu, String.raw`\$&`)}(?!\\w)`, 'u'),
    say: () => zh,
  }));

const patterns: readonly Pattern[] = [
  ...phrases,
  { pattern: /^\d[\d.]* %/u, say: ([share]) => share },
  { pattern: article, say: ([, which = '']) => articleText(which) },
  { pattern: number, say: ([, which = '']) => articleText(which) },
  {
    pattern: /^(?:GACC )?Order (\d+) of (\d{4})/u,
    say: ([, which = '', year = '']) => `海关总署令第${which}号（${year}年）`,
  },
  { pattern: /^(?:GACC )?Order (\d+)/u, say: ([, which = '']) => `海关总署令第${which}号` },
  { pattern: /^Notice (\d+) of (\d{4})/u, say: ([, which = '', year = '']) => `海关总署公告${year}年第${which}号` },
  { pattern: mark, say: ([sign]) => marks[sign.trim()] ?? '' },
];

const marks: Readonly<Record<string, string>> = { ';': '；', ':': '：', ',': '，', '(': '（', ')': '）' };

/** `第二十四条`; an article with parts has figures: `第7.9条`. */
function articleText(which: string): string {
  const value = Number(which);
  return `第${Number.isInteger(value) && value > 0 && value < 100 ? numeral(value) : which}条`;
}

/** 1 to 99 in Chinese. */
function numeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones > 0 ? (digits[ones] ?? '') : ''}`;
}

const digits = '零一二三四五六七八九';
