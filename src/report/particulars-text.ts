import type { Particulars } from '../rules/index.ts';
import { money } from './numbers.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** Which consignment a history is about, as a sentence. */
export function particularsText({ attributes, measures, chances }: Particulars, words: Words): string {
  const yesOrNo = (value: boolean): string => (value ? words.yes : words.no);
  const listed = (list: Readonly<Record<string, boolean>>): string =>
    Object.entries(list)
      .map(([name, value]) => `${visible(name)} ${yesOrNo(value)}`)
      .join(', ');
  const known = Object.entries(attributes).map(
    ([name, value]) => `${visible(name)} ${typeof value === 'boolean' ? yesOrNo(value) : valueText(value, words)}`,
  );
  return words.particulars({ attributes: known.join(', '), measures: listed(measures), chances: listed(chances) });
}

function valueText(value: Exclude<Particulars['attributes'][string], boolean>, words: Words): string {
  if (typeof value === 'string') return visible(value);
  if (!('unit' in value)) return value.map(visible).join(words.or);
  const { unit, is, atLeast, below } = value;
  if (is !== undefined) return money(is, unit);
  return [
    ...(atLeast === undefined ? [] : [words.atLeast(money(atLeast, unit))]),
    ...(below === undefined ? [] : [words.below(money(below, unit))]),
  ].join(' ');
}
