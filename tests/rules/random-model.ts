import { walk } from '../../src/compile/walk.ts';
import { wrong, verbatim } from '../../src/base/index.ts';
import { parseScenario, type Scenario } from '../../src/scenario/index.ts';
import { prepare, type Model } from '../../src/simulation/index.ts';
import { machineOf, type Plan } from '../compile/random-machine.ts';

/** Everything that a random machine may name: attributes written or drawn, guards of each kind, a delay and deadlines, an activity. */
const named = `name: random
flow:
  initial: first
  states:
    first:
      after: {short: [{guard: c0, target: second}, {guard: c1, target: second}, {guard: c2, target: second}, {guard: c3, target: second}], B: second, C: second}
      invoke: {src: work, onDone: [{guard: g0, target: second}, {guard: g1, target: second}, {guard: g2, target: second}]}
    second: {tags: [mark0], after: {long: third}, exit: [{charge: fee0}, {charge: fee1}]}
    third: {type: final, tags: [mark1, tag0, tag1, tag2]}
arrivals: {vessels: {every: 6 h, carry: 3, voyage: 20 h}}
attributes:
  c0: {initial: false}
  c1: {initial: false}
  c2: {initial: true}
  c3: 50 %
  region: {north: 40 %, east: 20 %, south: 0 %, west: 40 %}
  value: lognormal(mean 100 CNY cv 1)
conditions: {g0: {any: [{region: [east, south]}, {all: [{region: north}, {value: {below: 100 CNY}}]}]}}
chances: {g1: {share: 50 %, drawn: eachVisit}, g2: {by: c2, true: 100 %, false: 50 %}}
activities: {work: {needs: hands, takes: 1 h}}
delays: {short: 1 h, B: 2 h, C: 3 h}
deadlines: {long: {from: mark0, after: 3 d}}
fees: {fee0: 1 CNY, fee1: 2 CNY}
resources: {hands: 1}
run: {horizon: 1 week, warmUp: 0 h, seed: random, replications: 1}
`;

/** Values that attributes may have: what the machine asks for in every way, so that g0 has each of its answers for each of its reasons. */
export function valuationsOf({ table: { guards, attributes } }: Model): readonly Valuation[] {
  const regions = guards.includes('g0') ? ['north', 'east', 'west'] : ['north'];
  const values = guards.includes('g0') ? [50, 150] : [50];
  const flags = guards.includes('c3') || attributes.includes('c3') ? [false, true] : [false];
  return regions.flatMap((region) =>
    values.flatMap((value) => flags.map((c3) => ({ region, value, c3, c0: false, c1: false, c2: true }))),
  );
}

type Valuation = Readonly<Record<string, boolean | number | string>>;

/** g0 as its condition says. */
export function isG0({ region, value }: Valuation): boolean {
  return region === 'east' || region === 'south' || (region === 'north' && Number(value) < 100);
}

/** A machine that never reaches the milestone has no deadline from it. */
const unanchored = named
  .replace('C: 3 h', 'C: 3 h, long: 3 d')
  .replace('deadlines: {long: {from: mark0, after: 3 d}}\n', '');

const [anchoredBase, unanchoredBase] = [scenarioOf(named), scenarioOf(unanchored)];

function scenarioOf(text: string): Scenario {
  const parsed = parseScenario({ file: 'random.yaml', text }, () => wrong(verbatim('no files')));
  if (!parsed.ok) throw new Error(parsed.wrong.map(({ message }) => message.en).join('\n'));
  return parsed.value.base;
}

/** The model of a random machine, what is sent to it from outside turned into the ship and delays; none if it does not compile. */
export function randomModel(plan: Plan): Model | undefined {
  const machine = machineOf(timed(plan), { tagsAsActions: false });
  const { table, refusals } = walk(machine, 'random', { configurationsMax: 60, pathsMax: 64 });
  if (table === undefined || refusals.length > 0) return undefined;
  const base = table.milestones.includes('mark0') ? anchoredBase : unanchoredBase;
  const flow = { ...base.flow, machine, content: 'random' };
  const model = prepare({ ...base, flow }, { find: () => table, put: () => undefined });
  // A chance of each visit may not be asked by what waits.
  return model.ok ? model.value : undefined;
}

function timed(plan: Plan): Plan {
  return {
    ...plan,
    children: plan.children.map(timed),
    on: plan.on
      .filter(({ event }) => event !== 'B' && event !== 'C')
      .map(({ event, take }) => ({ event: event === 'A' ? 'ARRIVED' : event, take })),
    after: [
      ...plan.after,
      ...plan.on
        .filter(({ event }) => event === 'B' || event === 'C')
        .map(({ event: delay, take }) => ({ delay, take })),
    ],
  };
}
