import type { Particulars } from '../rules/index.ts';
import { thingName, type Language } from './names.ts';
import { money } from './numbers.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** Which consignment a history is about, as a sentence; in English by the names that files use. */
export function particularsText({ attributes, measures, chances }: Particulars, words: Words): string {
  const name = (each: string): string => nameIn(each, words.language);
  const yesOrNo = (value: boolean): string => (value ? words.yes : words.no);
  const listed = (list: Readonly<Record<string, boolean>>): string =>
    Object.entries(list)
      .map(([each, value]) => `${name(each)} ${yesOrNo(value)}`)
      .join(words.punctuation.list);
  const known = Object.entries(attributes).map(
    ([each, value]) => `${name(each)} ${typeof value === 'boolean' ? yesOrNo(value) : valueText(value, words)}`,
  );
  return words.particulars({
    attributes: known.join(words.punctuation.list),
    measures: listed(measures),
    chances: listed(chances),
  });
}

function valueText(value: Exclude<Particulars['attributes'][string], boolean>, words: Words): string {
  if (typeof value === 'string') return nameIn(value, words.language);
  if (!('unit' in value)) return value.map((each) => nameIn(each, words.language)).join(words.or);
  const { unit, is, atLeast, below } = value;
  if (is !== undefined) return money(is, unit);
  return [
    ...(atLeast === undefined ? [] : [words.atLeast(money(atLeast, unit))]),
    ...(below === undefined ? [] : [words.below(money(below, unit))]),
  ].join(' ');
}

function nameIn(name: string, language: Language): string {
  return language === 'en' ? visible(name) : thingName(name, language);
}
