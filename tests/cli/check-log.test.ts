import { expect, test } from 'vitest';
import { tell } from './fake-io.ts';

const rules = `rules:
  - id: A
    says: Nothing is released without an accepted declaration.
    precedence: {before: released, need: accepted}
  - id: B
    says: What is accepted is released within two days.
    response: {after: accepted, then: released, within: 2 d}
  - id: C
    says: Nothing is disposed of.
    absence: {event: disposed}
`;

const csv = `case,event,time
C1,accepted,2017-03-06T08:00:00+08:00
C1,released,2017-03-07T08:00:00+08:00
C2,released,2017-03-08T08:30:00+08:00
C3,accepted,2017-03-06T08:00:00+08:00
C3,relaesed,2017-03-06T08:00:00+08:00
`;

/** The events of the table in other formats. */
const rows = csv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const xes = `<log>${[...new Set(rows.map(([of]) => of))]
  .map((name) => {
    const events = rows.filter(([of]) => of === name);
    const told = events.map(
      ([, event, time]) =>
        `<event><string key="concept:name" value="${event}"/><string key="lifecycle:transition" value="complete"/><date key="time:timestamp" value="${time}"/></event>`,
    );
    return `<trace><string key="concept:name" value="${name}"/>${told.join('')}</trace>`;
  })
  .join('')}</log>`;
const ocel = JSON.stringify({
  objectTypes: [],
  objects: ['C1', 'C2', 'C3'].map((id) => ({ id, type: 'consignment' })),
  events: rows.map(([of, type, time]) => ({ type, time, relationships: [{ objectId: of, qualifier: '' }] })),
});
const ndjson = rows.map(([of, event, time]) => `${JSON.stringify({ case: of, event, time })}\n`).join('');
const files = { 'port.csv': csv, 'port.xes': xes, 'port.json': ocel, 'port.ndjson': ndjson, 'rules.yaml': rules };

test('rules on a log: who keeps them, who breaks them and how, and what is to be known of the log', async () => {
  const told = await tell(['check', 'port.csv', '--rules', 'rules.yaml'], { files });
  expect(told.out.split('\n')).toEqual([
    'port.csv: rules, by log',
    '',
    'rule  verdict      kept  broken  open  not triggered  share  says                                                  source',
    'A     broken          1       1     0              1   50 %  Nothing is released without an accepted declaration.  assumption',
    'B     broken          1       1     0              1   50 %  What is accepted is released within two days.         assumption',
    'C     not checked     -       -     -              -      -  Nothing is disposed of.                               assumption',
    '',
    'A, case C2: Nothing is released without an accepted declaration.',
    '',
    '   time                       event     line',
    '1  2017-03-08T08:30:00+08:00  released     4',
    '',
    'B, case C3: What is accepted is released within two days.',
    '',
    '   time                       event     line',
    '1  2017-03-06T08:00:00+08:00  accepted     5',
    '2  2017-03-06T08:00:00+08:00  relaesed     6',
    '',
    'Not checked, since the log has none of the events that are needed: C.',
    'Not in the log: disposed (C).',
    'Known neither to the rules nor to the flow: relaesed (1; nearest: released).',
    '5 events of 3 cases. 3 rules: 2 broken, 1 not checked.',
    '',
  ]);
  expect(told.code).toBe(1);
});

test('equal logs get equal verdicts, whatever they are written in', async () => {
  const [first, ...others] = await Promise.all(
    ['port.csv', 'port.xes', 'port.json', 'port.ndjson'].map(async (file) => {
      const told = await tell(['check', file, '--rules', 'rules.yaml', '--json'], { files });
      expect(told.code).toBe(1);
      return (JSON.parse(told.out) as { verdicts: unknown[] }).verdicts;
    }),
  );
  const withoutLines = (verdicts: unknown): unknown =>
    JSON.parse(JSON.stringify(verdicts, (key, value: unknown) => (key === 'line' ? undefined : value)));
  expect(first).toHaveLength(3);
  // JSON has no zone of its own: each writes the times as its log does.
  for (const other of others) expect(withoutLines(other)).toEqual(withoutLines(first));
});

test('in Chinese, as CSV, and with rules that ship', async () => {
  const told = await tell(['check', 'port.csv', '--flow', 'sea-import', '--format', 'csv', '--lang', 'zh'], { files });
  expect(told.out).toContain('R02,broken,1,1,0,1,0.5,未接受申报的货物不得放行。,');
  expect(told.code).toBe(1);
  const chinese = await tell(['check', 'port.csv', '--rules', 'rules.yaml', '--lang', 'zh'], { files });
  expect(chinese.out).toContain('3 个案例，5 个事件。3 条规则，2 条被违反，1 条未检验。');
});

test('what is to be known of the data', async () => {
  const log = `case,event,time,lifecycle:transition
C1,a,2017-03-06T08:00:00Z,
C1,a,2017-03-06T08:00:00Z,
C1,b,,
C1,c,2017-03-05,
C2,a,2017/3/6 16:00,
C2,a,2017-03-06T09:00:00Z,suspend
${'C2,a,2017-03-07T08:00:00Z,\n'.repeat(200)}C3,a,yesterday,
C4,b,2017-03-07T08:00:00Z,
`;
  const told = await tell(['check', 'a.csv', '--rules', 'a.yaml'], {
    files: { 'a.csv': log, 'a.yaml': 'rules: [{id: A, says: A., response: {after: a, then: b, within: 1 d}}]' },
  });
  expect(told.out.split('\n').filter((line) => /^[A-Z].*[:.]/.test(line))).toEqual([
    'A     open        0       0     2              1      -  A.    assumption',
    'Not to be read, and left out: 1 of 208 rows: line 208 (not a time: found yesterday, expected a time',
    'Known neither to the rules nor to the flow: c (1; nearest: a).',
    'Transitions of which no rule speaks, left out: suspend (1).',
    'Without time: 1 of 206 events. They keep their place; windows of time that they touch are not',
    'Times are written in several ways: with zone (204), without zone (1), date alone (1).',
    "Times without zone are taken as +08:00, the clock of the flow's scenario.",
    'Dates with / or . are taken as year, month, day: 1 of 206 events.',
    'Behind later events of their case, and put in order of time: 1 of 206 events.',
    'Told more than once at one instant, and counted each time: 200 of 206 events.',
    'May go on after the end of the log, so that what they owe is open, not broken: 1 of 3 cases.',
  ]);
  expect(told.code).toBe(0);
});

test.each([
  [
    ['check', 'port.csv'],
    'error: which rules? Give a file of them, --rules FILE, or a flow that has some, --flow NAME\n',
  ],
  [['check', 'port.csv', '--flow', 'sea-imprt'], "error: no flow is called 'sea-imprt'\n(Did you mean sea-import?)\n"],
  [
    ['check', 'port.csv', '--rules', 'rules.yaml', '--case', 'box'],
    'error: --case is the type of objects in a log of objects: port.csv is none\n',
  ],
  [
    ['check', 'none.csv', '--rules', 'rules.yaml'],
    'none.csv cannot be used: 1 mistake.\n\nnone.csv:1:1\n     this file cannot be read: no such file or folder (ENOENT)\n',
  ],
  [
    ['check', 'bomb.xes', '--rules', 'rules.yaml'],
    'bomb.xes cannot be used: 1 mistake.\n\nbomb.xes:2:1\n     a log may not have a DOCTYPE or entities of its own\n',
  ],
  [
    ['check', 'other.csv', '--rules', 'rules.yaml'],
    'other.csv cannot be used: 3 mistakes.\n\nA\n     the log has no event called "accepted"\n\nA\n     the log has no event called "released"; nearest: release\n\nC\n     the log has no event called "disposed"\n',
  ],
  [
    ['check', 'port.json', '--rules', 'rules.yaml', '--case', 'consigment'],
    'port.json cannot be used: 1 mistake.\n\nport.json:1:1\n     no object has this type: found consigment, expected consignment; nearest: consignment\n',
  ],
])('%j', async (argv, said) => {
  const more = {
    'bomb.xes': '<?xml version="1.0"?>\n<!DOCTYPE log [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<log/>',
    'other.csv': 'case,event\nC1,release\n',
  };
  expect(await tell(argv, { files: { ...files, ...more } })).toMatchObject({ code: 2, talk: said, out: '' });
});

test('a file that ends in .json is a scenario unless it begins as a log of objects', async () => {
  const told = await tell(['check', 'some.json'], { files: { 'some.json': '{"name": "x", "events": []}' } });
  expect(told.talk).toContain('some.json');
  expect(told.talk).not.toContain('which rules?');
});

test.each([
  [['run', 'port.csv'], 'port.csv', 'a log of events: expected a scenario (clearsim check LOG --rules FILE asks'],
  [['compare', 'port.ndjson'], 'port.ndjson', 'a log of events: expected a scenario'],
  [['validate', 'port.json'], 'port.json', 'a log of events: expected a scenario'],
  [['check', 'port.csv', '--rules', 'port.xes'], 'port.xes', 'a log of events: expected a file of rules'],
  [['check', 'port.csv', '--rules', 'port.yaml'], 'port.yaml', 'a scenario: expected a file of rules'],
  [['check', 'rules.yaml'], 'rules.yaml', 'a file of rules: expected a scenario (clearsim check FLOW|SCENARIO|LOG'],
  [
    ['check', 'scenario.csv', '--rules', 'rules.yaml'],
    'scenario.csv',
    'a scenario: expected a log of events (clearsim',
  ],
])('a file of another kind is known for what it is: %j', async (argv, file, said) => {
  const scenario = 'name: port\nflow: sea-import\n';
  const told = await tell(argv, { files: { ...files, 'port.yaml': scenario, 'scenario.csv': scenario } });
  expect(told.code).toBe(2);
  expect(told.talk).toContain(`${file} cannot be used: 1 mistake.`);
  expect(told.talk).toContain(`this looks like ${said}`);
});

test('names of a log move no cursor and write no title', async () => {
  const evil = '\u001b]0;title\u0007\u009b2J\u202e<b>\\';
  const hostile = {
    'evil.csv': `case,event\n"${evil}","released"\n"${evil}","${evil}"\n"C2","accepted"\n`,
    'evil.yaml': JSON.stringify({
      rules: [
        { id: 'A', says: 'A.', precedence: { need: 'accepted', before: 'released' } },
        { id: 'B', says: 'B.', absence: { event: `${evil}!` } },
      ],
    }).replaceAll(/[\u007f-\uffff]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  };
  for (const format of ['table', 'md']) {
    const told = await tell(['check', 'evil.csv', '--rules', 'evil.yaml', '--format', format], { files: hostile });
    expect(told.code).toBe(1);
    expect(told.all).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    expect(told.out).toContain('u{1b}');
  }
});

/** A desk that is open for an hour a day, which takes a consignment two of these hours. */
const desk = `name: desk
flow:
  initial: begun
  states:
    begun: {tags: [begun], after: {waiting: over}}
    over: {tags: [over], invoke: {src: stamp, onDone: stamped}}
    stamped: {type: final}
start: 2017-03-06T09:00+08:00
calendars: {desk: {week: [Mon-Sun 09:00-10:00]}}
arrivals: {consignments: {every: 1 d}}
activities: {stamp: {needs: clerk, takes: 1 min}}
resources: {clerk: {count: 1, calendar: desk}}
delays: {waiting: 30 h}
run: {horizon: 1 week, warmUp: 0 h, seed: desk, replications: 1}
`;

test('open hours of a log are those of the scenario that is named; which they are is told', async () => {
  const ofDesk = `rules:
  - {id: soon, response: {after: begun, then: over, within: 130 min, hours: desk}}
  - {id: long, response: {after: begun, then: over, within: 2 h, hours: desk}}
`;
  const all = { 'desk.yaml': desk, 'rules.yaml': ofDesk };
  const { written } = await tell(['run', 'desk.yaml', '--log', 'log.csv'], { files: all });
  const asked = ['check', 'log.csv', '--rules', 'rules.yaml'];
  const log = { ...all, 'log.csv': written['log.csv'] ?? '' };
  // Begun at nine, over at three in the afternoon of the next day: the second hour of the desk has ended at ten.
  const told = await tell([...asked, '--flow', 'desk.yaml'], { files: log });
  expect(told.out).toContain('Days, holidays and open hours are those of desk');
  expect(told.out).toMatch(/soon +holds/);
  expect(told.out).toMatch(/long +broken/);
  const lost = await tell([...asked, '--flow', 'sea-import'], { files: log });
  expect(lost.talk).toContain('no calendar "desk" is known');
});
