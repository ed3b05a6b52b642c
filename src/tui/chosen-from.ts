import { visible } from '../report/index.ts';
import type { Outcome } from './place.ts';
import type { Shared } from './shared.ts';
import { shellWords } from './words.ts';

/** What follows when one of some words is said, by its word; any other word, or none, is answered with these words. */
export function chosenFrom<Word extends string, Own>(
  words: readonly Word[],
  said: string,
  { language }: Pick<Shared, 'language'>,
  follows: (word: Word) => Outcome<Own>,
): Outcome<Own> {
  const word = words.find((each) => each === said);
  if (word !== undefined) return follows(word);
  return { note: { isAlarm: true, text: shellWords(language).notAmong(visible(said), words) } };
}
