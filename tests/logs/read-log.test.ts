import { expect, test } from 'vitest';
import { right, rowsOf } from './read.ts';

const csv = `case,activity,timestamp
C1,accepted,2017-03-06T08:00:00+08:00
C2,accepted,2017-03-06T08:30:00+08:00
C1,released,2017-03-06T10:15:30+08:00
`;

const story = ['C1 0 accepted', 'C1 135.5 released', 'C2 30 accepted'];

const ndjson = csv
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([of, event, time]) => `${JSON.stringify({ case: of, event, time })}\n`)
  .join('');

const xes = `<?xml version="1.0" encoding="UTF-8"?>
<!-- A log of two traces. -->
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="?"/></global>
  <string key="concept:name" value="port"/>
  <trace>
    <string key="concept:name" value="C1"/>
    <event>
      <string key="concept:name" value="accepted"><string key="concept:name" value="not this"/></string>
      <date key="time:timestamp" value="2017-03-06T08:00:00.000+08:00"/>
    </event>
    <event>
      <date key="time:timestamp" value="2017-03-06T02:15:30Z"/>
      <string key="concept:name" value="released"/>
    </event>
  </trace>
  <trace>
    <event>
      <string key="concept:name" value="accepted"/>
      <date key="time:timestamp" value="2017-03-06T08:30:00+08:00"/>
    </event>
    <string key="concept:name" value="C2"/>
  </trace>
</log>
`;

const ocel = `{
  "eventTypes": [{"name": "accepted", "attributes": []}, {"name": "released", "attributes": []}],
  "events": [
    {"id": "e1", "type": "accepted", "time": "2017-03-06T00:00:00Z", "relationships": [{"objectId": "C1", "qualifier": "of"}, {"objectId": "T", "qualifier": "by"}]},
    {"id": "e2", "type": "accepted", "time": "2017-03-06T00:30:00Z", "relationships": [{"objectId": "C2", "qualifier": "of"}]},
    {"id": "e3", "type": "released", "time": "2017-03-06T02:15:30Z", "relationships": [{"objectId": "C1", "qualifier": "of"}, {"objectId": "C1", "qualifier": "again"}]}
  ],
  "objects": [{"id": "C1", "type": "consignment"}, {"id": "C2", "type": "consignment"}, {"id": "T", "type": "trader"}],
  "objectTypes": [{"name": "consignment", "attributes": []}, {"name": "trader", "attributes": []}]
}
`;

test.each([
  ['port.csv', csv],
  ['port.ndjson', ndjson],
  ['port.xes', xes],
  ['port.json', ocel],
])('%s tells what the others tell, however it is cut', (file, text) => {
  for (const bytes of [1, 2, 3, 7, 64, 100_000]) expect(rowsOf(right(file, text, { bytes }))).toEqual(story);
  const log = right(file, text);
  expect(log.cases).toEqual(['C1', 'C2']);
  expect(log.origin + (log.at[0] ?? 0)).toBe(Date.UTC(2017, 2, 6) / 60_000);
  expect(log.end - (log.at[0] ?? 0)).toBe(135.5);
  expect([...log.hasEnded]).toEqual([1, 0]);
});

test('lines are kept, so that an event can be found in its file', () => {
  expect([...right('port.csv', csv).line]).toEqual([2, 4, 3]);
  expect([...right('port.xes', xes).line]).toEqual([9, 13, 19]);
  expect([...right('port.json', ocel).line]).toEqual([4, 6, 5]);
});

test.each([
  ['pandas and PM4Py', 'concept:name,time:timestamp,case:concept:name\naccepted,2017-03-06 00:00:00+00:00,C1\n'],
  [
    'semicolons, quotes, capitals, and CR LF',
    '"Case ID";"Activity";"Complete Timestamp"\r\n"C1";accepted;2017-03-06\r\n',
  ],
  ['tabs and other columns', 'office\tconsignment\tevent\ttime\nQingdao\tC1\taccepted\t2017-03-06\n'],
])('columns are found by their usual names: %s', (_, text) => {
  expect(rowsOf(right('port.csv', text))).toEqual(['C1 0 accepted']);
});

test('fields may hold delimiters, quotes and line ends', () => {
  const log = right('port.csv', 'case,event\n"C,1","say ""yes""\nor no"\nC2,"plain"\n\nC2,end');
  expect(rowsOf(log)).toEqual(['C,1 - say "yes"\nor no', 'C2 - plain', 'C2 - end']);
  expect([...log.line]).toEqual([2, 4, 6]);
});

test('starts and ends of activities, in small or capital letters; what else may become of one is left out and counted', () => {
  const log = right(
    'port.csv',
    `case,event,lifecycle:transition
C1,inspection,START
C1,inspection,suspend
C1,inspection,complete
C1,released,
`,
  );
  expect(rowsOf(log)).toEqual(['C1 - start:inspection', 'C1 - complete:inspection', 'C1 - released']);
  expect(log.quality.otherTransitions).toEqual({ suspend: 1 });
});

test('a log that run --log has written: minutes, milestones, activities and fees; it tells which cases have ended', () => {
  const log = right(
    'run.csv',
    `time,minute,consignment,event,name
2017-03-06T08:00:10+08:00,0.17,0,created,
2017-03-06T08:01:00+08:00,1,0,reached,released
2017-03-06T08:01:00+08:00,1,1,created,
2017-03-06T08:01:30+08:00,1.5,0,requested,inspection
2017-03-06T08:02:00+08:00,2,0,begun,inspection
2017-03-06T08:03:00+08:00,3.0625,0,completed,inspection
2017-03-06T08:04:00+08:00,4,0,charged,storage
2017-03-06T08:04:00+08:00,4,0,ended,
2017-03-06T08:05:00+08:00,5,1,reached,released
`,
  );
  expect(rowsOf(log)).toEqual([
    '0 0 released',
    '0 1 start:inspection',
    '0 2.0625 end:inspection',
    '0 3 fee:storage',
    '1 4 released',
  ]);
  expect(log.origin).toBe(Date.UTC(2017, 2, 6) / 60_000);
  expect([...log.hasEnded]).toEqual([1, 0]);
});

test('out of order, without time, told twice, without a zone: put right where it can be, and counted', () => {
  const log = right(
    'port.csv',
    `case,event,time
C1,a,
C1,b,2017-03-06T10:00
C1,c,2017-03-06T09:00
C1,d,
C1,b,2017-03-06T10:00
C1,e,2017-03-07
C1,e,2017-03-06T16:00:00Z
`,
  );
  // `a` stays before `b`, which follows it; `d` behind `c`, which stands before it.
  expect(rowsOf(log)).toEqual(['C1 0 c', 'C1 - d', 'C1 - a', 'C1 60 b', 'C1 60 b', 'C1 420 e', 'C1 900 e']);
  expect(log.quality).toMatchObject({
    withoutTime: 2,
    outOfOrder: 3,
    duplicates: 1,
    timeForms: { zoned: 1, local: 3, date: 1 },
  });
});

test('a time is met to the second by a term of days, however late in the century', () => {
  const log = right('port.csv', 'case,event,time\nC1,a,2071-03-06T10:00:20.001Z\nC1,b,2071-03-26T10:00:20.001Z\n');
  expect((log.at[1] ?? 0) - (log.at[0] ?? 0)).toBe(20 * 1440);
  expect((log.at[0] ?? 0) + 20 * 1440).toBe(log.at[1]);
});

test('a case has ended if its last event is the last of its case everywhere', () => {
  const log = right('port.csv', 'case,event\nC1,a\nC1,b\nC2,a\nC3,a\nC3,c\nC4,b\n');
  expect([...log.hasEnded]).toEqual([1, 0, 1, 1]);
  expect(log.quality.cut).toBe(1);
});

test('attributes that are wanted, of cases, of events, and of objects as they were at the time', () => {
  const values = (log: ReturnType<typeof right>): unknown =>
    log.attributes.map(({ ofCase, ofRow, values: all }) => [
      [...ofCase].map((value) => all[value] ?? null),
      [...ofRow].map((value) => all[value] ?? null),
    ]);
  const wish = { attributes: ['credit', 'weight'] };
  expect(values(right('a.csv', 'case,event,case:credit,weight\nC1,a,good,\nC1,b,good,7.5\nC2,a,,3\n', wish))).toEqual([
    [
      [null, null],
      ['good', 'good', null],
    ],
    [
      [null, null],
      [null, '7.5', '3'],
    ],
  ]);
  expect(
    values(
      right(
        'a.xes',
        `<log><trace><string key="concept:name" value="C1"/><string key="credit" value="good"/><event><string key="concept:name" value="a"/><float key="weight" value="7.5"/></event></trace></log>`,
        wish,
      ),
    ),
  ).toEqual([
    [['good'], [null]],
    [[null], ['7.5']],
  ]);
  expect(
    values(
      right(
        'a.json',
        JSON.stringify({
          objects: [
            {
              id: 'C1',
              type: 'consignment',
              attributes: [
                { name: 'credit', time: '2017-03-08T00:00:00Z', value: 'better' },
                { name: 'credit', time: '1970-01-01T00:00:00Z', value: 'good' },
              ],
            },
          ],
          events: ['2017-03-07T00:00:00Z', '2017-03-09T00:00:00Z'].map((time, place) => ({
            type: 'a',
            time,
            relationships: [{ objectId: 'C1', qualifier: '' }],
            attributes: place === 1 ? [{ name: 'weight', value: 7.5 }] : [],
          })),
        }),
        wish,
      ),
    ),
  ).toEqual([
    [[null], ['good', 'better']],
    [[null], [null, '7.5']],
  ]);
});

test('in a log of objects the cases are those that are wanted, consignments, or those that events are about', () => {
  const log = (types: readonly [string, string]): string =>
    JSON.stringify({
      objects: [
        { id: 'A', type: types[0] },
        { id: 'B', type: types[1] },
        { id: 'C', type: types[1] },
      ],
      events: [['a', 'A', 'B'], ['b', 'B', 'C'], ['c', 'C'], ['d']].map(([type, ...objects]) => ({
        type,
        time: '2017-03-06T00:00:00Z',
        relationships: objects.map((objectId) => ({ objectId, qualifier: '' })),
      })),
    });
  const natural = right('port.jsonocel', log(['truck', 'box']));
  expect(rowsOf(natural)).toEqual(['B 0 a', 'B 0 b', 'C 0 b', 'C 0 c']);
  expect(natural.quality).toMatchObject({ caseType: { name: 'box', others: ['truck'], shared: 1 }, withoutCase: 1 });
  expect(right('port.json', log(['consignment', 'box'])).cases).toEqual(['A']);
  expect(right('port.json', log(['truck', 'box']), { caseType: 'truck' }).cases).toEqual(['A']);
});

test('names that are integers are told apart however long they are', () => {
  const ids = ['9007199254740993', '9007199254740992', '-9007199254740993', '7'];
  const objects = ids.map((id) => `{"id": ${id}, "type": "c"}`);
  const events = ids.map((id) => `{"type": "a", "relationships": [{"objectId": ${id}}]}`);
  const rows = ids.map((id) => `{"case": ${id}, "event": "a", "more": [1.5, ${id}]}\n`);
  expect(right('port.json', `{"objects": [${objects.join()}], "events": [${events.join()}]}`).cases).toEqual(ids);
  expect(right('port.ndjson', rows.join('')).cases).toEqual(ids);
});
