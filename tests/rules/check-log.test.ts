import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { builtInFlows } from '../../src/flows/index.ts';
import type { Log } from '../../src/logs/index.ts';
import { LogText } from '../../src/report/index.ts';
import { rule } from '../../src/rules/build.ts';
import type { RuleNotation } from '../../src/rules/rule-notation.ts';
import { automatonOf, symbols } from '../../src/rules/automaton.ts';
import {
  attributesAsked,
  checkLog,
  followRules,
  freeModel,
  Histories,
  ruleBooks,
  type LogVerdict,
} from '../../src/rules/index.ts';
import { logNames } from '../../src/rules/log-names.ts';
import { symbolOf } from '../../src/rules/symbols.ts';
import { Happening, Occurrences, simulate, type Observer } from '../../src/simulation/index.ts';
import { right } from '../logs/read.ts';
import { campaign } from '../simulation/campaign.ts';
import { modelOf } from '../simulation/story.ts';

const flow = builtInFlows['sea-import'];
if (flow === undefined) throw new Error('sea-import is built in');
const model = freeModel(flow);

/** What a log says of rules. */
function checked(text: string, notations: readonly RuleNotation[], file = 'port.csv'): readonly LogVerdict[] {
  const rules = notations.map((notation) => rule(notation));
  return checkLog(right(file, text, { attributes: attributesAsked(rules) }), rules, model).verdicts;
}

/** A verdict as `broken: 1 kept, 2 broken, 0 open, 3 never: C1 C2`. */
function inShort({ verdict, cases, examples, why }: LogVerdict): string {
  if (why !== undefined) return `${verdict}: ${Object.values(why).join(' ')}`;
  const { kept, broken, open, never } = cases;
  const told = examples.map((story) => ` ${story.case}`).join('');
  return `${verdict}: ${kept} kept, ${broken} broken, ${open} open, ${never} never${told === '' ? '' : `:${told}`}`;
}

// Closed: released. C3 and C5 may go on: accepted is followed by others elsewhere. The log ends on 10 March, 08:00.
const log = `case,event,time
C1,accepted,2017-03-06T08:00:00+08:00
C1,paid,2017-03-06T12:00:00+08:00
C1,released,2017-03-07T08:00:00+08:00
C2,released,2017-03-08T08:00:00+08:00
C3,accepted,2017-03-06T08:00:00+08:00
C4,accepted,2017-03-06T08:00:00+08:00
C4,released,2017-03-10T08:00:00+08:00
C5,accepted,2017-03-09T08:00:00+08:00
`;

test('cases that keep a rule, break it, may still do either, or are not touched by it', () => {
  const [needs, follows, inTime, once, possible, paidFirst] = checked(log, [
    { id: 'A', precedence: { need: 'accepted', before: 'released' } },
    { id: 'B', response: { after: 'accepted', then: 'released' } },
    { id: 'C', response: { after: 'accepted', then: 'released', within: '48 h' } },
    { id: 'D', absence: { event: 'released', times: 2 } },
    { id: 'E', possible: 'paid' },
    { id: 'F', chainPrecedence: { directly: 'paid', before: 'released' } },
  ]).map(inShort);
  // C2 was never accepted.
  expect(needs).toBe('broken: 2 kept, 1 broken, 0 open, 2 never: C2');
  // What C3 and C5 owe may still come.
  expect(follows).toBe('holds: 2 kept, 0 broken, 2 open, 1 never');
  // C3 has waited four days at the end of the log, C4 until its end; C5 one day.
  expect(inTime).toBe('broken: 1 kept, 2 broken, 1 open, 1 never: C3 C4');
  expect(once).toBe('holds: 3 kept, 0 broken, 0 open, 2 never');
  expect(possible).toBe('holds: 1 kept, 0 broken, 0 open, 4 never');
  expect(paidFirst).toBe('broken: 1 kept, 2 broken, 0 open, 2 never: C2 C4');
});

test('a case that breaks a rule is told with its whole history, its times and lines', () => {
  const [verdict] = checked(log, [{ id: 'C', response: { after: 'accepted', then: 'released', within: '48 h' } }]);
  expect(verdict?.share).toBe(2 / 3);
  expect(verdict?.examples[1]).toEqual({
    case: 'C4',
    hasEnded: true,
    events: [
      { event: 'accepted', at: Date.UTC(2017, 2, 6) / 60_000, line: 7 },
      { event: 'released', at: Date.UTC(2017, 2, 10) / 60_000, line: 8 },
    ],
  });
  expect(verdict?.examples[0]?.hasEnded).toBe(false);
});

test('of many that break a rule the first five are told; what is tolerated does not break it', () => {
  const many = `case,event\n${Array.from({ length: 200 }, (_, of) => (of % 20 === 3 ? `C${of},b\n` : `C${of},a\nC${of},b\n`)).join('')}`;
  const needs = { precedence: { need: 'a', before: 'b' } } as const;
  expect(
    checked(many, [
      { id: 'A', ...needs },
      { id: 'B', ...needs, tolerate: '5 %' },
      { id: 'C', ...needs, tolerate: '4.9 %' },
    ]).map(inShort),
  ).toEqual([
    'broken: 190 kept, 10 broken, 0 open, 0 never: C3 C23 C43 C63 C83',
    'holds: 190 kept, 10 broken, 0 open, 0 never: C3 C23 C43 C63 C83',
    'broken: 190 kept, 10 broken, 0 open, 0 never: C3 C23 C43 C63 C83',
  ]);
});

test('calendar days end at midnight at the port, to the second', () => {
  // Until the end of the 20th, by the clock of +08:00, whatever zone the log is written in.
  const in14 = { id: 'A', response: { after: 'arrived', then: 'lodged', within: '14 calendar days' } } as const;
  const lodged = (time: string): string =>
    checked(`case,event,time\nC1,arrived,2017-03-06T01:00:00Z\nC1,lodged,${time}\n`, [in14]).map(inShort).join();
  expect(lodged('2017-03-20T23:59:59.999+08:00')).toMatch(/^holds/);
  expect(lodged('2017-03-20T16:00:00Z')).toMatch(/^holds/);
  expect(lodged('2017-03-20T16:00:00.001Z')).toMatch(/^broken/);
});

test('conditions ask what is known of the case by then; the same and the different are of the events', () => {
  const attributes = `case,event,time,credit,value,org:resource
C1,accepted,2017-03-06T08:00:00Z,discredited,100,Li
C1,released,2017-03-07T08:00:00Z,,,Li
C2,accepted,2017-03-06T08:00:00Z,general,5000,Li
C2,released,2017-03-07T08:00:00Z,discredited,,Wang
C3,accepted,2017-03-06T08:00:00Z,,5000,Li
C3,released,2017-03-07T08:00:00Z,,,
`;
  expect(
    checked(attributes, [
      { id: 'A', absence: { event: 'released' }, when: { credit: ['discredited'] } },
      { id: 'B', absence: { event: 'accepted' }, when: { credit: ['discredited'] } },
      { id: 'C', absence: { event: 'released' }, when: { value: { atLeast: 5000 } } },
      { id: 'D', precedence: { need: 'accepted', before: 'released' }, different: 'org:resource' },
      { id: 'E', precedence: { need: 'accepted', before: 'released' }, same: 'org:resource' },
      { id: 'F', absence: { event: 'released' }, when: { goods: ['live'] } },
    ]).map(inShort),
  ).toEqual([
    'broken: 1 kept, 2 broken, 0 open, 0 never: C1 C2',
    'broken: 2 kept, 1 broken, 0 open, 0 never: C1',
    'broken: 1 kept, 2 broken, 0 open, 0 never: C2 C3',
    'broken: 2 kept, 1 broken, 0 open, 0 never: C1',
    'broken: 1 kept, 2 broken, 0 open, 0 never: C2 C3',
    'unchecked: attribute goods',
  ]);
});

test('what cannot be asked of a log is said, with the events that it does not have and the nearest', () => {
  const verdicts = checked('case,event\nC1,accepted\nC1,released\n', [
    { id: 'A', precedence: { need: 'acepted', before: 'released' } },
    { id: 'B', response: { after: 'accepted', then: 'released', within: '1 h' } },
    { id: 'C', canEnd: true },
    { id: 'D', never: { in: 'goods.atSea' } },
    { id: 'E', notCoexistence: ['accepted', 'summaryAccepted'] },
    { id: 'F', precedence: { need: ['accepted', 'summaryAccepted'], before: 'released' } },
    { id: 'G', response: { after: 'accepted', then: 'released', within: '1 h', hours: 'moon' } },
    { id: 'H', possible: { event: 'released', without: 'inspected' } },
    { id: 'I', amount: { fee: 'storage', atMost: '500 CNY' } },
    { id: 'J', share: { of: 'A', atLeast: '95 %' } },
  ]);
  expect(verdicts.map(inShort)).toEqual([
    'unchecked: event',
    'unchecked: time',
    'unchecked: proof',
    'unchecked: state',
    'holds: 1 kept, 0 broken, 0 open, 0 never',
    'holds: 1 kept, 0 broken, 0 open, 0 never',
    'unchecked: time',
    'unchecked: event',
    'unchecked: amount',
    'unchecked: case',
  ]);
  expect(verdicts.map(({ missing }) => missing)).toEqual([
    [{ name: 'acepted', nearest: 'accepted' }],
    [],
    [],
    [],
    [{ name: 'summaryAccepted', nearest: undefined }],
    [{ name: 'summaryAccepted', nearest: undefined }],
    [],
    [{ name: 'inspected', nearest: undefined }],
    [],
    [],
  ]);
  const [moon] = checked(log, [
    { id: 'G', response: { after: 'accepted', then: 'released', within: '1 h', hours: 'moon' } },
  ]);
  expect(moon?.why).toEqual({ no: 'calendar', name: 'moon' });
});

test('an event without time leaves windows undecided', () => {
  const [verdict] = checked('case,event,time\nC1,a,\nC1,b,2017-03-06T08:00:00Z\n', [
    { id: 'A', response: { after: 'a', then: 'b', within: '1 h' } },
  ]).map(inShort);
  expect(verdict).toBe('open: 0 kept, 0 broken, 1 open, 0 never');
});

test('activities: start, end, and what is only completed', () => {
  const lives = `case,event,lifecycle:transition
C1,inspection,start
C1,inspection,complete
C1,released,complete
C2,review,complete
C2,released,complete
`;
  // Completed as a milestone, or as the end of an activity: as the rule says.
  expect(
    checked(lives, [
      { id: 'A', precedence: { need: 'start:inspection', before: 'end:inspection' } },
      { id: 'B', precedence: { need: 'end:review', before: 'released' } },
    ]).map(inShort),
  ).toEqual(['holds: 1 kept, 0 broken, 0 open, 1 never', 'broken: 1 kept, 1 broken, 0 open, 0 never: C1']);
  expect(checked(lives, [{ id: 'C', precedence: { need: 'review', before: 'released' } }]).map(inShort)).toEqual([
    'broken: 1 kept, 1 broken, 0 open, 0 never: C1',
  ]);
});

test('a log that a run has written: every rule stands with each consignment as it does in the run itself', () => {
  const run = modelOf(
    campaign({
      measures: ['advanceDeclaration', 'twoStepDeclaration', 'greenChannel', 'attendanceWaiver'],
      chances: { selectedForInspection: '30 %', faultFound: '20 %', irregularityFound: '30 %' },
      horizon: '4 d',
    }),
  );
  const occurrences = new Occurrences(run);
  const logs = (['csv', 'ndjson'] as const).map((format) => {
    const text = new LogText(run.scenario.start, format, occurrences);
    return { file: `run.${format}`, text, rows: [text.head] };
  });
  // What runs say of rules is said of consignments that are counted.
  const counted = new Set<number>();
  const rows = occurrences.observer((...occurrence) => {
    if (counted.has(occurrence[1])) for (const { text, rows: all } of logs) all.push(text.row(...occurrence));
  });
  const histories = new Histories(run);
  const observer: Observer = {
    ...rows,
    happened: (happening, at, consignment, what, value) => {
      if (happening === Happening.created && value === 1) counted.add(consignment);
      histories.observer.happened(happening, at, consignment, what, value);
      rows.happened(happening, at, consignment, what, value);
    },
  };
  const options = { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0 };
  simulate(run, { ...options, observer });
  const book = [...(ruleBooks['sea-import'] ?? []), ...oftenBroken.map((notation) => rule(notation))];
  const attributes = attributesAsked(book);
  const [csv = [], ndjson] = logs.map(
    ({ file, rows: all }) => checkLog(right(file, all.join(''), { attributes }), book, model).verdicts,
  );
  // Word for word what the run has seen: states and delays too. Logs tell beside it of the end of what only holds.
  const told = toldBy(right('run.csv', logs[0]?.rows.join('') ?? ''));
  const seen = [...histories.all()].filter(([consignment]) => counted.has(consignment));
  const lasting = new Set(Object.keys(run.scenario.activities).filter((name) => run.scenario.activities[name]?.takes));
  for (const [consignment, steps] of seen)
    expect(
      told.get(String(consignment))?.filter((event) => !event.startsWith('end:') || lasting.has(event.slice(4))),
    ).toEqual(steps.flatMap(({ events }) => events));
  expect(csv.map(({ cases }) => cases)).toEqual(ndjson?.map(({ cases }) => cases));
  // What is not asked asks for more than one case or than events, or is about some that came to nobody.
  const happened = new Set(seen.flatMap(([, steps]) => steps.flatMap(({ events }) => events)));
  for (const { why, missing } of csv) {
    if (why === undefined || ['amount', 'case', 'proof'].includes(why.no)) continue;
    expect(why).toEqual({ no: 'event' });
    expect(missing.filter(({ name }) => happened.has(name))).toEqual([]);
  }
  const asked = csv.filter(({ why }) => why === undefined);
  const followed = followRules(
    run,
    asked.map(({ rule: each }) => each),
  );
  const { result } = simulate(followed.model, options);
  expect(followed.rules.length).toBeGreaterThan(95);
  expect(counted.size).toBeGreaterThan(300);
  const inLog = new Map(asked.map(({ rule: { id }, cases }) => [id, cases]));
  for (const { id } of oftenBroken.filter((each) => each.id !== 'one')) {
    expect([id, inLog.get(id)?.broken]).not.toEqual([id, 0]);
    expect([id, inLog.get(id)?.kept]).not.toEqual([id, 0]);
  }
  for (const [place, { examples: _, ...inRun }] of followed.tallies(result).entries()) {
    const { id } = present(followed.rules[place], 'a rule');
    expect([id, inLog.get(id)]).toEqual([id, inRun]);
  }
});

/** Rules about states that some keep and some break; those that ship are kept by all. */
const oftenBroken: readonly RuleNotation[] = [
  { id: 'both', never: { all: [{ in: 'goods.inYard' }, { in: 'duty.due' }] } },
  { id: 'one', never: { all: [{ in: 'goods.inYard' }, { not: { in: 'duty' } }] } },
  { id: 'any', never: { any: [{ in: 'declaration.selected' }, { in: 'goods.atSea' }] }, when: { goods: 'perishable' } },
  { id: 'measure', never: { in: 'declaration.released' }, when: { twoStepDeclaration: true } },
  { id: 'deep', never: { in: 'declaration.undeclared.correcting' } },
];

/** Events of each case of a log as rules name them. */
function toldBy({ cases, events, first, event }: Log): ReadonlyMap<string, readonly string[]> {
  const names = logNames(events, new Set());
  return new Map(
    cases.map((name, of) => [name, [...event.subarray(first[of], first[of + 1])].map((each) => names[each] ?? '')]),
  );
}

test('states and delays are asked of our own logs and of those of others by the same rules', () => {
  const notations = [
    { id: 'A', response: { after: 'enter:goods.inYard', then: 'leave:goods.inYard', within: '2 h' } },
    { id: 'B', absence: { event: 'due:preparation' } },
    { id: 'C', precedence: { need: 'leave:goods.inYard', before: 'removed' } },
  ];
  const own = `time,minute,consignment,event,name
2017-03-06T08:00:00+08:00,0,1,created,
2017-03-06T08:00:00+08:00,0,1,entered,goods.inYard
2017-03-06T09:00:00+08:00,60,1,due,preparation
2017-03-06T10:00:00+08:00,120,1,left,goods.inYard
2017-03-06T10:00:00+08:00,120,1,reached,removed
2017-03-06T10:00:00+08:00,120,1,ended,
2017-03-06T08:00:00+08:00,0,2,entered,goods.inYard
2017-03-06T11:00:00+08:00,180,2,reached,removed
2017-03-06T11:00:00+08:00,180,2,ended,
`;
  const events = [
    ['1', 'enter:goods.inYard', '08'],
    ['1', 'due:preparation', '09'],
    ['1', 'leave:goods.inYard', '10'],
    ['1', 'removed', '10'],
    ['2', 'enter:goods.inYard', '08'],
    ['2', 'removed', '11'],
  ].map(([of = '', event = '', hour = '']) => ({ of, event, time: `2017-03-06T${hour}:00:00+08:00` }));
  const csv = ['case,event,time', ...events.map(({ of, event, time }) => `${of},${event},${time}`)].join('\n');
  const xes = ['1', '2'].map((name) => {
    const inside = events
      .filter(({ of }) => of === name)
      .map(
        ({ event, time }) =>
          `<event><string key="concept:name" value="${event}"/><date key="time:timestamp" value="${time}"/></event>`,
      );
    return `<trace><string key="concept:name" value="${name}"/>${inside.join('')}</trace>`;
  });
  const ocel = {
    objects: ['1', '2'].map((id) => ({ id, type: 'consignment' })),
    events: events.map(({ of, event, time }) => ({ type: event, time, relationships: [{ objectId: of }] })),
  };
  for (const [file, text] of [
    ['run.csv', own],
    ['port.csv', csv],
    ['port.xes', `<log>${xes.join('')}</log>`],
    ['port.json', JSON.stringify(ocel)],
  ] as const)
    expect([file, ...checked(text, notations, file).map(inShort)]).toEqual([
      file,
      'broken: 1 kept, 1 broken, 0 open, 0 never: 2',
      'broken: 1 kept, 1 broken, 0 open, 0 never: 1',
      'broken: 1 kept, 1 broken, 0 open, 0 never: 2',
    ]);
});

test('a log of ours tells how a case stands after each step: not while its rows are told', () => {
  const own = (of: string, rows: readonly string[]): string =>
    ['created,', ...rows, 'ended,'].map((row) => `2017-03-06T08:00:00+08:00,0,${of},${row}\n`).join('');
  const begins = ['entered,goods.inYard', 'entered,duty.due'];
  // All in one step: the goods leave, and what is due is paid.
  const both = ['left,goods.inYard', 'left,duty.due', 'reached,paid', 'entered,goods.leaving', 'entered,duty.paid'];
  // First the goods, then the duty.
  const late = ['left,goods.inYard', 'entered,goods.leaving', 'due,payment', 'left,duty.due', 'entered,duty.paid'];
  const text = `time,minute,consignment,event,name\n${own('1', [...begins, ...both])}${own('2', [...begins, ...late])}`;
  const verdicts = checked(
    text,
    [
      { id: 'A', never: { all: [{ in: 'goods.leaving' }, { in: 'duty.due' }] } },
      { id: 'B', never: { all: [{ in: 'goods.leaving' }, { not: { in: 'duty.paid' } }] } },
      { id: 'C', never: { in: 'duty.paid' } },
      { id: 'D', never: { in: 'goods.atSea' } },
      { id: 'E', never: { all: [{ in: 'goods.inYard' }, { in: 'duty.pait' }] } },
    ],
    'run.csv',
  );
  expect(verdicts.map(inShort)).toEqual([
    'broken: 1 kept, 1 broken, 0 open, 0 never: 2',
    'broken: 1 kept, 1 broken, 0 open, 0 never: 2',
    'broken: 0 kept, 2 broken, 0 open, 0 never: 1 2',
    'unchecked: event',
    'holds: 2 kept, 0 broken, 0 open, 0 never',
  ]);
  expect(verdicts.flatMap(({ missing }) => missing)).toEqual([
    { name: 'enter:goods.atSea', nearest: undefined },
    { name: 'enter:duty.pait', nearest: 'enter:duty.paid' },
  ]);
});

test('a fee of the scenario is an event of its log like any other, and no slip of the pen', () => {
  const text = `time,minute,consignment,event,name
2017-03-06T08:00:00+08:00,0,1,created,
2017-03-06T08:00:00+08:00,0,1,charged,yardage
2017-03-06T09:00:00+08:00,60,1,reached,relesed
2017-03-06T10:00:00+08:00,120,1,ended,
`;
  const rules = ['fee:yardage', 'fee:yardge'].map((event, place) => rule({ id: `A${place}`, absence: { event } }));
  const check = checkLog(right('run.csv', text), rules, model);
  expect(check.verdicts.map(inShort)).toEqual(['broken: 0 kept, 1 broken, 0 open, 0 never: 1', 'unchecked: event']);
  expect(check.verdicts[1]?.missing).toEqual([{ name: 'fee:yardge', nearest: 'fee:yardage' }]);
  expect(checkLog(right('run.csv', text), [], model).unknown).toEqual([
    { name: 'relesed', count: 1, nearest: 'released' },
  ]);
});

test('every case stands as its history does under the machine of the rule', () => {
  const notations = [
    { id: 'A', response: { after: 'a', then: 'b' } },
    { id: 'B', alternatePrecedence: { need: 'a', before: 'b' } },
    { id: 'C', exactly: { event: 'a', times: 2 } },
    { id: 'D', chainSuccession: { first: 'a', next: 'b' } },
    { id: 'E', notCoexistence: ['a', 'b'] },
    { id: 'F', end: 'b' },
  ] as const;
  const history = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (histories, chance) => {
      // Cases side by side, as they may stand in a file; each ends with `z`, so that all have ended; one has all events.
      const all = [...histories, ['a', 'b', 'c']].map((events) => [...events, 'z']);
      const left = all.map((events, of) => ({ of, events: [...events] }));
      const rows: string[] = [];
      while (left.some(({ events }) => events.length > 0)) {
        const open = left.filter(({ events }) => events.length > 0);
        const next = open[(chance.next().value ?? 0) % open.length];
        rows.push(`${next?.of},${next?.events.shift()}`);
      }
      const verdicts = checked(`case,event\n${rows.join('\n')}\n`, notations);
      for (const { cases, rule: checkedRule } of verdicts) {
        const { claim } = checkedRule;
        if (!('template' in claim)) throw new Error('a pattern');
        const { next, isKept } = automatonOf(claim);
        const symbol = symbolOf(checkedRule, claim);
        const broken = all.filter((events) => {
          const mode = events.reduce((before, event) => next[before * symbols + (symbol(event) ?? 0)] ?? -1, 0);
          return isKept[mode] === false;
        });
        expect(cases).toMatchObject({ broken: broken.length, open: 0 });
        expect(cases.kept + cases.never).toBe(all.length - broken.length);
      }
    }),
  );
});
