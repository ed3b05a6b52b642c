import { expect, test } from 'vitest';
import { logFormatOf } from '../../src/logs/index.ts';
import { read, readPieces, right, said } from './read.ts';

const row = 'C1,a,2017-03-06T08:00:00Z\n';

test('up to one bad row in a hundred is counted and shown with its line; more are too many', () => {
  const rows = row.repeat(99);
  const log = right('port.csv', `case,event,time\n${rows}C2,a,06/03/2017\n`);
  expect(log.cases).toEqual(['C1']);
  expect(log.quality).toMatchObject({ bad: 1, rows: 100 });
  expect(said(log.quality.badFirst)).toEqual(['101:1 not a time: 06/03/2017']);
  expect(read('port.csv', `case,event,time\nC1;a;2017\n,a,\nC1,,\n"C1"x,a,\n${rows}`)).toEqual({
    said: [
      '2:1 wrong number of fields: 1',
      '3:1 this row has no case',
      '4:1 this event has no name',
      '5:1 text after a closed quote',
      '1:1 too many rows cannot be read: 4/103',
    ],
  });
});

test.each([
  ['port.csv', 'cas,activity\nC1,a\n', '1:1 no column has the case: cas, activity; cas'],
  ['port.csv', 'case:activity\nC1:a\n', '1:1 no column has the case: case:activity'],
  ['port.ndjson', '\n{"case": 1, "what": 2}\n', '2:1 no column has the event: case, what'],
  ['port.csv', '', '1:1 this log has no events'],
  ['port.csv', 'case,event,time\n', '1:1 this log has no events'],
  ['port.ndjson', '\n\n', '1:1 this log has no events'],
  ['port.csv', 'case,event\nC1,a\nC2,"b\nC3,c\n', '3:1 a quote in this row is never closed'],
  ['port.csv', 'case,"event\nC1,a\n', '1:1 a quote in this row is never closed'],
])('a table that cannot be used: %s %j', (file, text, mistake) => {
  expect(read(file, text)).toEqual({ said: [mistake] });
});

test('NDJSON: what is no object, no occurrence, no minute', () => {
  const own = (event: string, minute: unknown = 0): string =>
    `${JSON.stringify({ time: '2017-03-06T08:00:00Z', minute, consignment: 0, event, name: 'a' })}\n`;
  expect(read('port.ndjson', `${own('reached')}{"time"\n[1]\n${own('reachd')}${own('reached', 'x')}`)).toEqual({
    said: [
      '2:1 this line is no JSON object',
      '3:1 this line is no JSON object',
      '4:1 no occurrence of a run is called so: reachd; reached',
      '5:1 not a minute: x',
      '1:1 too many rows cannot be read: 4/5',
    ],
  });
});

test('what is not UTF-8 is found in its line', () => {
  const bytes = Buffer.concat([Buffer.from('case,event\nC1,放行\n'), Buffer.from('C2,\xb7\xc5\xd0\xd0\n', 'latin1')]);
  for (const length of [1, 5, 100])
    expect(read('port.csv', bytes, { bytes: length })).toEqual({ said: ['3:1 this line is not UTF-8'] });
  expect(read('port.csv', bytes.subarray(0, 16))).toEqual({ said: ['2:1 this line is not UTF-8'] });
});

test.each([
  ['port.xes', '<log>\n<trace>\n<event><string key="concept:name" value="放行', '"/></event></trace></log>'],
  ['port.xes', '<log>\n<trace>\n<event><list key="放行', '"/></event></trace></log>'],
  ['port.json', '{"events": [\n\n{"type": "放行', '"}]}'],
  ['port.json', '{"events": [\n\n{"放行": "', '"}]}'],
  ['port.json', '{"events": [\n\n{"type": "\\n', '"}]}'],
])('%s: nor is it taken for a text: %j', (file, before, after) => {
  const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xb7, 0xc5]), Buffer.from(after)]);
  for (const length of [1, 7, 1000])
    expect(read(file, bytes, { bytes: length })).toEqual({ said: ['3:1 this line is not UTF-8'] });
});

test('a byte order mark is no part of a text', () => {
  const xes = '\ufeff<log><trace><event><string key="concept:name" value="a"/></event></trace></log>';
  const json =
    '\ufeff{"objects": [{"id": "C", "type": "c"}], "events": [{"type": "a", "relationships": [{"objectId": "C"}]}]}';
  for (const [file, text] of [
    ['port.xes', xes],
    ['port.json', json],
  ] as const)
    for (const bytes of [1, 2, 1000])
      expect(right(file, text, { bytes }).events).toEqual([{ name: 'a', kind: 'event' }]);
  // It is one at the very beginning alone.
  for (const bytes of [1, 2, 1000])
    expect(read('port.json', ` ${json}`, { bytes })).toEqual({ said: ['1:1 this is no JSON object'] });
  expect(read('port.json', json.slice(0, 1))).toEqual({ said: ['1:1 the file ends before its JSON does'] });
});

test.each([
  ['port.csv', 'case,event\nC1,a\nC2,', '3:1 this row is too long'],
  ['port.csv', 'case,event\nC1,a\nC2,"', '3:1 this row is too long'],
  ['port.csv', '', '1:1 this row is too long'],
  ['port.ndjson', '{"case":1,"event":"a"}\n{"case":"', '2:1 this row is too long'],
  ['port.xes', '<log>\n<trace>\n<string key="', '3:1 this tag or text is too long'],
  ['port.xes', '<log>\n<trace>\n', '3:1 this tag or text is too long'],
  ['port.json', '{"events": [\n{"type": "', '2:1 this part is too long'],
])('what has no end is not kept: %s %j', (file, text, mistake) => {
  const more = new Uint8Array(100_000).fill(0x61);
  let given = 0;
  function* endless(): Iterable<Uint8Array> {
    yield new TextEncoder().encode(text);
    for (; ; given += more.length) yield more;
  }
  expect(readPieces(file, endless())).toEqual({ said: [mistake] });
  expect(given).toBeLessThan(1.2 * 1024 * 1024);
});

const bomb = `<?xml version="1.0"?>
<!DOCTYPE log [
  <!ENTITY a "aaaaaaaaaa">
  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
]>
<log><trace><string key="concept:name" value="&b;"/></trace></log>`;

test.each([
  [bomb, '2:1 a log may not have a DOCTYPE or entities of its own'],
  ['<!DOCTYPE log SYSTEM "file:///etc/passwd">\n<log/>', '1:1 a log may not have a DOCTYPE or entities of its own'],
  ['<log>\n<trace><string key="a" value="&file;"/></trace></log>', '2:36 broken XML: undefined entity'],
  ['<log>\n<trace>\n</log>', '3:6 broken XML: unexpected close tag'],
  ['<log>\n<trace>', '2:7 broken XML: unclosed tag: trace'],
  ['<log>\n<trace/></log><log/>', '2:19 broken XML: documents may contain only one root'],
  ['<log>\n<trace a=b/></log>', '2:10 broken XML: unquoted attribute value'],
  ['', '1:1 broken XML: document must contain a root element'],
  ['<pnml/>', '1:7 this XML is no XES log: <pnml>'],
  ['<log><event/></log>', '1:1 this log has no events'],
  [`<log>${'<list>'.repeat(64)}`, '1:389 elements lie too deep in each other'],
])('XML that is broken or not wanted: %j', (text, mistake) => {
  expect(read('port.xes', text)).toEqual({ said: [mistake] });
});

test.each([
  ['', '1:1 the file ends before its JSON does'],
  ['[]', '1:1 this is no JSON object'],
  ['{} {}', '1:1 this is no JSON object'],
  ['{"events": [', '1:1 the file ends before its JSON does'],
  ['{"events": [}', '1:1 broken JSON'],
  ['{"events": []]', '1:1 broken JSON'],
  ['{"events": [{}],}', '1:1 broken JSON'],
  ['{"events": [{},]}', '1:1 broken JSON'],
  ['{"events": [,{}]}', '1:1 broken JSON'],
  ['{"events": [] 7}', '1:1 broken JSON'],
  ['{"events" [] }', '1:1 broken JSON'],
  ['{"events": [\n{"type": "a",\n"time": }]}', '2:1 broken JSON'],
  ['{"a": 1 "b": 2}', '1:1 broken JSON'],
  ['{"a": "\\x"}', '1:1 broken JSON'],
  [`{"a": ${'['.repeat(100_000)}`, '1:1 values lie too deep in each other'],
  ['{"ocel:events": {}}', '1:1 this is OCEL 1: ocel:events'],
  ['{"objects": [{"id": "C1"}]}', '1:1 an object needs an id and a type'],
  ['{"events": []}', '1:1 this log has no objects'],
  ['{"objects": [{"id": "C1", "type": "box"}]}', '1:1 this log has no events'],
])('JSON that is broken or not wanted: %j', (text, mistake) => {
  expect(read('port.json', text)).toEqual({ said: [mistake] });
});

test('an object type that there is not', () => {
  const text = '{"objects": [{"id": "C1", "type": "consignment"}, {"id": "B", "type": "box"}]}';
  expect(read('port.json', text, { caseType: 'consigment' })).toEqual({
    said: ['1:1 no object has this type: consigment; consignment'],
  });
});

test('a column that is no event, and names that every object has', () => {
  const rows = Array.from({ length: 10_001 }, (_, id) => `C,event ${id}\n`).join('');
  expect(read('port.csv', `case,event\n${rows}`)).toEqual({ said: ['10002:1 too many different events'] });
  const log = right('port.csv', 'case,event,lifecycle\nconstructor,__proto__,\nconstructor,toString,constructor\n');
  expect(log.events).toEqual([{ name: '__proto__', kind: 'event' }]);
  expect(log.quality.otherTransitions).toEqual({ constructor: 1 });
  expect(logFormatOf('port.constructor')).toBeUndefined();
});

test('a row of very many quoted fields is read in no time', () => {
  const fields = '"",'.repeat(300_000);
  expect(read('port.csv', `case,event\n${fields}\n`)).toEqual({
    said: ['2:1 wrong number of fields: 300001', '1:1 too many rows cannot be read: 1/1'],
  });
});
