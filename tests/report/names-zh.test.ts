import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openSources } from '../../src/experiment/index.ts';
import { outlineOf, statesOfLanes } from '../../src/flows/index.ts';
import { endingName, happeningName, laneName, ownName, thingName } from '../../src/report/names.ts';
import type { Scenario } from '../../src/scenario/index.ts';

const shipped = globSync('scenarios/{*,lessons/*}.yaml').toSorted();

test.each(shipped)('whatever %s names is told in Chinese', (file) => {
  const set = openSources([{ file, text: readFileSync(file, 'utf8'), files: {} }], {});
  if (!set.ok) throw new Error(JSON.stringify(set.wrong));
  const { base, variants } = set.value;
  const told = [...namesIn(base), base.nameZh, ...variants.map(({ scenario }) => scenario.nameZh)];
  expect(told.filter((name) => /[A-Za-z]{3}/u.test(name))).toEqual([]);
});

/** Everything of a scenario that a reader sees by name. */
function namesIn(scenario: Scenario): readonly string[] {
  const { attributes, measures, chances, activities, delays, deadlines, terms, resources, calendars, fees } = scenario;
  const parts = [attributes, measures, chances, activities, delays, deadlines, terms, resources, calendars, fees];
  const levels = Object.values(attributes).flatMap((each) => (each.kind === 'levels' ? each.levels : []));
  const { lanes } = outlineOf(scenario.flow);
  const states = statesOfLanes(lanes);
  return [
    ...[...parts.flatMap((part) => Object.keys(part)), ...levels].map((name) => thingName(name, 'zh')),
    // A flow without regions is one lane that is named as the flow.
    ...(lanes.length === 1 ? [] : lanes.map(({ name }) => laneName(name, 'zh'))),
    ...states.flatMap(({ label, milestones, transitions }) => [
      ownName(label, 'zh'),
      ...milestones.map((name) => endingName(name, 'zh')),
      ...transitions.flatMap(({ waitsFor }) => (waitsFor.kind === 'event' ? [happeningName(waitsFor.name, 'zh')] : [])),
    ]),
  ];
}
