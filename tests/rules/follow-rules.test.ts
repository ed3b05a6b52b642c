import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { rule } from '../../src/rules/build.ts';
import { duesOf } from '../../src/rules/dues.ts';
import { allEvents, eventNames } from '../../src/rules/event-names.ts';
import { followRules, Histories, ruleBooks, type Rule, type RuleTally } from '../../src/rules/index.ts';
import { Monitors } from '../../src/rules/monitor.ts';
import type { Standing } from '../../src/rules/standing.ts';
import { windowed } from '../../src/rules/pattern.ts';
import { proveModel } from '../../src/rules/prove-model.ts';
import { simulate, type Model, type Observer } from '../../src/simulation/index.ts';
import { campaign } from '../simulation/campaign.ts';
import { modelOf } from '../simulation/story.ts';

/** A run of a model that follows rules. */
function ran(model: Model, rules: readonly Rule[], of: { replication?: number; observer?: Observer } = {}) {
  const followed = followRules(model, rules);
  const { result } = simulate(followed.model, {
    replication: of.replication ?? 0,
    warmUp: 0,
    keepTimes: false,
    seriesBin: 0,
    ...(of.observer === undefined ? {} : { observer: of.observer }),
  });
  return { followed, result, tallies: followed.tallies(result) };
}

/** One consignment an hour; review takes half an hour; a third one in the day comes too late to end. */
const small = `name: small
flow:
  initial: lodged
  states:
    lodged: {tags: [lodged], invoke: {src: review, onDone: [{guard: isPicked, target: selected}, released]}}
    selected: {tags: [selected], after: {wait: released}}
    released: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
attributes: {kind: {food: 50 %, other: 50 %}}
activities: {review: {takes: 30 min}}
chances: {isPicked: 25 %}
delays: {wait: 10 h}
run: {horizon: 1000 h, seed: small, replications: 1, warmUp: 0 h}
`;

test('a rule that one consignment in four breaks is broken by one in four', () => {
  const { tallies, result } = ran(modelOf(small), [
    rule({ id: 'picked', absence: { event: 'selected', times: 1 } }),
    rule({ id: 'ends', response: { after: 'lodged', then: 'released' } }),
    rule({ id: 'witness', possible: 'selected' }),
  ]);
  const [picked, ends, witness] = tallies;
  const { counted } = result.consignments;
  // Four standard deviations of a binomial share.
  expect(Math.abs((picked?.broken ?? 0) / counted - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / counted));
  expect(picked).toMatchObject({ kept: counted - (picked?.broken ?? 0), open: 0, never: 0 });
  expect(picked?.examples).toHaveLength(5);
  expect(ends).toMatchObject({ kept: counted, broken: 0, open: 0, never: 0 });
  expect(witness).toMatchObject({ kept: picked?.broken, broken: 0, never: picked?.kept });
});

test('what is cut off by the end of a run is open, not broken', () => {
  // The run goes on for as long again as its horizon; a wait of twice that is never over.
  const endless = small.replace('wait: 10 h', 'wait: 3000 h');
  const { tallies, result } = ran(modelOf(endless), [
    rule({ id: 'ends', response: { after: 'lodged', then: 'released' } }),
    rule({ id: 'canEnd', canEnd: true }),
    rule({ id: 'unpicked', absence: { event: 'selected', times: 1 } }),
  ]);
  const { counted, unfinished } = result.consignments;
  expect(unfinished).toBeGreaterThan(0);
  expect(tallies).toMatchObject([
    { kept: counted - unfinished, open: unfinished, broken: 0 },
    { kept: counted - unfinished, open: unfinished, broken: 0 },
    { kept: counted - unfinished, open: 0, broken: unfinished },
  ]);
});

test('a condition is asked where the rule is triggered, and nobody is drawn anew for it', () => {
  const model = modelOf(small);
  const [food, other, all] = ran(model, [
    rule({ id: 'food', when: { kind: ['food'] }, absence: { event: 'selected', times: 1 } }),
    rule({ id: 'other', when: { kind: ['other'] }, absence: { event: 'enter:selected', times: 1 } }),
    rule({ id: 'all', absence: { event: 'selected', times: 1 } }),
  ]).tallies;
  expect(food?.broken).toBeGreaterThan(0);
  expect((food?.broken ?? 0) + (other?.broken ?? 0)).toBe(all?.broken);
});

test('a condition about an attribute that is written is asked when the event comes, not before and not after', () => {
  // What is picked is marked between two milestones of one step.
  const marking = small
    .replace(
      '{guard: isPicked, target: selected}',
      '{guard: isPicked, target: selected, actions: [{reach: seen}, {set: {mark: true}}, {reach: told}]}',
    )
    .replace('attributes: {', 'attributes: {mark: {initial: false}, ');
  const ends = { then: 'released', within: '5 h' };
  const [seen, told, late, early] = ran(modelOf(marking), [
    rule({ id: 'seen', when: { mark: true }, absence: { event: 'seen', times: 1 } }),
    rule({ id: 'told', when: { mark: true }, absence: { event: 'told', times: 1 } }),
    rule({ id: 'late', when: { mark: true }, response: { after: 'told', ...ends } }),
    rule({ id: 'early', when: { mark: true }, response: { after: 'seen', ...ends } }),
  ]).tallies;
  expect(told?.broken).toBeGreaterThan(0);
  expect(seen?.broken).toBe(0);
  expect(late?.broken).toBe(told?.broken);
  expect(early).toMatchObject({ broken: 0, kept: 0 });
});

test('any number of conditions may be asked at one event', () => {
  const kinds = Array.from({ length: 20 }, (_, index) => `kind${index}`);
  const many = small.replace('{food: 50 %, other: 50 %}', `{${kinds.map((kind) => `${kind}: 5 %`).join(', ')}}`);
  const [all, ...each] = ran(modelOf(many), [
    rule({ id: 'all', absence: { event: 'selected', times: 1 } }),
    ...kinds.map((kind) => rule({ id: kind, when: { kind: [kind] }, absence: { event: 'selected', times: 1 } })),
  ]).tallies;
  expect(each.every(({ broken }) => broken > 0)).toBe(true);
  expect(each.reduce((sum, { broken }) => sum + broken, 0)).toBe(all?.broken);
});

test('a window in open hours is counted in these, night and weekend left out', () => {
  // One a day at 9:00, from the second day of ten weeks on, released at 11:30 on the next: from Monday to Thursday after three hours of one
  // day and two and a half of another.
  const office = small
    .replace('every: 1 h', 'every: 24 h')
    .replace('wait: 10 h', 'wait: 26 h')
    .replace('isPicked: 25 %', 'isPicked: 100 %')
    .replace('flow:', 'start: 2024-01-01T09:00+08:00\ncalendars: {office: {week: [Mon-Fri 09:00-12:00]}}\nflow:')
    // A calendar has to be somebody's; nobody comes here.
    .replace('released]}}', 'stamped]}}\n    stamped: {invoke: {src: stamp, onDone: released}}')
    .replace(
      'activities: {',
      'resources: {clerk: {count: 1, calendar: office}}\nactivities: {stamp: {needs: clerk, takes: 1 h}, ',
    )
    .replace('horizon: 1000 h', 'horizon: 10 weeks');
  const within = (length: string): Rule =>
    rule({ id: 'in', response: { after: 'lodged', then: 'released', within: length, hours: 'office' } });
  const [long, short, early] = ran(modelOf(office), [
    within('330 min'),
    within('320 min'),
    rule({ id: 'early', response: { after: 'lodged', then: 'released', atLeast: '320 min', hours: 'office' } }),
  ]).tallies;
  expect(long).toMatchObject({ kept: 69, broken: 0 });
  expect(short).toMatchObject({ kept: 30, broken: 39 });
  expect(early).toMatchObject({ kept: 39, broken: 30 });
});

test('a window that opens when the day is over is closed in the step that begins it; one of no minutes is not', () => {
  // Lodged and selected in one step.
  const atOnce = small
    .replace('tags: [lodged], invoke', 'invoke')
    .replace('{guard: isPicked, target: selected}', '{guard: isPicked, target: selected, actions: {reach: lodged}}');
  const opens = (atLeast: string): Rule =>
    rule({ id: 'opens', chainResponse: { after: 'lodged', next: 'selected', atLeast } });
  const model = modelOf(atOnce);
  const [days, none] = ran(model, [opens('0 calendar days'), { ...opens('0 min'), id: 'none' }]).tallies;
  expect([days?.kept, none?.broken]).toEqual([0, 0]);
  expect(days?.broken).toBe(none?.kept);
  expect(none?.kept).toBeGreaterThan(0);
});

test('what comes before the event that opens a window, in its step, does not say how what comes after it stands', () => {
  // Leaving selected, released and entering it are one step, which ends by itself what it began.
  const step = small
    .replace('after: {wait: released}', 'after: {wait: released}')
    .replace('isPicked: 25 %', 'isPicked: 100 %');
  const [late] = ran(modelOf(step), [
    rule({
      id: 'late',
      notResponse: { after: 'released', never: ['leave:selected', 'enter:released'], atLeast: '1 h' },
    }),
  ]).tallies;
  expect(late?.broken).toBe(0);
  expect(late?.kept).toBeGreaterThan(0);
});

test('both ends of a window count where what opens it comes once; where it may come again, runs do not follow it', () => {
  const both = { atLeast: '5 h', within: '12 h' };
  const once = rule({ id: 'once', response: { after: 'lodged', then: 'released', ...both } });
  const { tallies, result } = ran(modelOf(small), [once]);
  // Half an hour is too early, ten hours and a half are in time.
  const { kept = 0, broken = 0 } = tallies[0] ?? {};
  expect(kept + broken).toBe(result.consignments.counted);
  expect(kept).toBeGreaterThan(0);
  expect(broken).toBeGreaterThan(0);
  const again = modelOf(small.replace('after: {wait: released}', 'after: {wait: lodged}'));
  expect(followRules(again, [once]).others).toEqual([once]);
});

test('nothing else changes in a run that follows rules', () => {
  const model = modelOf(campaign(wild));
  const { followed, ...rest } = ran(model, present(ruleBooks['sea-import'], 'a book')).result;
  const plain = simulate(model, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0 }).result;
  expect(rest).toEqual(plain);
  expect(followed).toBeDefined();
});

/** Sea import with all its measures and with what is rare made frequent. */
const wild = {
  measures: ['advanceDeclaration', 'twoStepDeclaration', 'greenChannel', 'attendanceWaiver'],
  chances: { selectedForInspection: '30 %', faultFound: '20 %', irregularityFound: '30 %' },
  horizon: '2 weeks',
};

/** The run's tallies, and those of monitors that are shown the histories of its consignments. */
function compared(model: Model, rules: readonly Rule[]): { readonly run: object; readonly replayed: object } {
  const followed = followRules(model, rules);
  const histories = new Histories(model);
  const { result, tallies } = ran(model, rules, { observer: histories.observer });
  const events = allEvents(eventNames(model));
  const monitors = new Monitors(
    followed.rules.filter(({ claim }) => 'template' in claim),
    events,
    duesOf(model),
  );
  const numbers = new Map(events.map((event, number) => [event, number]));
  const counts = monitors.rules.map(() => ({ kept: 0, broken: 0, open: 0, never: 0 }));
  const breakers = monitors.rules.map((): number[] => []);
  let counted = 0;
  for (const [consignment, steps] of histories.all()) {
    const one = monitors.begin();
    for (const { at, events: names } of steps)
      for (const name of names) {
        // What a term charges is no event that a rule may name.
        const event = numbers.get(name);
        if (event !== undefined) monitors.happen(one, event, at, { holds: () => true, attribute: () => undefined });
      }
    const arrived = steps.find((step) => step.events.includes('arrived'))?.at ?? Number.POSITIVE_INFINITY;
    const window = result.window;
    if (arrived < window.from || arrived >= window.to) continue;
    counted++;
    const hasEnded = model.engine.program.done[configurationOf(model, steps.at(-1)?.states ?? [])] === 1;
    for (const [index, standing] of monitors
      .end(one, hasEnded ? (steps.at(-1)?.at ?? 0) : 2 * window.to, hasEnded)
      .entries()) {
      present(counts[index], 'a rule')[standing satisfies Standing]++;
      if (standing === 'broken') breakers[index]?.push(consignment);
    }
  }
  expect(counted).toBe(result.consignments.counted);
  const own = tallies.filter((_, index) => 'template' in present(followed.rules[index], 'a rule').claim);
  for (const [index, { broken, examples }] of own.entries()) {
    expect(examples).toHaveLength(Math.min(5, broken));
    expect(breakers[index]).toEqual(expect.arrayContaining([...examples]));
  }
  return { run: named(monitors.rules, own.map(counts4)), replayed: named(monitors.rules, counts) };
}

function counts4({ kept, broken, open, never }: RuleTally): object {
  return { kept, broken, open, never };
}

function named(rules: readonly Rule[], counts: readonly object[]): object {
  return Object.fromEntries(rules.map(({ id }, index) => [id, counts[index]]));
}

function configurationOf(model: Model, states: readonly string[]): number {
  return model.table.configurations.findIndex(({ value }) => JSON.stringify(leaves(value)) === JSON.stringify(states));
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value as object).flatMap(([lane, inner]) => leaves(inner).map((path) => `${lane}.${path}`));
}

test('runs say of the rule book what monitors say of the histories of their consignments', () => {
  const { run, replayed } = compared(
    modelOf(campaign(wild)),
    // What histories tell nothing of is who the consignment was.
    present(ruleBooks['sea-import'], 'a book').filter(({ when }) => when === undefined),
  );
  expect(run).toEqual(replayed);
});

test('and of any rules', () => {
  const model = modelOf(campaign({ ...wild, horizon: '2 d' }));
  const event = fc.constantFrom(...allEvents(eventNames(model)));
  // Several of one step too: what comes first in it says how the clock stands for the rest.
  const some = fc.oneof(
    { weight: 3, arbitrary: event },
    { weight: 1, arbitrary: fc.uniqueArray(event, { minLength: 2, maxLength: 6 }) },
  );
  const pair = fc.record({ a: some, b: some }).filter(({ a, b }) => a !== b);
  const minutes = fc.integer({ min: 0, max: 5000 }).map((count) => ({ unit: 'minutes' as const, count }));
  const days = fc.record({
    unit: fc.constantFrom('calendarDays' as const, 'workingDays' as const),
    count: fc.integer({ min: 0, max: 4 }),
  });
  const length = fc.oneof(minutes, days);
  const hours = fc.constantFrom(...Object.keys(model.scenario.calendars));
  // One clock each: where it would take many, runs follow no rule.
  const window = fc.oneof(
    fc.record({ within: length }),
    fc.record({ atLeast: length }),
    fc.record({ within: length, from: event }),
    fc.record({ within: minutes, hours }),
    fc.record({ atLeast: minutes, hours, from: event }),
    fc
      .record({ atLeast: minutes, within: minutes, from: event, hours }, { requiredKeys: ['atLeast', 'within'] })
      .filter(({ atLeast, within }) => atLeast.count <= within.count),
  );
  const templates = [
    'choice',
    'exclusiveChoice',
    'respondedExistence',
    'response',
    'alternateResponse',
    'chainResponse',
    'precedence',
    'alternatePrecedence',
    'chainPrecedence',
    'coexistence',
    'succession',
    'alternateSuccession',
    'chainSuccession',
    'notCoexistence',
    'notResponse',
    'notPrecedence',
    'notChainResponse',
    'notChainSuccession',
  ] as const;
  const claim = fc.oneof(
    fc
      .record({ template: fc.constantFrom(...templates), pair })
      .map(({ template, pair: both }) => ({ template, ...both })),
    fc.record({
      template: fc.constantFrom('existence', 'absence', 'exactly'),
      a: event,
      times: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ template: fc.constantFrom('init', 'end'), a: event }),
    fc
      .record({ template: fc.constantFrom(...windowed), pair, window })
      .map(({ pair: both, ...rest }) => ({ ...rest, ...both })),
  );
  fc.assert(
    fc.property(fc.array(claim, { minLength: 25, maxLength: 25 }), (claims) => {
      const rules = claims.map((each, index): Rule => ({
        id: `${index} ${JSON.stringify(each)}`,
        says: { en: '', zh: '' },
        source: '',
        claim: each,
      }));
      const { run, replayed } = compared(model, rules);
      expect(run).toEqual(replayed);
    }),
    { numRuns: 5, endOnFailure: true },
  );
}, 60_000);

test('what is proved to hold is broken in no run, and what is proved never to be triggered is not', () => {
  const model = modelOf(campaign(wild));
  const rules = present(ruleBooks['sea-import'], 'a book');
  const { verdicts } = proveModel(model, rules);
  const { followed, tallies } = ran(model, rules);
  for (const [index, { broken, kept }] of tallies.entries()) {
    const verdict = verdicts.find((each) => each.rule === followed.rules[index])?.verdict;
    // With a window of time, a proof without times leaves it open.
    if (broken > 0) expect(['broken', 'open'], followed.rules[index]?.id ?? '').toContain(verdict);
    if (verdict === 'never') expect(kept).toBe(0);
  }
});

test('rules that ask for the contrary where an activity begins do not hinder each other', () => {
  const model = modelOf(campaign(wild));
  const followed = [
    rule({ id: 'A', absence: { event: 'start:documentReview' }, when: { selectedForReview: false } }),
    rule({ id: 'B', absence: { event: 'start:documentReview' } }),
  ];
  const together = ran(model, followed).tallies;
  const apart = followed.map((each) => ran(model, [each]).tallies[0]);
  expect(together).toEqual(apart);
  expect(together[1]?.broken).toBeGreaterThan(0);
});

test('a witness is shown by who comes to it, after and without what it says', () => {
  const model = modelOf(campaign(wild));
  const shown = (possible: string, after?: string, without?: string): number => {
    const claim = {
      possible,
      ...(after === undefined ? {} : { after }),
      ...(without === undefined ? {} : { without }),
    };
    const [tally] = ran(model, [{ id: 'W', says: { en: '', zh: '' }, source: '', claim }]).tallies;
    return present(tally, 'a tally').kept;
  };
  const all = shown('released');
  const inspected = shown('released', 'inspectionEnded');
  expect(inspected).toBeGreaterThan(0);
  expect(inspected + shown('released', undefined, 'inspectionEnded')).toBe(all);
});
