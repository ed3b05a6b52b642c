import { expect, test } from 'vitest';
import { rule } from '../../src/rules/build.ts';
import type { RuleNotation } from '../../src/rules/rule-notation.ts';
import { mutate, type Mutation } from '../../src/rules/mutate.ts';
import type { Verdict } from '../../src/rules/prove.ts';
import { modelOf } from '../simulation/story.ts';

const small = `name: small
flow:
  initial: lodged
  states:
    lodged: {tags: [lodged], after: {review: [{guard: selected, target: refused}, {target: accepted}]}}
    accepted: {tags: [accepted], after: {payment: released}}
    released: {type: final, tags: [released]}
    refused: {type: final, tags: [returned]}
arrivals: {consignments: {every: 1 h}}
chances: {selected: 50 %}
delays: {review: 1 h, payment: 1 d}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`;

const book: readonly RuleNotation[] = [
  { id: 'paid', precedence: { need: 'accepted', before: 'released' } },
  { id: 'release', possible: 'released' },
  { id: 'refusal', possible: 'returned' },
  { id: 'end', canEnd: true },
];

function look(text: string, notations: readonly RuleNotation[]): Mutation {
  const mutation = mutate(modelOf(text), notations.map(rule));
  if (!mutation.ok) throw new Error('a rule is broken');
  return mutation.value;
}

test('the mutants of a small flow, by hand', () => {
  const refused = 'lodged --review--> refused';
  const accepted = 'lodged --review--> accepted';
  const released = 'accepted --payment--> released';
  const { mutants, score } = look(small, book);
  expect(mutants.map(({ name, fate, by }) => [name, fate, by.join(' ')])).toEqual([
    [`guard dropped: ${refused}`, 'killed', 'release'],
    // The selected are let go, the others refused: no rule asks who is.
    [`guard negated: ${refused}`, 'survived', ''],
    [`dropped: ${refused}`, 'killed', 'refusal'],
    [`retargeted to lodged: ${refused}`, 'killed', 'refusal end'],
    [`retargeted to accepted: ${refused}`, 'killed', 'refusal'],
    [`retargeted to released: ${refused}`, 'killed', 'paid refusal'],
    ['delay dropped: lodged --review-->', 'refused', ''],
    [`order swapped: ${refused} and --review--> accepted`, 'killed', 'refusal'],
    [`targets swapped: ${refused} and --review--> accepted`, 'survived', ''],
    [`dropped: ${accepted}`, 'killed', 'release end'],
    [`retargeted to lodged: ${accepted}`, 'killed', 'release end'],
    [`retargeted to released: ${accepted}`, 'killed', 'paid'],
    [`retargeted to refused: ${accepted}`, 'killed', 'release'],
    [`dropped: ${released}`, 'refused', ''],
    [`retargeted to lodged: ${released}`, 'killed', 'release end'],
    [`retargeted to accepted: ${released}`, 'refused', ''],
    [`retargeted to refused: ${released}`, 'killed', 'release'],
  ]);
  expect(score).toBeCloseTo(12 / 14, 12);
});

test('a rule is proposed that notices what survived, and it does', () => {
  const { proposals } = look(small, book);
  expect(proposals).toEqual([{ possible: 'returned', when: { name: 'selected', is: 'true' }, kills: 2 }]);
  const better = look(small, [...book, { id: 'more', possible: 'returned', when: { selected: true } }]);
  expect(better.score).toBe(1);
  expect(better.proposals).toEqual([]);
});

test('what is held and what is not', () => {
  const { uncovered, unseen } = look(small, [{ id: 'refusal', possible: 'returned' }]);
  // That payment is lost, or leads elsewhere, nothing notices; each way to the refusal is noticed.
  expect(uncovered).toEqual({ transitions: ['accepted --payment--> released'], of: 3 });
  expect(unseen).toEqual({ states: ['released'], of: 4 });
});

test('a guard that always holds is no fault when it is dropped; the same question in two ways is one', () => {
  const lanes = `name: lanes
flow:
  type: parallel
  states:
    goods:
      initial: here
      states:
        here: {after: {rest: {guard: {any: [{in: goods.here}, lucky]}, target: gone}}}
        gone: {type: final, tags: [removed]}
    papers:
      initial: open
      states:
        open: {after: {rest: closed}}
        closed: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
chances: {lucky: 50 %}
delays: {rest: 1 h}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`;
  const { mutants } = look(lanes, [{ id: 'end', canEnd: true }]);
  expect(mutants.filter(({ fate }) => fate === 'equivalent').map(({ name }) => name)).toEqual([
    'guard dropped: goods.here --rest--> goods.gone',
  ]);
});

test('a rule that nothing triggers guards if it notices a fault, else it is dead', () => {
  const never = small.replace('selected: 50 %', 'selected: 100 %');
  const { vacuous } = look(never, [
    { id: 'guards', response: { after: 'accepted', then: 'returned' } },
    { id: 'sleeps', notResponse: { after: 'released', never: 'lodged' } },
    { id: 'refusal', possible: 'returned' },
  ]);
  expect(vacuous).toEqual([
    { rule: 'guards', is: 'guarded' },
    { rule: 'sleeps', is: 'dead' },
  ]);
});

test('nothing is mutated while a rule fails', () => {
  const failing: readonly Verdict[] | Mutation = (() => {
    const mutation = mutate(
      modelOf(small),
      [...book, { id: 'odd', absence: { event: 'released' } } as const].map(rule),
    );
    return mutation.ok ? mutation.value : mutation.wrong;
  })();
  expect(failing).toMatchObject([{ rule: { id: 'odd' }, verdict: 'broken' }]);
});

test('a rule with a window notices that what must come never does; while it is broken with the delays, nothing is mutated', () => {
  const within = (hours: number): RuleNotation => ({
    id: 'soon',
    response: { after: 'accepted', then: 'released', within: `${hours} h` },
  });
  const { mutants } = look(small, [...book, within(24)]);
  expect(mutants.filter(({ by }) => by.includes('soon')).map(({ name }) => name)).toContain(
    'retargeted to refused: accepted --payment--> released',
  );
  const mutation = mutate(modelOf(small), [rule(within(23))]);
  expect(mutation.ok ? [] : mutation.wrong).toMatchObject([{ rule: { id: 'soon' }, verdict: 'broken' }]);
});
