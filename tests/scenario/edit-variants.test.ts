import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert, wrong, verbatim } from '../../src/base/index.ts';
import { readDocument } from '../../src/notation/index.ts';
import { parseScenario, withoutVariants, withVariant, type ScenarioSet } from '../../src/scenario/index.ts';

const shipped = readFileSync('scenarios/sea-import-2017.yaml', 'utf8');

function setOf(text: string): ScenarioSet {
  const parsed = parseScenario({ file: 'port.yaml', text }, () => wrong(verbatim('no such file')));
  assert(parsed.ok, parsed.ok ? '' : JSON.stringify(parsed.wrong[0]));
  return parsed.value;
}

test('a variant comes after the others, and nothing else changes', () => {
  const text = withVariant(shipped, {
    name: 'more inspectors',
    set: { 'resources.inspectors.count': '12', 'measures.greenChannel': 'on' },
  });
  expect(text.startsWith(shipped.trimEnd())).toBe(true);
  expect(text.slice(shipped.trimEnd().length)).toBe(`
  - name: more inspectors
    set:
      resources.inspectors.count: 12
      measures.greenChannel: on
`);
  expect(setOf(text).variants.at(-1)).toMatchObject({
    name: 'more inspectors',
    changes: [
      { path: 'resources.inspectors.count', before: '10', after: '12' },
      { path: 'measures.greenChannel', before: 'off', after: 'on' },
    ],
  });
});

test('a file without variants gets them; a list in one line is written anew', () => {
  const alone = shipped.slice(0, shipped.indexOf('variants:'));
  const one = { name: 'more', set: { 'resources.inspectors.count': '12' } };
  expect(setOf(withVariant(alone, one)).variants.map(({ name }) => name)).toEqual(['more']);
  const inLine = `${alone}variants: [{name: fewer, set: {resources.inspectors.count: 9}}]\n`;
  expect(setOf(withVariant(inLine, one)).variants.map(({ name }) => name)).toEqual(['fewer', 'more']);
});

test('a name that is no plain word is quoted; a file is told without its variants', () => {
  const text = withVariant(shipped, { name: 'x: "y" # z', set: { 'measures.greenChannel': 'on' } });
  expect(setOf(text).variants.at(-1)?.name).toBe('x: "y" # z');
  expect(setOf(withoutVariants(text))).toMatchObject({ base: { name: 'Practice of 2017' }, variants: [] });
});

test('settings are what the base says, value by value, the defaults of the flow too', () => {
  const { settings } = setOf(shipped);
  const find = (path: string): unknown => settings.find((each) => each.path === path);
  expect(settings[0]).toMatchObject({
    path: 'measures.advanceDeclaration',
    text: '0 %',
    isDefault: false,
    place: { file: 'port.yaml' },
  });
  expect(find('resources.inspectors.count')).toMatchObject({ text: '10' });
  expect(find('arrivals.vessels.every')).toMatchObject({ text: 'exponential(6 h)' });
  expect(settings.some(({ isDefault }) => isDefault)).toBe(true);
  // Each can be set: to what it is already, which changes nothing.
  const set = Object.fromEntries(settings.map(({ path, text }) => [path, text]));
  expect(setOf(withVariant(shipped, { name: 'the same', set })).variants.at(-1)?.changes).toEqual([]);
});

test('property: any name survives', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      names.filter((name) => name.trim() === name && !/\p{Cc}/u.test(name)),
      (name) => {
        const text = withVariant('name: port\nx: 1\n', { name, set: { a: '1' } });
        const written = readDocument({ file: 'port.yaml', text }, verbatim('a scenario'));
        assert(written.ok, 'it can be read');
        expect(written.value.value).toMatchObject({ variants: [{ name }] });
      },
    ),
    { numRuns: 50 },
  );
});

test('a variant may have a name in each language', () => {
  const text = withVariant(shipped, {
    name: 'more of them',
    nameZh: '增员',
    set: { 'resources.inspectors.count': '9' },
  });
  expect(text).toContain('  - name: {en: "more of them", zh: "增员"}\n');
  expect(setOf(text).variants.at(-1)).toMatchObject({ name: 'more of them', scenario: { nameZh: '增员' } });
});
