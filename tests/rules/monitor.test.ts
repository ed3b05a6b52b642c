import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rule } from '../../src/rules/build.ts';
import type { RuleNotation } from '../../src/rules/rule-notation.ts';
import { duesOf } from '../../src/rules/dues.ts';
import { Monitors } from '../../src/rules/monitor.ts';
import type { Standing } from '../../src/rules/standing.ts';
import { modelOf } from '../simulation/story.ts';

/** Monday, 6 March 2017, noon; an office from nine to five with a break. */
const model = modelOf(`name: windows
flow: {initial: a, states: {a: {invoke: {src: work, onDone: b}}, b: {type: final}}}
start: 2017-03-06T12:00+08:00
arrivals: {consignments: {every: 1 h}}
activities: {work: {needs: officers, takes: 1 h}}
resources: {officers: {count: 1, calendar: office}}
calendars: {office: {week: [Mon-Fri 09:00-12:00 13:00-17:00]}}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`);

type Told = readonly [event: string, hour: number, attributes?: Readonly<Record<string, string>>];

/** How a rule stands after a history; hours from Monday noon. */
function standing(notation: object, history: readonly Told[], end = 1000, hasEnded = true): Standing {
  const names = [...new Set([...history.map(([event]) => event), 'other'])];
  const monitors = new Monitors([rule({ id: 'R', ...notation } as RuleNotation)], names, duesOf(model));
  const one = monitors.begin();
  for (const [event, hour, attributes = {}] of history)
    monitors.happen(one, names.indexOf(event), hour * 60, {
      holds: () => attributes['holds'] !== 'no',
      attribute: (name) => attributes[name],
    });
  const [stands] = monitors.end(one, end * 60, hasEnded);
  if (stands === undefined) throw new Error('one rule');
  return stands;
}

test('a response within some time: both ends belong to the window', () => {
  const within = { response: { after: 'a', then: 'b', within: '8 h' } };
  expect(
    standing(within, [
      ['a', 0],
      ['b', 8],
    ]),
  ).toBe('kept');
  expect(
    standing(within, [
      ['a', 0],
      ['b', 9],
    ]),
  ).toBe('broken');
  expect(standing(within, [['a', 0]], 8, false)).toBe('open');
  expect(standing(within, [['a', 0]], 9, false)).toBe('broken');
  expect(standing(within, [['a', 0]], 8, true)).toBe('broken');
  expect(standing(within, [['b', 0]])).toBe('never');
  // The second a is answered, the first was too late.
  expect(
    standing(within, [
      ['a', 0],
      ['a', 5],
      ['b', 10],
    ]),
  ).toBe('broken');
  expect(
    standing({ response: { after: 'a', then: 'b', atLeast: '2 h' } }, [
      ['a', 0],
      ['b', 1],
    ]),
  ).toBe('broken');
  expect(
    standing({ response: { after: 'a', then: 'b', atLeast: '2 h' } }, [
      ['a', 0],
      ['b', 1],
      ['b', 2],
    ]),
  ).toBe('kept');
});

test('days end at midnight, hours of a calendar stand still while it is closed', () => {
  // From Monday noon the first calendar day ends with Tuesday: 36 hours.
  const day = { response: { after: 'a', then: 'b', within: '1 calendar day' } };
  expect(
    standing(day, [
      ['a', 0],
      ['b', 36],
    ]),
  ).toBe('kept');
  expect(
    standing(day, [
      ['a', 0],
      ['b', 36.1],
    ]),
  ).toBe('broken');
  // Five working days from Friday noon end with the next Friday: 84 + 12 + 7 * 24 hours after Monday noon.
  const working = { response: { after: 'a', then: 'b', within: '5 working days' } };
  expect(
    standing(working, [
      ['a', 96],
      ['b', 276],
    ]),
  ).toBe('kept');
  expect(
    standing(working, [
      ['a', 96],
      ['b', 276.1],
    ]),
  ).toBe('broken');
  // Monday 13:00 to 17:00 are four hours, Tuesday 9:00 to 12:00 three more: 24 hours after noon.
  const office = { response: { after: 'a', then: 'b', within: '7 h', hours: 'office' } };
  expect(
    standing(office, [
      ['a', 0],
      ['b', 24],
    ]),
  ).toBe('kept');
  expect(
    standing(office, [
      ['a', 0],
      ['b', 25.1],
    ]),
  ).toBe('broken');
});

test('a window may count from another event; before it nothing is late', () => {
  const from = { response: { after: 'a', then: 'b', within: '8 h', from: 'c' } };
  expect(
    standing(from, [
      ['a', 0],
      ['b', 500],
    ]),
  ).toBe('kept');
  expect(
    standing(from, [
      ['a', 0],
      ['c', 100],
      ['b', 108],
    ]),
  ).toBe('kept');
  expect(
    standing(from, [
      ['a', 0],
      ['c', 100],
      ['b', 109],
    ]),
  ).toBe('broken');
  expect(
    standing(from, [
      ['c', 0],
      ['a', 100],
      ['b', 101],
    ]),
  ).toBe('broken');
  expect(
    standing(from, [
      ['a', 0],
      ['c', 100],
      ['c', 105],
      ['b', 109],
    ]),
  ).toBe('broken');
});

test('precedence, chains and what must not follow, each with a window', () => {
  const fresh = { precedence: { need: 'a', before: 'b', within: '8 h' } };
  expect(
    standing(fresh, [
      ['a', 0],
      ['b', 8],
    ]),
  ).toBe('kept');
  expect(
    standing(fresh, [
      ['a', 0],
      ['b', 9],
    ]),
  ).toBe('broken');
  expect(
    standing(fresh, [
      ['a', 0],
      ['a', 5],
      ['b', 9],
    ]),
  ).toBe('kept');
  expect(standing(fresh, [['a', 0]])).toBe('never');
  const quiet = { notResponse: { after: 'a', never: 'b', within: '8 h' } };
  expect(
    standing(quiet, [
      ['a', 0],
      ['b', 8],
    ]),
  ).toBe('broken');
  expect(
    standing(quiet, [
      ['a', 0],
      ['b', 9],
    ]),
  ).toBe('kept');
  const next = { chainResponse: { after: 'a', next: 'b', within: '8 h' } };
  expect(
    standing(next, [
      ['a', 0],
      ['b', 8],
    ]),
  ).toBe('kept');
  expect(
    standing(next, [
      ['a', 0],
      ['other', 1],
      ['b', 8],
    ]),
  ).toBe('broken');
  expect(
    standing(next, [
      ['a', 0],
      ['b', 9],
    ]),
  ).toBe('broken');
});

test('four eyes: the same or another officer', () => {
  const fourEyes = { response: { after: 'a', then: 'b' }, different: 'officer' };
  expect(
    standing(fourEyes, [
      ['a', 0, { officer: 'Li' }],
      ['b', 1, { officer: 'Wu' }],
    ]),
  ).toBe('kept');
  expect(
    standing(fourEyes, [
      ['a', 0, { officer: 'Li' }],
      ['b', 1, { officer: 'Li' }],
    ]),
  ).toBe('broken');
  const same = { precedence: { need: 'a', before: 'b' }, same: 'box' };
  expect(
    standing(same, [
      ['a', 0, { box: '1' }],
      ['a', 0, { box: '2' }],
      ['b', 1, { box: '1' }],
    ]),
  ).toBe('kept');
  expect(
    standing(same, [
      ['a', 0, { box: '1' }],
      ['b', 1, { box: '2' }],
    ]),
  ).toBe('broken');
});

test('a condition is asked at the event that triggers the rule', () => {
  const when = { when: { isTaxed: true } };
  const response = { response: { after: 'a', then: 'b' }, ...when };
  expect(standing(response, [['a', 0, { holds: 'no' }]])).toBe('never');
  expect(
    standing(response, [
      ['a', 0],
      ['b', 1, { holds: 'no' }],
    ]),
  ).toBe('kept');
  const precedence = { precedence: { need: 'a', before: 'b' }, ...when };
  expect(standing(precedence, [['b', 0, { holds: 'no' }]])).toBe('never');
  expect(standing(precedence, [['b', 0]])).toBe('broken');
  expect(
    standing(precedence, [
      ['a', 0, { holds: 'no' }],
      ['b', 1],
    ]),
  ).toBe('kept');
});

test('an unknown time leaves a rule with a window open', () => {
  expect(
    standing({ response: { after: 'a', then: 'b', within: '8 h' } }, [
      ['a', 0],
      ['b', Number.NaN],
    ]),
  ).toBe('open');
  expect(
    standing({ response: { after: 'a', then: 'b' } }, [
      ['a', 0],
      ['b', Number.NaN],
    ]),
  ).toBe('kept');
});

/** What a windowed rule means, said over whole histories. */
const meanings: Readonly<
  Record<string, (history: readonly Told[], isIn: (a: number, b: number) => boolean) => boolean>
> = {
  response: (history, isIn) =>
    history.every(
      ([event, at], place) =>
        event !== 'a' || history.some(([other, then], later) => later > place && other === 'b' && isIn(at, then)),
    ),
  precedence: (history, isIn) =>
    history.every(
      ([event, at], place) =>
        event !== 'b' ||
        history.some(([other, before], earlier) => earlier < place && other === 'a' && isIn(before, at)),
    ),
  notResponse: (history, isIn) =>
    history.every(
      ([event, at], place) =>
        event !== 'a' || !history.some(([other, then], later) => later > place && other === 'b' && isIn(at, then)),
    ),
  chainResponse: (history, isIn) =>
    history.every(([event, at], place) => {
      const [next, then] = history[place + 1] ?? ['', 0];
      return event !== 'a' || (next === 'b' && isIn(at, then));
    }),
  chainPrecedence: (history, isIn) =>
    history.every(([event, at], place) => {
      const [last, before] = history[place - 1] ?? ['', 0];
      return event !== 'b' || (last === 'a' && isIn(before, at));
    }),
  notChainResponse: (history, isIn) =>
    history.every(([event, at], place) => {
      const [next, then] = history[place + 1] ?? ['', 0];
      return event !== 'a' || next !== 'b' || !isIn(at, then);
    }),
};

const keys: Readonly<Record<string, readonly [string, string]>> = {
  response: ['after', 'then'],
  precedence: ['need', 'before'],
  notResponse: ['after', 'never'],
  chainResponse: ['after', 'next'],
  chainPrecedence: ['directly', 'before'],
  notChainResponse: ['after', 'next'],
};

test('rules with windows mean what is said over whole histories', () => {
  const events = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'other'), fc.integer({ min: 0, max: 6 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(meanings)),
      events,
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 8 }),
      (template, gaps, least, more) => {
        let now = 0;
        const history = gaps.map(([event, gap]): Told => [event, (now += gap)]);
        const [a = '', b = ''] = keys[template] ?? [];
        const notation = { [template]: { [a]: 'a', [b]: 'b', atLeast: `${least} h`, within: `${least + more} h` } };
        const isKept = meanings[template]?.(history, (from, to) => to - from >= least && to - from <= least + more);
        const stands = standing(notation, history);
        expect(stands === 'broken').toBe(isKept === false);
      },
    ),
    { numRuns: 2000 },
  );
});
