import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { enter, leavesOf, step, type Operation } from '../../src/compile/index.ts';
import { builtInFlows } from '../../src/flows/index.ts';
import type { Stand, Turn, Walk } from '../../src/learn/index.ts';
import { freeModel } from '../../src/rules/index.ts';
import type { Model } from '../../src/simulation/index.ts';
import { modelOf, tell } from '../simulation/story.ts';
import { sea, standOf, walkOf } from './walks.ts';

const picks = fc.array(fc.record({ which: fc.nat(99), when: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  maxLength: 40,
  size: 'max',
});

/** Goes on with what is offered, as long as something is; every stand on the way. */
function wander(
  model: Model,
  walk: Walk,
  chosen: readonly { readonly which: number; readonly when: number }[],
): Stand[] {
  const stands = [standOf(model, walk)];
  const made: Turn[] = [];
  for (const { which, when } of chosen) {
    const { coming } = present(stands.at(-1), 'a stand');
    const next = coming[which % coming.length];
    if (next === undefined) break;
    const { comes, chances, earliest, expected, latest, lane } = next;
    const at = earliest + when * ((latest === Infinity ? expected : latest) - earliest);
    made.push({ comes, chances, at, ...(lane === undefined ? {} : { lane }) });
    stands.push(standOf(model, { ...walk, turns: made }));
  }
  return stands;
}

const free = freeModel(present(builtInFlows['sea-import'], 'sea-import'));
const measureNames = Object.keys(free.scenario.measures);

test('whatever is offered can come, and XState and the compiled table stand alike', () => {
  const flags = fc.array(fc.boolean(), { minLength: measureNames.length, maxLength: measureNames.length });
  fc.assert(
    fc.property(flags, fc.boolean(), picks, (used, taxable, chosen) => {
      const measures = Object.fromEntries(measureNames.map((name, index) => [name, used[index] === true]));
      // One who may use every measure.
      const attributes = { credit: 'generalCredit', goods: 'perishable', hasGuarantee: true, taxable };
      const stands = wander(free, walkOf({ attributes, measures }), chosen);
      const { steps } = present(stands.at(-1), 'a stand');
      const fallen = new Map<string, boolean>();
      const answer =
        (falling: readonly string[]) =>
        (guard: string): boolean => {
          if (guard === 'taxable') return taxable;
          const measure = measures[guard];
          if (measure !== undefined) return measure;
          const chance = free.scenario.chances[guard];
          if (chance === undefined) return false;
          const falls = fallen.get(guard) ?? falling.includes(guard);
          if (chance.drawn === 'once') fallen.set(guard, falls);
          return falls;
        };
      const { table } = free;
      let { configuration } = enter(table, answer([]));
      for (const { comes, chances, states, milestones } of steps) {
        let operations: readonly Operation[] = [];
        if (comes !== '' && !comes.startsWith('start:'))
          ({ configuration, operations } = step(table, configuration, typeOf(comes, configuration), answer(chances)));
        const here = present(table.configurations[configuration], 'a configuration');
        expect(leavesOf(here.value)).toEqual(states);
        const reached = operations.flatMap((each) => (each.does === 'reach' ? [each.milestone] : []));
        if (comes !== '') expect(milestones.toSorted()).toEqual(reached.toSorted());
      }
    }),
    { numRuns: 30 },
  );
});

/** XState's name of what comes in a configuration. */
function typeOf(comes: string, configuration: number): string {
  const { table } = free;
  const [kind = '', name = ''] = comes.split(':');
  const events = table.events.filter((event) => {
    if (event.kind === 'external') return event.type === kind;
    if (event.kind === 'due') return kind === 'due' && table.timers[event.timer]?.delay === name;
    return kind !== 'due' && table.activities[event.activity]?.name === name;
  });
  const heard = events.find(
    ({ type }) =>
      (table.go[configuration * table.events.length + table.events.findIndex((each) => each.type === type)] ?? -1) >= 0,
  );
  return (heard ?? events[0])?.type ?? 'unheard';
}

const shipped = globSync('scenarios/**/*.yaml').filter((file) => !file.includes('rules'));

test.each(shipped)('%s can be walked to its end by what is expected next', (file) => {
  const model = modelOf(readFileSync(file, 'utf8'));
  const turns: Turn[] = [];
  for (;;) {
    const stand = standOf(model, walkOf({ turns }));
    const [next] = stand.coming;
    if (next === undefined) {
      expect(stand.hasEnded).toBe(true);
      return;
    }
    // By its name alone it comes when it is expected, and no chance falls.
    turns.push({ comes: next.comes });
    expect(standOf(model, walkOf({ turns })).now).toBe(next.expected);
  }
});

test('a state that is told impossible is never entered afterwards', () => {
  fc.assert(
    fc.property(picks, (chosen) => {
      const stands = wander(free, walkOf({}), chosen);
      const entered = new Set<string>();
      for (const { lanes, steps } of stands.toReversed()) {
        for (const { path, standing } of lanes.flatMap(({ states }) => states))
          if (standing === 'impossible') expect(entered).not.toContain(path);
        for (const path of steps.at(-1)?.entered ?? []) entered.add(path);
      }
    }),
    { numRuns: 20 },
  );
});

test.each(['', 'measures: {advanceDeclaration: 100 %}\n', 'measures: {twoStepDeclaration: 100 %}\n'])(
  'with times that are fixed the kernel does the same: %j',
  (more) => {
    const text = sea(
      `attributes: {value: 300000 CNY, hasGuarantee: 100 %, taxable: 100 %, credit: {generalCredit: 100 %}}
chances: {faultFound: {share: 0 %, drawn: eachVisit}, selectedForReview: 0 %, selectedForInspection: 0 %}
${more}`,
    )
      .replace('preparation: 31 h', 'preparation: 500 h')
      .replace('payment: 4 h', 'payment: 480 h')
      .replace('horizon: 4 weeks', 'stopAfter: 1 consignments')
      // The first ship is there when the first gap between ships is over; its consignment enters at the start.
      .replace('voyage: 48 h', 'every: 48 h, carry: 1, voyage: 48 h');
    const model = modelOf(text);
    const turns: Turn[] = [];
    let stand = standOf(model, walkOf({}));
    for (let next = stand.coming[0]; next !== undefined; next = stand.coming[0]) {
      turns.push({ comes: next.comes });
      stand = standOf(model, walkOf({ turns }));
    }
    const walked = stand.steps.flatMap(({ at, milestones, charged }) => [
      ...milestones.map((name) => `${Math.round(at * 60)} ${name}`),
      ...charged.map(({ fee }) => `${Math.round(at * 60)} charged ${fee}`),
    ]);
    const ran = tell(text, ['reached', 'charged']).flatMap(([at, consignment, what]) =>
      consignment === 0 ? [`${Math.round(at * 60)} ${what}`] : [],
    );
    expect(stand.charged).toHaveLength(2);
    expect(walked.toSorted()).toEqual(ran.toSorted());
  },
);
