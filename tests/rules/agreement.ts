import fc from 'fast-check';
import { allEvents, eventNames } from '../../src/rules/event-names.ts';
import { Graph } from '../../src/rules/graph.ts';
import type { Pattern } from '../../src/rules/pattern.ts';
import { prove } from '../../src/rules/prove.ts';
import type { Claim } from '../../src/rules/rule.ts';
import type { Model } from '../../src/simulation/index.ts';
import { plan } from '../compile/random-machine.ts';
import { BruteForce, keyOf, pathsIn, type Standing } from './brute-force.ts';
import { histories, meaningOf, pairMeanings, type History } from './meanings.ts';
import { randomModel } from './random-model.ts';

/** What became of many random machines and rules. */
export interface Agreement {
  readonly machines: number;
  readonly withHistory: number;
  readonly withParallel: number;
  readonly verdicts: Readonly<Record<string, number>>;
  /** Rules for which the walk found a history, by the steps of the shortest one. */
  readonly lengths: readonly number[];
  /** Rules that were followed through all histories of six steps. */
  readonly followed: number;
  readonly disagreements: readonly unknown[];
}

/** A rule about events and states by their places in the lists of a machine. */
export const claimPlan: fc.Arbitrary<ClaimPlan> = fc.record({
  kind: fc.nat(9),
  template: fc.constantFrom(...Object.keys(pairMeanings), 'existence', 'absence', 'exactly', 'init', 'end'),
  a: fc.array(fc.nat(100), { minLength: 1, maxLength: 3 }),
  b: fc.array(fc.nat(100), { minLength: 1, maxLength: 3 }),
  times: fc.integer({ min: 1, max: 3 }),
});
const drawn = fc.tuple(plan, fc.array(claimPlan, { minLength: 3, maxLength: 3 }));

/** Steps after entering. */
const stepsMax = 6;
/** Histories of one length that are followed. */
const widthMax = 500;

/** Proves random rules of random machines, and looks for the same among all short histories. */
export function agreement(of: { readonly seed: number; readonly machines: number }): Agreement {
  const sum = { machines: 0, withHistory: 0, withParallel: 0, followed: 0 };
  const verdicts: Record<string, number> = {};
  const lengths: number[] = [];
  const disagreements: unknown[] = [];
  for (const [machine, claims] of draw(of.seed)) {
    if (sum.machines === of.machines) break;
    const model = randomModel(machine);
    if (model === undefined || model.table.configurations.length < 3) continue;
    sum.machines++;
    const text = JSON.stringify(machine);
    if (text.includes('"parallel"')) sum.withParallel++;
    if (text.includes('"deep"')) sum.withHistory++;
    const graph = new Graph(model, 100_000);
    const brute = new BruteForce(model);
    for (const each of claims) {
      const claim = claimOf(each, model);
      const { verdict, story } = prove({ id: 'R', says: { en: '', zh: '' }, source: '', claim }, graph);
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
      const { found, steps } = look(claim, brute);
      if (found !== undefined) lengths.push(found);
      if (steps === stepsMax) sum.followed++;
      // The proof counts entering as a step.
      const proved = story === undefined || story.length - 1 > steps ? undefined : story.length - 1;
      if (proved !== found) disagreements.push({ claim, verdict, story, found, steps, machine });
    }
  }
  return { ...sum, verdicts, lengths, disagreements };
}

function* draw(seed: number): Generator<[Parameters<typeof randomModel>[0], readonly ClaimPlan[]]> {
  for (let batch = 0; ; batch++) yield* fc.sample(drawn, { seed: seed + batch, numRuns: 100 });
}

interface ClaimPlan {
  readonly kind: number;
  readonly template: string;
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly times: number;
}

export function claimOf({ kind, template, a, b, times }: ClaimPlan, model: Model): Claim {
  const names = eventNames(model);
  const events = allEvents(names);
  const states = [...new Set(names.states.flat())];
  const some = (places: readonly number[]): readonly string[] => [
    ...new Set(places.map((place) => events[place % events.length] ?? '')),
  ];
  const inState = (place = 0) => ({ in: states[place % states.length] ?? '' });
  if (kind === 0) return { possible: some(a) };
  if (kind === 1) return { never: { all: [inState(a[0]), { not: inState(b[0]) }] } };
  return { template, a: some(a), b: some(b), times } as Pattern;
}

/** Steps after which the shortest history comes to what a claim is about: breaks it, or shows that it is possible; and how many were followed. */
function look(claim: Claim, brute: BruteForce): { readonly found: number | undefined; readonly steps: number } {
  const watch = watchOf(claim);
  let layer = merged(brute.entries().map(({ events, to }) => ({ to, seen: watch.happen('', events) })));
  for (let steps = 0; ; steps++) {
    const next: Point[] = [];
    for (const { to, seen } of layer) {
      const followers = brute.steps(to);
      if (watch.isFound(seen, to, followers.length === 0)) return { found: steps, steps };
      for (const step of followers) next.push({ to: step.to, seen: watch.happen(seen, step.events) });
    }
    layer = merged(next);
    if (steps === stepsMax || layer.length === 0)
      return { found: undefined, steps: layer.length === 0 ? stepsMax : steps };
    if (layer.length > widthMax) return { found: undefined, steps };
  }
}

/** Where a history has come to, and all that the rule has seen on it. */
interface Point {
  readonly to: Standing;
  /** What its events are to the rule, a digit each. */
  readonly seen: string;
}

function merged(points: readonly Point[]): readonly Point[] {
  return [...new Map(points.map((point) => [`${point.seen} ${keyOf(point.to)}`, point])).values()];
}

interface Watch {
  happen(seen: string, events: readonly string[]): string;
  isFound(seen: string, at: Standing, isEnd: boolean): boolean;
}

function watchOf(claim: Claim): Watch {
  if ('never' in claim) {
    const { never } = claim;
    if (!('all' in never)) throw new Error('a random claim is of two states');
    return {
      happen: () => '',
      isFound(_, { value }) {
        const active = pathsIn(value);
        return never.all.every((test) =>
          'in' in test ? active.includes(test.in) : 'not' in test && 'in' in test.not && !active.includes(test.not.in),
        );
      },
    };
  }
  if ('possible' in claim)
    return {
      happen: (seen, events) => (events.some((event) => claim.possible.includes(event)) ? 'x' : seen),
      isFound: (seen) => seen === 'x',
    };
  if (!('template' in claim)) throw new Error('no such random claim');
  const keeps = meaningOf(claim);
  const a = new Set(claim.a);
  const b = new Set('b' in claim ? claim.b : []);
  const kind = (event: string): string => (event.includes(':') ? (event.split(':')[0] ?? '') : '');
  const kinds = new Set([...a, ...b].map(kind));
  const lost = new Map<string, boolean>();
  return {
    happen: (seen, events) =>
      events
        .filter((event) => kinds.has(kind(event)))
        .reduce((all, event) => all + String((a.has(event) ? 1 : 0) + (b.has(event) ? 2 : 0)), seen),
    isFound(seen, _, isEnd) {
      const history = historyOf(seen);
      if (isEnd) return !keeps(history);
      const isLost = lost.get(seen) ?? !mending.some((rest) => keeps([...history, ...rest]));
      lost.set(seen, isLost);
      return isLost;
    },
  };
}

const mending = histories(3);

function historyOf(seen: string): History {
  return Array.from(seen, (digit) => ({ a: digit === '1' || digit === '3', b: digit === '2' || digit === '3' }));
}
