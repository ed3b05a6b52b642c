import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { present } from '../../src/base/index.ts';
import { factNames, milestones, stages, words } from '../../src/customs/index.ts';
import { builtInFlows, childrenOf, namesOf, propertyOf, statesOf } from '../../src/flows/index.ts';

const flow = present(builtInFlows['sea-import'], 'sea-import');
const names = namesOf(flow.machine);
const defaults: unknown = parse(present(flow.defaults, 'defaults'));
const entriesOf = (section: string): [string, unknown][] => Object.entries(propertyOf(defaults, section) ?? {});
const keysOf = (...sections: readonly string[]): string[] =>
  sections.flatMap((section) => entriesOf(section).map(([name]) => name));

test('the defaults define every name that the machine asks for, and nothing that nobody asks for', () => {
  expect(keysOf('activities').toSorted()).toEqual(names.activities.toSorted());
  expect(keysOf('delays', 'deadlines').toSorted()).toEqual(names.delays.toSorted());
  const flags = ['taxable'];
  const facts = names.guards.filter((name) => Object.hasOwn(factNames, name));
  expect([...keysOf('chances', 'measures'), ...flags, ...facts].toSorted()).toEqual(names.guards.toSorted());
  expect(keysOf('measures').toSorted()).toEqual(Object.keys(flow.measures).toSorted());
});

test('every default says where it comes from: law, measured, derived, fitted or assumed', () => {
  const sections = [
    'attributes',
    'chances',
    'activities',
    'delays',
    'deadlines',
    'terms',
    'resources',
    'calendars',
    'fees',
  ];
  const unsaid = sections.flatMap((section) =>
    entriesOf(section)
      .filter(([, value]) => !/\b(law|measured|derived|fitted|assumption)\b/u.test(String(propertyOf(value, 'source'))))
      .map(([name]) => `${section}.${name}`),
  );
  expect(unsaid).toEqual([]);
});

test('everything has words in both languages', () => {
  const sections = [
    'attributes',
    'measures',
    'chances',
    'activities',
    'delays',
    'deadlines',
    'terms',
    'resources',
    'fees',
  ];
  expect(keysOf(...sections).filter((name) => !Object.hasOwn(words, name))).toEqual([]);
  expect(names.milestones.filter((name) => !Object.hasOwn(milestones, name))).toEqual([]);
});

test('every state says what it is in English and Chinese, and in which stage time passes in it', () => {
  const known = [...stages.map(({ name }) => name), 'preArrival', 'postRelease'];
  const lanes = childrenOf(flow.machine.root);
  const states = statesOf(flow.machine).filter((state) => state !== flow.machine.root && !lanes.includes(state));
  expect(states.length).toBeGreaterThan(30);
  for (const state of states) {
    const meta: unknown = state.config.meta;
    expect(String(propertyOf(meta, 'en')), state.key).toMatch(/^[a-zA-Z]/u);
    expect(String(propertyOf(meta, 'zh')), state.key).toMatch(/^\p{Script=Han}/u);
    expect(known, state.key).toContain(propertyOf(meta, 'stage'));
  }
});
