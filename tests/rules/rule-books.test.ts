import { expect, test } from 'vitest';
import { ruleBooks, waitingRules } from '../../src/rules/rule-books.ts';

/** Rules of the sources about the procedures that `sea-import` models; what is split has letters behind it. R18 is the engine's own, R21 is R11 in two steps. */
const sources = [
  ...Array.from({ length: 59 }, (_, index) => index + 1).filter((number) => number !== 18 && number !== 21),
  68,
  69,
  70,
  71,
  72,
].map((number) => `R${String(number).padStart(2, '0')}`);

test('every rule of the sources is written or waits for something', () => {
  const written = (ruleBooks['sea-import'] ?? []).map(({ id }) => id);
  const waiting = (waitingRules['sea-import'] ?? []).map(({ id }) => id);
  const isThere = (id: string): boolean =>
    [...written, ...waiting].some(
      (each) => each === id || (each.startsWith(id) && /^[a-z]$/u.test(each.slice(id.length))),
    );
  expect(sources.filter((id) => !isThere(id))).toEqual([]);
  expect(waiting.filter((id) => written.includes(id))).toEqual([]);
  expect(written.filter((id) => id.startsWith('R')).length).toBeGreaterThanOrEqual(40);
});

test('each rule has a sentence in both languages, and says where it is from and how sure that is', () => {
  for (const { id, says, source, confidence } of ruleBooks['sea-import'] ?? []) {
    expect(says.en, id).toMatch(/^[A-Z].*\.$/u);
    expect(says.zh, id).toMatch(/^\P{ASCII}.*。$/u);
    expect(source, id).not.toBe('');
    expect(confidence === undefined, id).toBe(source === 'witness');
  }
});

test('no rule says again what another says', () => {
  const ordered = (value: unknown): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(ordered)
        : Object.entries(value)
            .filter(([key]) => key !== 'at')
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, each]) => [key, ordered(each)]);
  const rules = ruleBooks['sea-import'] ?? [];
  const claims = rules.map(({ claim, when }) => JSON.stringify(ordered([claim, when])));
  expect(rules.filter((_, index) => claims.indexOf(claims[index] ?? '') < index).map(({ id }) => id)).toEqual([]);
});
