import fc from 'fast-check';
import { expect } from 'vitest';
import { checkByChance } from '../../src/chance/index.ts';
import { parseScenario } from '../../src/scenario/index.ts';
import { wrong, verbatim } from '../../src/base/index.ts';
import { allEvents, eventNames, proveModel, type Claim, type Rule } from '../../src/rules/index.ts';
import { prepare, type Model } from '../../src/simulation/index.ts';
import { pairForms, triggeredBy } from '../../src/rules/forms.ts';
import type { PairTemplate } from '../../src/rules/pattern.ts';

/** A transition of a random machine: its target and guard by number. */
interface Going {
  readonly to: number;
  readonly guard: number;
  readonly writes: boolean;
}

/** A state of a random machine: what leads on from it, besides the delay after which its lane is always over. */
interface Standing {
  readonly short: readonly Going[];
  readonly long: readonly Going[];
  readonly work: Going | undefined;
  readonly arrived: Going | undefined;
  readonly tag: number;
}

const going: fc.Arbitrary<Going> = fc.record({ to: fc.nat(9), guard: fc.nat(9), writes: fc.boolean() });
const standing: fc.Arbitrary<Standing> = fc.record({
  short: fc.array(going, { maxLength: 2 }),
  long: fc.array(going, { maxLength: 1 }),
  work: fc.option(going, { nil: undefined, freq: 3 }),
  arrived: fc.option(going, { nil: undefined, freq: 3 }),
  tag: fc.nat(4),
});
const lanes = fc.tuple(
  fc.array(standing, { minLength: 1, maxLength: 4 }),
  fc.array(standing, { minLength: 1, maxLength: 3 }),
);

/** The model of a machine of two lanes that ask for each other; undefined where the compiler refuses it. */
function randomModel(machine: readonly (readonly Standing[])[]): Model | undefined {
  const other = (lane: number): string => (lane === 0 ? 'right' : 'left');
  const guardOf = (guard: number, lane: number): unknown[] =>
    [
      ['once'],
      ['anew'],
      ['flag'],
      [{ not: 'flag' }],
      ['trusted'],
      [{ in: `${other(lane)}.s0` }],
      [{ in: `${other(lane)}.over` }],
    ][guard] ?? [];
  const take = ({ to, guard, writes }: Going, lane: number): unknown => {
    const [guarded] = guardOf(guard, lane);
    const count = machine[lane]?.length ?? 1;
    return {
      target: `s${to % count}`,
      ...(guarded === undefined ? {} : { guard: guarded }),
      // Only one lane may write.
      ...(writes && lane === 0 ? { actions: { set: { flag: true } } } : {}),
    };
  };
  const stateOf = (state: Standing, lane: number): unknown => ({
    ...(state.tag < 3 ? { tags: [`mark${state.tag}`] } : {}),
    after: {
      ...(state.short.length > 0 ? { short: state.short.map((each) => take(each, lane)) } : {}),
      ...(state.long.length > 0 ? { long: state.long.map((each) => take(each, lane)) } : {}),
      giveUp: 'over',
    },
    ...(state.work === undefined ? {} : { invoke: { src: 'work', onDone: take(state.work, lane) } }),
    ...(state.arrived === undefined || lane > 0 ? {} : { on: { ARRIVED: take(state.arrived, lane) } }),
  });
  const laneOf = (lane: number): unknown => ({
    initial: 's0',
    states: {
      ...Object.fromEntries((machine[lane] ?? []).map((state, index) => [`s${index}`, stateOf(state, lane)])),
      over: { type: 'final' },
    },
  });
  const flow = { type: 'parallel', states: { left: laneOf(0), right: laneOf(1) } };
  // A scenario says nothing of what nothing uses.
  const used = JSON.stringify(flow);
  const those = (all: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => used.includes(`"${name}"`)));
  const text = JSON.stringify({
    name: 'random',
    flow,
    arrivals: { vessels: { every: '6 h', carry: 3, voyage: '20 h' } },
    attributes: { flag: { initial: false }, trusted: '50 %' },
    chances: those({ once: '50 %', anew: { share: '50 %', drawn: 'eachVisit' } }),
    activities: those({ work: { needs: 'officers', takes: '4 h' } }),
    delays: those({ short: '1 h', long: '3 h', giveUp: '10 d' }),
    resources: used.includes('"work"') ? { officers: 2 } : {},
    run: { horizon: '1 week', warmUp: '0 h', seed: 'random', replications: 1 },
  });
  const parsed = parseScenario({ file: 'random.yaml', text }, () => wrong(verbatim('it names no files')));
  const model = parsed.ok ? prepare(parsed.value.base) : parsed;
  return model.ok ? model.value : undefined;
}

/** A claim about two events and two states, by number. */
interface Claimed {
  readonly template: number;
  readonly a: number;
  readonly b: number;
  readonly times: number;
}

const claimed: fc.Arbitrary<Claimed> = fc.record({
  template: fc.nat(24),
  a: fc.nat(99),
  b: fc.nat(99),
  times: fc.integer({ min: 1, max: 3 }),
});

function ruleOf({ template, a, b, times }: Claimed, index: number, model: Model): Rule {
  const names = eventNames(model);
  const event = (number: number): string => nth(allEvents(names), number);
  const state = (number: number): string => nth([...new Set(names.states.flat())], number);
  const claims: readonly Claim[] = [
    ...Object.keys(pairForms).map((pair) => ({ template: pair as PairTemplate, a: event(a), b: event(b) })),
    ...(['existence', 'absence', 'exactly'] as const).map((count) => ({ template: count, a: event(a), times })),
    ...(['init', 'end'] as const).map((place) => ({ template: place, a: event(a) })),
    { never: { all: [{ in: state(a) }, { in: state(b) }] } },
    { possible: event(a) },
  ];
  return {
    id: `X${index}`,
    says: { en: '', zh: '' },
    source: 'assumption',
    ...(times === 3 ? { when: { at: [], attribute: 'trusted', is: true } } : {}),
    claim: nth(claims, template),
  };
}

function nth<Item>(list: readonly Item[], number: number): Item {
  const item = list[number % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}

/**
 * What chance finds a proof finds, and what a proof says holds chance never breaks, on so many random machines under random rules;
 * expects it of each, and that little is missed.
 */
export function agree({ machines, seed }: { readonly machines: number; readonly seed: number }): void {
  const counts = { models: 0, broken: 0, missed: 0, kept: 0 };
  fc.assert(
    fc.property(lanes, fc.array(claimed, { minLength: 10, maxLength: 10 }), (machine, claims) => {
      const model = randomModel(machine);
      if (model === undefined) return;
      const rules = claims.map((each, index) => ruleOf(each, index, model)).filter((rule) => isAsked(rule));
      const proof = proveModel(model, rules);
      // That a history breaks what a proof says holds, or breaks it sooner, is a bug that stops it.
      const { findings } = checkByChance(model, rules, { seed: 'agreement', histories: 200 });
      counts.models++;
      for (const [index, { verdict }] of proof.verdicts.entries()) {
        const found = findings[index]?.verdict;
        if (verdict === 'never') expect(found).toBe('unseen');
        else if (verdict === 'holds') {
          expect(['unbroken', 'shown', 'unseen']).toContain(found);
          counts.kept++;
        } else if ('possible' in (rules[index]?.claim ?? {})) expect(found).toBe('unseen');
        else {
          counts.broken++;
          if (found !== 'broken') counts.missed++;
        }
      }
    }),
    { numRuns: machines, seed },
  );
  expect(counts.models).toBeGreaterThan(machines / 2);
  expect(counts.kept).toBeGreaterThan(machines);
  expect(counts.broken).toBeGreaterThan(machines);
  // Two hundred histories see nearly everything that there is to see on machines of this size.
  expect(counts.missed / counts.broken).toBeLessThan(0.05);
}

/** Rules about the whole of a history have no event at which a condition could be asked. */
function isAsked({ when, claim }: Rule): boolean {
  if (when === undefined || !('template' in claim)) return true;
  return triggeredBy[claim.template] !== undefined;
}
