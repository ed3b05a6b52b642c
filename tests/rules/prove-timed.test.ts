import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TermLength } from '../../src/notation/index.ts';
import { Graph } from '../../src/rules/graph.ts';
import { prove, type Verdict } from '../../src/rules/prove.ts';
import { TimedProof } from '../../src/rules/prove-timed.ts';
import type { Claim, Rule } from '../../src/rules/rule.ts';
import type { PairTemplate } from '../../src/rules/pattern.ts';
import type { Events } from '../../src/rules/rule-words.ts';
import type { Model } from '../../src/simulation/index.ts';
import { modelOf } from '../simulation/story.ts';
import { histories, isBrokenBy } from './by-the-half-hour.ts';

const statesMax = 10_000;

function ruleOf(claim: Claim): Rule {
  return { id: 'R', says: { en: 'rule', zh: '规则' }, source: 'assumption', claim };
}

function look(claim: Claim, model: Model): Verdict {
  return new TimedProof(model, statesMax).timed(prove(ruleOf(claim), new Graph(model, statesMax)));
}

/** The steps of a story: by what, and when in hours. */
function told({ story = [] }: Verdict): readonly (readonly [string, number, number])[] {
  return story.map(({ cause, at }) => [cause, (at?.earliest ?? Number.NaN) / 60, (at?.latest ?? Number.NaN) / 60]);
}

const run = 'run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}';

/** Two delays that run side by side from the start. */
function race(a: string, b: string): Model {
  return modelOf(`name: race
flow:
  type: parallel
  states:
    one: {initial: w, states: {w: {after: {a: d}}, d: {type: final, tags: [lodged]}}}
    two: {initial: w, states: {w: {after: {b: d}}, d: {type: final, tags: [paid]}}}
arrivals: {consignments: {every: 1 h}}
delays: {a: ${a}, b: ${b}}
${run}`);
}

const lodgedFirst: Claim = { template: 'precedence', a: 'lodged', b: 'paid' };

test('a race of two delays: the slower is never first', () => {
  const verdict = look(lodgedFirst, race('uniform(1 h 2 h)', 'uniform(3 h 4 h)'));
  expect([verdict.verdict, verdict.timing]).toEqual(['broken', 'impossible']);
  // The history that is told is possible in some order only, and has no times.
  expect(told(verdict)).toEqual([
    ['', Number.NaN, Number.NaN],
    ['due:b', Number.NaN, Number.NaN],
  ]);
});

test('ranges that overlap: the story says from when to when', () => {
  const verdict = look(lodgedFirst, race('uniform(1 h 4 h)', 'uniform(3 h 5 h)'));
  expect([verdict.verdict, verdict.timing]).toEqual(['broken', 'possible']);
  expect(told(verdict)).toEqual([
    ['', 0, 0],
    ['due:b', 3, 4],
  ]);
  // Of one instant any order is possible; a law without bounds is possible before anything.
  expect(look(lodgedFirst, race('2 h', '2 h')).timing).toBe('possible');
  expect(look(lodgedFirst, race('2 h', 'exponential(30 d)')).timing).toBe('possible');
  expect(look(lodgedFirst, race('exponential(1 min)', '30 d')).timing).toBe('possible');
});

test('what is possible is told with the times of all its steps', () => {
  const verdict = look({ possible: 'paid' }, race('1 h', 'uniform(3 h 4 h)'));
  expect([verdict.verdict, verdict.timing]).toEqual(['holds', 'possible']);
  // By then the other delay is over, so it comes first.
  expect(told(verdict)).toEqual([
    ['', 0, 0],
    ['due:a', 1, 1],
    ['due:b', 3, 4],
  ]);
});

/** Papers against a deadline that counts from the arrival. */
function papers(deadline: string, preparation: string, more = ''): Model {
  return modelOf(`name: papers
flow:
  initial: atSea
  states:
    atSea: {on: {ARRIVED: ashore}}
    ashore: {tags: [arrived], after: {rest: preparing}}
    preparing: {after: {preparation: lodged, limit: late}}
    lodged: {type: final, tags: [lodged]}
    late: {type: final, tags: [overdue]}
arrivals: {vessels: {every: 6 h, carry: 3, voyage: uniform(1 d 2 d)}}
delays: {rest: uniform(1 d 2 d), preparation: ${preparation}}
deadlines: {limit: {from: arrived, after: ${deadline}}}
${more}${run}`);
}

const neverLate: Claim = { template: 'absence', a: 'overdue', times: 1 };

test('a deadline of two weeks against a preparation of at most five days', () => {
  expect(look(neverLate, papers('14 d', 'uniform(1 d 5 d)')).timing).toBe('impossible');
  const late = look(neverLate, papers('5 d', 'uniform(1 d 5 d)'));
  expect(late.timing).toBe('possible');
  // The rest is over between one day and two after the arrival, which is between one day and two after the entry.
  expect(told(late)).toEqual([
    ['', 0, 0],
    ['ARRIVED', 24, 48],
    ['due:rest', 48, 96],
    ['due:limit', 144, 168],
  ]);
});

test('a deadline that is past when it is armed is due at once', () => {
  const late = look(neverLate, papers('1 d', '1 d'));
  expect(told(late)).toEqual([
    ['', 0, 0],
    ['ARRIVED', 24, 48],
    ['due:rest', 48, 96],
    ['due:limit', 48, 96],
  ]);
  expect(look({ possible: 'lodged' }, papers('2 h', '1 h')).timing).toBe('impossible');
});

test('deadlines that go by days: impossible where no day makes it possible, else left open', () => {
  // A term of 14 calendar days ends 14 to 15 days after the instant it counts from; the rest takes one day to two.
  expect(look(neverLate, papers('14 calendar days', 'uniform(1 d 5 d)')).timing).toBe('impossible');
  expect(look({ possible: 'lodged' }, papers('14 calendar days', '20 d')).timing).toBe('impossible');
  expect(look(neverLate, papers('14 calendar days', '20 d')).timing).toBe('open');
  // 14 days after the arrival it is possible for certain; half a day later it hangs on the hour of the arrival.
  expect(look({ possible: 'lodged' }, papers('14 calendar days', '13 d')).timing).toBe('possible');
  expect(look({ possible: 'lodged' }, papers('14 calendar days', '13.5 d')).timing).toBe('open');
});

test('delays that are armed again and again come to an end', () => {
  const round = (patience: string): Model =>
    modelOf(`name: round
flow:
  type: parallel
  states:
    work:
      initial: checking
      states:
        checking: {after: {check: [{guard: faultFound, target: correcting}, {target: done}]}}
        correcting: {tags: [rejected], after: {correction: checking}}
        done: {type: final, tags: [accepted]}
    watch: {initial: waits, states: {waits: {after: {patience: over}}, over: {type: final, tags: [overdue]}}}
arrivals: {consignments: {every: 1 h}}
chances: {faultFound: {share: 50 %, drawn: eachVisit}}
delays: {check: uniform(1 h 2 h), correction: uniform(1 h 2 h), patience: ${patience}}
${run}`);
  expect(look({ possible: 'overdue' }, round('1000 h')).timing).toBe('possible');
  // Three checks and two corrections take at least five hours.
  const thrice: Claim = { template: 'existence', a: 'overdue', times: 1 };
  expect(look(thrice, round('4 h')).verdict).toBe('holds');
  const twice: Claim = { template: 'notResponse', a: 'overdue', b: 'rejected' };
  expect(look(twice, round('7 h')).timing).toBe('possible');
  const afterThree: Claim = { template: 'absence', a: 'rejected', times: 3 };
  expect(look(afterThree, round('1 h')).timing).toBe('possible');
  const before: Claim = { template: 'precedence', a: 'overdue', b: 'accepted' };
  expect(told(look(before, round('90 min')))).toEqual([
    ['', 0, 0],
    ['due:check', 1, 1.5],
  ]);
});

test('what needs nobody begins at once; who waits for somebody may wait for ever', () => {
  const office = (needs: string): Model =>
    modelOf(`name: office
flow:
  type: parallel
  states:
    work: {initial: w, states: {w: {invoke: {src: work, onDone: d}}, d: {type: final, tags: [reviewed]}}}
    rest: {initial: w, states: {w: {after: {rest: d}}, d: {type: final, tags: [paid]}}}
arrivals: {consignments: {every: 1 h}}
activities: {work: {${needs}takes: 2 h}}
${needs === '' ? '' : 'resources: {officers: 1}'}
delays: {rest: 3 h}
${run}`);
  const first: Claim = { template: 'precedence', a: 'reviewed', b: 'paid' };
  expect(look(first, office('')).timing).toBe('impossible');
  expect(look(first, office('needs: officers, ')).timing).toBe('possible');
});

test('a delay that hangs on a level lasts what it lasts for that level, whatever is asked later', () => {
  const model = modelOf(`name: levels
flow:
  type: parallel
  states:
    one: {initial: w, states: {w: {after: {a: asked}}, asked: {always: [{guard: slow, target: d}, {target: e}]}, d: {type: final, tags: [lodged]}, e: {type: final, tags: [accepted]}}}
    two: {initial: w, states: {w: {after: {b: d}}, d: {type: final, tags: [paid]}}}
arrivals: {consignments: {every: 1 h}}
attributes: {slow: 50 %}
delays: {a: {by: slow, true: 3 h, false: 1 h}, b: 2 h}
${run}`);
  expect(look({ template: 'notResponse', a: 'paid', b: 'accepted' }, model).timing).toBe('impossible');
  expect(look({ template: 'notResponse', a: 'lodged', b: 'paid' }, model).timing).toBe('impossible');
  expect(look({ template: 'notResponse', a: 'paid', b: 'lodged' }, model).timing).toBe('possible');
});

test('rules with windows are proved with the delays', () => {
  const within = (hours: number): Claim => ({
    template: 'response',
    a: 'lodged',
    b: 'paid',
    window: { within: { unit: 'minutes', count: 60 * hours } },
  });
  const model = race('1 h', 'uniform(3 h 4 h)');
  // In some order it is paid before it is lodged.
  expect(look(within(3), model)).toMatchObject({ verdict: 'broken', timing: 'impossible' });
  const late = look(within(2), model);
  expect([late.verdict, late.timing]).toEqual(['broken', 'possible']);
  // Three hours after the start it would be in time: the end of a window belongs to it.
  expect(told(late)).toEqual([
    ['', 0, 0],
    ['due:a', 1, 1],
    ['due:b', 3 + 1 / 3600, 4],
  ]);
  const notBefore: Claim = { ...within(9), window: { atLeast: { unit: 'minutes', count: 120 } } } as Claim;
  expect(look(notBefore, model)).toMatchObject({ verdict: 'broken', timing: 'impossible' });
  const days: Claim = { ...within(9), window: { within: { unit: 'calendarDays', count: 1 } } } as Claim;
  expect(look(days, model)).toMatchObject({ verdict: 'broken', timing: 'impossible' });
});

/** One way: lodged after an hour, accepted two to three hours later, paid an hour after that. */
const oneWay = modelOf(`name: one way
flow:
  initial: begun
  states:
    begun: {after: {preparation: lodged}}
    lodged: {tags: [lodged], after: {check: accepted}}
    accepted: {tags: [accepted], after: {payment: paid}}
    paid: {type: final, tags: [paid]}
arrivals: {consignments: {every: 1 h}}
delays: {preparation: 1 h, check: uniform(2 h 3 h), payment: 1 h}
${run}`);

const both: Events = ['lodged', 'accepted'];

test.each<[PairTemplate, Events, string, { atLeast?: number; within?: number; from?: string }, 'holds' | 'broken']>([
  ['response', 'lodged', 'paid', { within: 4 }, 'holds'],
  ['response', 'lodged', 'paid', { within: 3 }, 'broken'],
  ['response', 'lodged', 'paid', { atLeast: 3 }, 'holds'],
  ['response', 'lodged', 'paid', { atLeast: 4 }, 'broken'],
  ['response', 'lodged', 'paid', { within: 1, from: 'accepted' }, 'holds'],
  ['response', 'lodged', 'paid', { within: 0.5, from: 'accepted' }, 'broken'],
  ['alternateResponse', 'lodged', 'paid', { atLeast: 3, within: 4 }, 'holds'],
  ['alternateResponse', 'lodged', 'paid', { atLeast: 3, within: 3.5 }, 'broken'],
  ['chainResponse', 'lodged', 'accepted', { within: 3 }, 'holds'],
  ['chainResponse', 'lodged', 'accepted', { within: 2 }, 'broken'],
  ['chainResponse', 'lodged', 'accepted', { atLeast: 2.5 }, 'broken'],
  ['precedence', 'lodged', 'paid', { within: 4 }, 'holds'],
  ['precedence', 'lodged', 'paid', { within: 3 }, 'broken'],
  ['precedence', 'lodged', 'paid', { atLeast: 3 }, 'holds'],
  ['precedence', 'lodged', 'paid', { atLeast: 3.5 }, 'broken'],
  ['precedence', 'lodged', 'paid', { atLeast: 1, from: 'accepted' }, 'holds'],
  ['precedence', 'lodged', 'paid', { atLeast: 2, from: 'accepted' }, 'broken'],
  // An hour before the payment it was accepted, three to four hours before it lodged.
  ['precedence', both, 'paid', { atLeast: 1, within: 3 }, 'holds'],
  ['precedence', both, 'paid', { atLeast: 2, within: 4 }, 'holds'],
  ['precedence', both, 'paid', { atLeast: 2, within: 3 }, 'broken'],
  ['alternatePrecedence', both, 'paid', { atLeast: 3, within: 4 }, 'holds'],
  ['alternatePrecedence', both, 'paid', { atLeast: 1.5, within: 3 }, 'broken'],
  ['chainPrecedence', 'accepted', 'paid', { atLeast: 1, within: 1 }, 'holds'],
  ['chainPrecedence', 'accepted', 'paid', { atLeast: 2 }, 'broken'],
  ['notResponse', 'lodged', 'paid', { within: 2 }, 'holds'],
  ['notResponse', 'lodged', 'paid', { within: 3 }, 'broken'],
  ['notResponse', 'lodged', 'paid', { atLeast: 5 }, 'holds'],
  ['notResponse', 'lodged', 'paid', { within: 0.5, from: 'accepted' }, 'holds'],
  ['notChainResponse', 'lodged', 'accepted', { within: 1 }, 'holds'],
  ['notChainResponse', 'lodged', 'accepted', { within: 2 }, 'broken'],
])('by hand: %s of %s and %s with %o %s', (template, a, b, { atLeast, within, from }, verdict) => {
  const hoursLong = (each: number): TermLength => ({ unit: 'minutes', count: 60 * each });
  const found = look(
    {
      template,
      a,
      b,
      window: {
        ...(atLeast === undefined ? {} : { atLeast: hoursLong(atLeast) }),
        ...(within === undefined ? {} : { within: hoursLong(within) }),
        ...(from === undefined ? {} : { from }),
      },
    },
    oneWay,
  );
  expect(found.verdict).toBe(verdict);
  if (verdict === 'broken') expect(found.timing).toBe('possible');
});

test.each<[PairTemplate, { atLeast?: number; within?: number }, TermLength['unit'], 'holds' | 'broken' | 'open']>([
  // A calendar day ends at the midnight after the next: one to two days on. Paid is three to four hours after it is lodged.
  ['response', { within: 1 }, 'calendarDays', 'holds'],
  ['response', { within: 0 }, 'calendarDays', 'open'],
  ['response', { atLeast: 1 }, 'calendarDays', 'broken'],
  ['response', { atLeast: 0 }, 'calendarDays', 'open'],
  ['response', { within: 1 }, 'workingDays', 'holds'],
  ['precedence', { within: 1 }, 'calendarDays', 'holds'],
  ['precedence', { atLeast: 1 }, 'workingDays', 'broken'],
  ['notResponse', { within: 1 }, 'calendarDays', 'broken'],
  ['notResponse', { atLeast: 1 }, 'calendarDays', 'holds'],
  ['notResponse', { atLeast: 0 }, 'calendarDays', 'open'],
])('by hand: %s of lodged and paid with %o %s %s', (template, { atLeast, within }, unit, verdict) => {
  const long = (count: number): TermLength => ({ unit, count });
  const window = {
    ...(atLeast === undefined ? {} : { atLeast: long(atLeast) }),
    ...(within === undefined ? {} : { within: long(within) }),
  };
  const found = look({ template, a: 'lodged', b: 'paid', window }, oneWay);
  expect(found.verdict).toBe(verdict);
  if (verdict === 'broken') expect(found.timing).toBe('possible');
});

test('a deadline of days keeps a window of the same days, or of fewer', () => {
  const model = papers('14 calendar days', '20 d');
  const after = (a: string, count: number): Verdict =>
    look({ template: 'precedence', a, b: 'overdue', window: { atLeast: { unit: 'calendarDays', count } } }, model);
  expect(after('arrived', 14).verdict).toBe('holds');
  expect(after('arrived', 13).verdict).toBe('holds');
  // Of other days nothing is known, and what it does not count from comes later.
  expect(after('arrived', 15).verdict).toBe('open');
  const rest = { template: 'precedence', a: 'due:rest', b: 'overdue' } as const;
  const since = look({ ...rest, window: { atLeast: { unit: 'calendarDays', count: 14 } } }, model);
  expect(since.verdict).toBe('open');
});

test('more delays at once than clocks are looked at: what is not known for certain is left open', () => {
  const lanes = Array.from({ length: 9 }, (_, index) => index);
  const model = modelOf(`name: lanes
flow: {type: parallel, states: {${lanes.map((lane) => `l${lane}: {initial: w, states: {w: {after: {d${lane}: e}}, e: {type: final, tags: [t${lane}]}}}`).join(', ')}}}
arrivals: {consignments: {every: 1 h}}
delays: {${lanes.map((lane) => `d${lane}: ${lane + 1} h`).join(', ')}}
${run}`);
  expect(look({ template: 'precedence', a: 't0', b: 't7' }, model).timing).toBe('impossible');
  // The clock of the last is not looked at while all nine run: a history is found, and no times fit it.
  expect(look({ template: 'precedence', a: 't0', b: 't8' }, model).timing).toBe('open');
  expect(look({ template: 'absence', a: 't0', times: 1 }, model).timing).toBe('possible');
});

/** Two lanes of a few states, with deadlines, activities and milestones; all delays in whole hours. */
const hours = fc
  .record({ least: fc.integer({ min: 0, max: 3 }), more: fc.integer({ min: 0, max: 2 }) })
  .map(({ least, more }) => (more === 0 ? `${least} h` : `uniform(${least} h ${least + more} h)`));
const tag = fc.constantFrom('lodged', 'accepted', 'paid', 'released');
const place = fc.record({
  tags: fc.uniqueArray(tag, { maxLength: 1 }),
  goes: fc.oneof(
    { weight: 4, arbitrary: hours.map((takes) => ({ delay: takes, activity: '' })) },
    { weight: 1, arbitrary: fc.constant({ delay: '', activity: 'nobody' }) },
    { weight: 1, arbitrary: fc.constant({ delay: '', activity: 'somebody' }) },
  ),
  /** Hours from a milestone, after which it goes to the end of the lane. */
  limit: fc.option(fc.record({ from: tag, hours: fc.integer({ min: 1, max: 4 }) }), { freq: 2, nil: undefined }),
});
const lane = fc.array(place, { minLength: 1, maxLength: 3 });
const machine = fc.tuple(lane, lane).map((lanes) => {
  const delays: string[] = [];
  const deadlines: string[] = [];
  const activities = new Set<string>();
  const said = new Set(lanes.flat().flatMap(({ tags }) => tags));
  const states = lanes.map((places, index) => {
    const texts = places.map(({ tags, goes, limit }, at) => {
      const name = `d${index}${at}`;
      const after: string[] = [];
      if (goes.delay !== '') {
        delays.push(`${name}: ${goes.delay}`);
        after.push(`${name}: s${at + 1}`);
      }
      if (limit !== undefined && said.has(limit.from)) {
        deadlines.push(`l${name}: {from: ${limit.from}, after: ${limit.hours} h}`);
        after.push(`l${name}: s${places.length}`);
      }
      if (goes.activity !== '') activities.add(goes.activity);
      const parts = [
        ...(tags.length > 0 ? [`tags: [${tags.join(', ')}]`] : []),
        ...(after.length > 0 ? [`after: {${after.join(', ')}}`] : []),
        ...(goes.activity === '' ? [] : [`invoke: {src: ${goes.activity}, onDone: s${at + 1}}`]),
      ];
      return `s${at}: {${parts.join(', ')}}`;
    });
    return `lane${index}: {initial: s0, states: {${texts.join(', ')}, s${places.length}: {type: final, tags: [t${index}]}}}`;
  });
  const lasting = [...activities].map(
    (name) => `${name}: {${name === 'somebody' ? 'needs: officers, ' : ''}takes: 1 h}`,
  );
  const section = (name: string, entries: readonly string[]): string =>
    entries.length === 0 ? '' : `${name}: {${entries.join(', ')}}\n`;
  return `name: machine
flow: {type: parallel, states: {${states.join(', ')}}}
arrivals: {consignments: {every: 1 h}}
${section('activities', lasting)}${section('resources', activities.has('somebody') ? ['officers: 1'] : [])}${section('delays', delays)}${section('deadlines', deadlines)}${run}`;
});
/** Place among the events that the machine has. */
const event = fc.nat(5);
const windowedTemplate = fc.constantFrom<PairTemplate>(
  'response',
  'alternateResponse',
  'chainResponse',
  'precedence',
  'alternatePrecedence',
  'chainPrecedence',
  'notResponse',
  'notChainResponse',
);
const count = fc.integer({ min: 0, max: 4 }).map((each) => ({ unit: 'minutes' as const, count: 60 * each }));
const lengths = fc
  .record({ atLeast: count, within: count }, { requiredKeys: [] })
  .filter(({ atLeast, within }) => (atLeast?.count ?? 0) <= (within?.count ?? 240));
interface Drawn {
  readonly template: PairTemplate;
  readonly a: number;
  readonly b: number;
  readonly lengths: { readonly atLeast?: TermLength; readonly within?: TermLength };
  readonly from: number | undefined;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  template: windowedTemplate,
  a: event,
  b: event,
  lengths,
  from: fc.option(event, { freq: 1, nil: undefined }),
});

/** The claim about events that a machine has. */
function claimOf({ template, a, b, lengths: of, from }: Drawn, text: string): Claim {
  const events = ['t0', 't1', 'lodged', 'accepted', 'paid', 'released'].filter((each) => text.includes(`[${each}]`));
  const named = (index: number): string => events[index % events.length] ?? '';
  const pair = { template, a: named(a), b: named(b) };
  if (Object.keys(of).length === 0) return pair;
  return { ...pair, window: { ...of, ...(from === undefined ? {} : { from: named(from) }) } };
}

test('every history by the half hour is in the timed proof, and every verdict in the histories', () => {
  fc.assert(
    fc.property(machine, fc.array(drawn, { minLength: 4, maxLength: 4 }), (text, claims) => {
      const model = modelOf(text);
      const all = histories(model);
      fc.pre(all.length < 5000);
      for (const each of claims.map((of) => claimOf(of, text))) {
        const untimed = prove(ruleOf(each), new Graph(model, statesMax));
        const verdict = new TimedProof(model, statesMax).timed(untimed);
        const isBroken = all.some((history) => isBrokenBy(history, ruleOf(each), model));
        expect([each, verdict.verdict === 'broken' && verdict.timing === 'possible']).toEqual([each, isBroken]);
        if (untimed.verdict === 'holds' || untimed.verdict === 'never') expect(verdict).toEqual(untimed);
        else expect(verdict.verdict === 'open' || verdict.timing === 'open').toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});

test('a window by days or open hours: what is proved to hold is broken by no history, whenever it begins, and what is proved broken by one', () => {
  const byDays = fc
    .record({
      unit: fc.constantFrom('calendarDays' as const, 'workingDays' as const),
      count: fc.integer({ min: 0, max: 1 }),
    })
    .map((length) => ({ length }));
  const byHours = count.map((length) => ({ length, hours: 'office' }));
  const oneEnd = fc
    .record({ of: fc.oneof(byDays, byHours), end: fc.constantFrom('within', 'atLeast') })
    .map(({ of: { length, ...hoursOf }, end }) => ({ [end]: length, ...hoursOf }));
  const bothEnds = fc
    .tuple(count, count)
    .filter(([opens, closes]) => opens.count <= closes.count)
    .map(([atLeast, within]) => ({ atLeast, within, hours: 'office' }));
  const window = fc.oneof({ weight: 3, arbitrary: oneEnd }, { weight: 1, arbitrary: bothEnds });
  // Open but for two hours of the night.
  const week = Array.from({ length: 7 }, (_, weekday) => ({ open: weekday * 1440, close: weekday * 1440 + 1320 }));
  const verdicts = new Set<string>();
  fc.assert(
    fc.property(machine, fc.array(fc.tuple(drawn, window), { minLength: 4, maxLength: 4 }), (text, claims) => {
      const plain = modelOf(text);
      const model = { ...plain, scenario: { ...plain.scenario, calendars: { office: { week, holidays: undefined } } } };
      const all = histories(model);
      fc.pre(all.length < 1000);
      for (const [of, its] of claims) {
        const claim = claimOf(of, text);
        const from = 'window' in claim && claim.window?.from !== undefined ? { from: claim.window.from } : {};
        const rule = ruleOf({ ...claim, window: { ...its, ...from } } as Claim);
        const { verdict, timing } = look(rule.claim, model);
        const isBroken = [0, 9, 21, 23, 100].map((hour) =>
          all.some((history) =>
            isBrokenBy(
              history.map((each) => ({ ...each, at: each.at + 60 * hour })),
              rule,
              model,
            ),
          ),
        );
        verdicts.add(`${verdict} ${timing ?? ''}`);
        // Who waits for somebody may do so for longer than the histories here.
        const isPossible = verdict === 'broken' && timing === 'possible' && !text.includes('somebody');
        const isImpossible = verdict === 'holds' || verdict === 'never' || timing === 'impossible';
        if (isPossible) expect([rule.claim, ...isBroken]).toEqual([rule.claim, ...isBroken.map(() => true)]);
        if (isImpossible) expect([rule.claim, ...isBroken]).toEqual([rule.claim, ...isBroken.map(() => false)]);
      }
    }),
    { numRuns: 20 },
  );
  expect([...verdicts]).toEqual(expect.arrayContaining(['broken possible', 'holds ']));
});
