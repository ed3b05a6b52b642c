import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert, wrong } from '../../src/base/index.ts';
import { parseScenario, withoutVariant, withVariant, type ScenarioSet } from '../../src/scenario/index.ts';

const shipped = readFileSync('scenarios/sea-import-2017.yaml', 'utf8');

function setOf(text: string): ScenarioSet {
  const parsed = parseScenario({ file: 'port.yaml', text }, () => wrong('no such file'));
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

test('what was added can be taken out again', () => {
  const text = withVariant(shipped, { name: 'x: "y" # z', set: { 'measures.greenChannel': 'on' } });
  expect(setOf(text).variants.at(-1)?.name).toBe('x: "y" # z');
  expect(withoutVariant(text, 'x: "y" # z')).toBe(shipped);
  expect(withoutVariant(shipped, 'nobody')).toBe(shipped);
  expect(setOf(withoutVariant(shipped, 'green channel')).variants.map(({ name }) => name)).not.toContain(
    'green channel',
  );
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
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter((name) => name.trim() === name && !/\p{Cc}/u.test(name)),
      (name) => {
        const text = withVariant('name: port\nx: 1\n', { name, set: { a: '1' } });
        expect(withoutVariant(text, name)).not.toContain('set:');
      },
    ),
    { numRuns: 50 },
  );
});
