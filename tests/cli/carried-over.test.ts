import { expect, test } from 'vitest';
import { blended, stillTrue } from '../../src/cli/carried-over.ts';
import { inOrder, type Progress } from '../../src/experiment/index.ts';
import { early, reached } from '../report/fixture.ts';

const names = early.comparison.scenarios.map(({ scenario }) => scenario);
const keys = Object.fromEntries(names.map((name) => [name, name]));

/** The evidence of a scenario, wherever it stands. */
function of({ comparison, evidence }: Progress, name: string): readonly unknown[] {
  const all = comparison.scenarios.map(({ scenario }) => scenario);
  const variants = all.filter((each) => each !== comparison.base);
  return [
    evidence.runs[all.indexOf(name)],
    evidence.pairs[variants.indexOf(name)],
    evidence.changes[variants.indexOf(name)],
  ];
}

// The base stands where its letter is, not first.
const turned = inOrder(reached, names.toReversed());

test('what is still true keeps its evidence, the base wherever it stands', () => {
  const changed = names[2] ?? '';
  const kept = stillTrue(turned, keys, { ...keys, [changed]: 'another' });
  expect(kept?.comparison.scenarios.map(({ scenario }) => scenario)).toEqual(
    names.toReversed().filter((name) => name !== changed),
  );
  for (const name of names.filter((each) => each !== changed))
    expect(kept && of(kept, name)).toEqual(of(reached, name));
});

test('nothing is true any more where the base is another one', () => {
  expect(stillTrue(turned, keys, { ...keys, [reached.comparison.base]: 'another' })).toBeUndefined();
});

test('a scenario is shown with the figures, their number and their evidence of whichever experiment knew more of it', () => {
  const fresh = {
    ...inOrder(early, names.toReversed()),
    evidence: {
      runs: names.map(() => []),
      pairs: names.slice(1).map(() => []),
      changes: names.slice(1).map(() => null),
    },
  };
  const gone = names[1] ?? '';
  const before = stillTrue(turned, keys, { ...keys, [gone]: 'another' });
  const shown = blended(fresh, before);
  expect(shown.replications).toBe(reached.replications);
  expect(of(shown, gone)).toEqual([[], [], null]);
  for (const name of names.filter((each) => each !== gone)) expect(of(shown, name)).toEqual(of(reached, name));
});
