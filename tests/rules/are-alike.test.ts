import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areAlike, type Shown, type ShownStep } from '../../src/rules/are-alike.ts';
import { trapsIn } from '../../src/rules/traps.ts';

/** A graph that is entered by a step called `in`; by state, its steps as `label>state`. */
function graphOf(entry: number, ...rows: readonly string[]): Shown {
  return {
    entries: [{ label: 'in', to: entry }],
    steps: rows.map((row) =>
      row
        .split(' ')
        .filter((step) => step !== '')
        .map((step) => ({ label: step.split('>')[0] ?? '', to: Number(step.split('>')[1]) })),
    ),
    isEnd: rows.map((row) => row === ''),
  };
}

test('a circle is what it is when it is unrolled, and steps told twice are one', () => {
  expect(areAlike(graphOf(0, 'a>0 b>1', ''), graphOf(1, 'a>1 b>2', 'a>0 b>2 b>3', '', ''))).toBe(true);
});

test('a choice made early is none made late, though the histories are the same', () => {
  const late = graphOf(0, 'a>1', 'b>2 c>2', '');
  const early = graphOf(0, 'a>1 a>2', 'b>3', 'c>3', '');
  expect(areAlike(late, early)).toBe(false);
});

test('how it is entered counts, and where it ends', () => {
  const one = graphOf(0, 'a>1', '');
  expect(areAlike(one, { ...one, entries: [{ label: 'other', to: 0 }] })).toBe(false);
  expect(areAlike(one, { ...one, isEnd: [false, false] })).toBe(false);
});

const state = fc.nat(3);
const randomGraph: fc.Arbitrary<Shown> = fc.record({
  entries: fc.array(fc.record({ label: fc.constantFrom('a', 'b'), to: state }), { minLength: 1, maxLength: 2 }),
  steps: fc.array(fc.array(fc.record({ label: fc.constantFrom('a', 'b'), to: state }), { maxLength: 2 }), {
    minLength: 4,
    maxLength: 4,
  }),
  isEnd: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});

/** Strikes out pairs of states that differ until none does. */
function byStriking(a: Shown, b: Shown): boolean {
  const alike = a.isEnd.map((one) => b.isEnd.map((other) => one === other));
  const answers = (from: readonly ShownStep[], to: readonly ShownStep[], turned: boolean): boolean =>
    from.every((step) =>
      to.some(
        (other) =>
          other.label === step.label && (turned ? alike[other.to]?.[step.to] : alike[step.to]?.[other.to]) === true,
      ),
    );
  const match = (one: readonly ShownStep[], other: readonly ShownStep[]): boolean =>
    answers(one, other, false) && answers(other, one, true);
  for (let isStable = false; !isStable;) {
    isStable = true;
    for (const [one, row] of alike.entries())
      for (const [other, may] of row.entries()) {
        if (!may || match(a.steps[one] ?? [], b.steps[other] ?? [])) continue;
        row[other] = false;
        isStable = false;
      }
  }
  return match(a.entries, b.entries);
}

test('refining a partition finds what striking out pairs finds', () => {
  let alike = 0;
  fc.assert(
    fc.property(randomGraph, randomGraph, fc.boolean(), (a, other, isRenamed) => {
      // Graphs drawn freely are seldom alike: half of them are the same with their states in another order.
      const b = isRenamed ? reversed(a) : other;
      const found = areAlike(a, b);
      if (found) alike += 1;
      expect(found).toBe(byStriking(a, b));
      if (isRenamed) expect(found).toBe(true);
    }),
    { numRuns: 1000, seed: 5 },
  );
  expect(alike).toBeGreaterThan(400);
});

function reversed({ entries, steps, isEnd }: Shown): Shown {
  const moved = (of: readonly ShownStep[]): readonly ShownStep[] => of.map(({ label, to }) => ({ label, to: 3 - to }));
  return { entries: moved(entries), steps: steps.map(moved).toReversed(), isEnd: isEnd.toReversed() };
}

test('sets without a way out are those whose states reach each other and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { minLength: 6, maxLength: 6 }), (next) => {
      const first = next.map((_, at) => next.slice(0, at).flat().length);
      const graph = {
        explored: next.length,
        stepsOf: (at: number): readonly [number, number] => [
          first[at] ?? 0,
          (first[at] ?? 0) + (next[at]?.length ?? 0),
        ],
        target: (step: number): number => next.flat()[step] ?? 0,
      };
      const reach = next.map((_, from) => {
        const found = new Set([from]);
        for (const at of found) for (const to of next[at] ?? []) found.add(to);
        return found;
      });
      const expected = reach
        .filter((found, from) => [...found].every((to) => reach[to]?.has(from) === true))
        .map((found) => text([...found]));
      const traps = trapsIn(graph, () => true).map(text);
      expect(new Set(traps)).toEqual(new Set(expected));
      expect(traps).toHaveLength(new Set(expected).size);
    }),
    { numRuns: 1000, seed: 5 },
  );
});

function text(states: readonly number[]): string {
  return states.toSorted((a, b) => a - b).join(' ');
}
