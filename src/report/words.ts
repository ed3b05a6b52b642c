import type { Language } from './names.ts';
import { en, type Words } from './words-en.ts';
import { zh } from './words-zh.ts';

/** The catalogue of a language. */
export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en;
}

/** A length of time in hours as one says it: `1 d 6 h`, `8 h 18 min`, rounded to the smaller unit. */
export function lengthText(hours: number, words: Words): string {
  if (hours >= 48) {
    const whole = Math.round(hours);
    return words.days({ days: Math.floor(whole / 24), hours: whole % 24 });
  }
  const minutes = Math.round(hours * 60);
  return words.hoursMinutes({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
