import { describe, expect, test } from 'vitest';
import { changed, example, parse, told } from './told.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const units = 'expected a unit s, min, h, d or weeks, as in 90 s, 12 min, 1.5 h, 3 d, 2 weeks';

describe('a file that is no text', () => {
  test('not UTF-8, as Chinese office tools may save it', () => {
    const gbk = new Uint8Array([...bytes('# 海运进口\nname: '), 0xc9, 0xcf, 0xba, 0xa3, 0x0a]);
    expect(told(parse(gbk))).toEqual([
      'my.yaml:2:7 this file is not UTF-8: byte 0xC9 at offset 21; expected UTF-8: save the file as UTF-8',
    ]);
    expect(told(parse(new Uint8Array([0xff, 0xfe, 0x61, 0x00])))).toEqual([
      'my.yaml:1:1 this file is not UTF-8: byte 0xFF at offset 0; expected UTF-8: save the file as UTF-8',
    ]);
    expect(told(parse(new Uint8Array([...bytes('name: a'), 0xe6, 0xb5])))).toEqual([
      'my.yaml:1:8 this file is not UTF-8: byte 0xE6 at offset 7; expected UTF-8: save the file as UTF-8',
    ]);
  });

  test('control characters', () => {
    expect(told(parse('name: a\nsource: b\u0000c\n'))).toEqual([
      'my.yaml:2:10 this file holds a control character; found U+0000; expected plain text',
    ]);
  });

  test('9 MiB', () => {
    expect(told(parse(new Uint8Array(9 * 1024 * 1024)))).toEqual([
      'my.yaml:1:1 this file is too large; found 9.0 MiB; expected at most 1 MiB',
    ]);
  });

  test('byte order mark, CRLF and a missing last newline are nothing wrong', () => {
    const text = example('mm3').trimEnd();
    expect(told(parse(`\uFEFF${text}`))).toEqual([]);
    expect(told(parse(text.replaceAll('\n', '\r\n')))).toEqual([]);
    expect(told(parse(`\uFEFF${text.replaceAll('\n', '\r\n')}`.replace('officers: 3', 'officers: 0')))).toEqual([
      'my.yaml:12:13 there must be at least one unit; found 0; expected 1 to 1000000',
    ]);
  });
});

describe('a file that is no YAML', () => {
  test('tab indent', () => {
    expect(told(parse('name: x\nrun:\n\thorizon: 5 h\n'))).toEqual([
      'my.yaml:3:1 this line is indented with a tab; expected spaces',
    ]);
  });

  test('duplicate key', () => {
    expect(told(parse(`${example('mm3')}resources: {officers: 4}\n`))).toEqual([
      'my.yaml:14:1 "resources" is given twice; found resources; expected one of them; the first stands at 11:1',
    ]);
  });

  test('a colon too many, a bracket too few', () => {
    expect(told(parse('name: a: b\n'))).toEqual([
      'my.yaml:1:7 a colon and a space begin a value, and one has begun already; found name: a: b; expected a text that holds ": " in quotes, a map within a map on lines of its own',
    ]);
    expect(told(parse('name: x\nresources: {officers: 3\n'))).toEqual([
      'my.yaml:3:1 this is no YAML: flow map in block collection must be sufficiently indented and end with a }',
    ]);
  });

  test('tags, directives, merge keys, several documents, reserved words', () => {
    expect(told(parse('name: !!js/function "process.exit(9)"\n'))).toEqual([
      'my.yaml:1:7 a file has no tags; found !!js/function; expected a plain value',
    ]);
    expect(told(parse('%YAML 1.1\n---\nname: no\n'))).toEqual([
      'my.yaml:1:1 a file has no directives; found %YAML 1.1; expected YAML 1.2 without a line %',
    ]);
    expect(told(parse('a: &a {b: 1}\nc: {<<: *a}\n'))).toEqual([
      'my.yaml:2:5 a file has no merge keys; found <<; expected the entries themselves',
    ]);
    expect(told(parse(`${example('mm3')}---\nname: y\n`))).toEqual([
      'my.yaml:14:1 this file holds several documents; expected one document, without a line ---',
    ]);
    expect(told(parse(`${example('mm3')}__proto__: {polluted: 1}\n`))).toEqual([
      'my.yaml:14:1 "__proto__" is a reserved word; found __proto__; expected another name',
    ]);
  });

  test('numbers that are not what they seem', () => {
    for (const odd of ['010', '.inf', '.nan', '0x1F', '0o17', '1e999', '9007199254740993']) {
      expect(changed('mm3', 'officers: 3', `officers: ${odd}`)).toEqual([
        `my.yaml:12:13 this number is not what it seems; found ${odd}; expected a decimal number, or text in quotes`,
      ]);
    }
  });

  test('nothing, or something else than a scenario', () => {
    expect(told(parse(''))).toEqual([
      'my.yaml:1:1 this file says nothing; expected a scenario: name, flow, arrivals, run and what the flow needs',
    ]);
    expect(told(parse('- a'))).toEqual([
      'my.yaml:1:1 this is no scenario; found - a; expected a map: name, flow, arrivals, run and what the flow needs',
    ]);
    expect(told(parse('name: x'))).toEqual([
      'my.yaml:1:1 flow is missing; expected flow: the name of a built-in flow, a machine, or the path of a machine file',
      'my.yaml:1:1 run is missing; expected run: {horizon: 12 weeks}',
      'my.yaml:1:1 arrivals is missing; expected arrivals: {consignments: {every: exponential(10 min)}}',
    ]);
  });
});

describe('a file meant to do harm is refused within a second', () => {
  const quickly = (given: string | Uint8Array): readonly string[] => {
    const begun = performance.now();
    const lines = told(parse(given));
    expect(performance.now() - begun).toBeLessThan(1000);
    return lines;
  };

  test('alias bomb', () => {
    const bomb = Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(',')}]\n`,
    );
    expect(quickly(`a0: &a0 [x]\n${bomb.join('')}`)).toEqual([
      'my.yaml:1:1 the aliases of this file unfold into too much; expected at most 100 uses',
    ]);
    expect(quickly(`a: &a x\nb: [${Array.from({ length: 101 }, () => '*a').join(', ')}]\n`)).toEqual([
      'my.yaml:2:405 this file uses too many aliases; expected at most 100 uses',
    ]);
  });

  test('100,000 nested brackets, lists or maps', () => {
    expect(quickly(`a: ${'['.repeat(100_000)}`)).toEqual([
      'my.yaml:1:68 this is nested too deeply; expected at most 64 levels',
    ]);
    expect(quickly(`a: ${'{b: '.repeat(100_000)}`)).toEqual([
      'my.yaml:1:260 this is nested too deeply; expected at most 64 levels',
    ]);
    expect(quickly(`${'- '.repeat(100_000)}a`)).toEqual([
      'my.yaml:1:1 this is nested too deeply; expected at most 64 levels',
    ]);
    expect(quickly(Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'))).toEqual([
      'my.yaml:130:1 this is nested too deeply; expected at most 64 levels',
    ]);
  });

  test('brackets in quotes are no nesting', () => {
    expect(told(parse(example('mm3').replace('name: M/M/3', `name: "${'['.repeat(100)}"`)))).toEqual([]);
  });

  test('choices within choices multiply', () => {
    const choice = (depth: number): string => (depth === 0 ? '1' : `{by: class, otherwise: ${choice(depth - 1)}}`);
    expect(quickly(example('priority-review').replace('{by: class, high: 1, low: 0}', choice(40)))).toEqual([
      'my.yaml:12:75 this choice has too many cases; found {by: class, otherwise: {by: class, otherwise: {by: class,...; expected at most 10000',
    ]);
  });
});

describe('a value that cannot be', () => {
  test('unknown key', () => {
    expect(changed('mm3', 'takes:', 'take:')).toEqual([
      'my.yaml:10:30 there is no key "take" here; found take; expected needs, takes, holds or priority; nearest takes',
    ]);
  });

  test('wrong unit', () => {
    expect(changed('mm3', '5000 h', '5000 hours')).toEqual([
      `my.yaml:13:16 "hours" is no unit of time; found 5000 hours; ${units}; nearest h`,
    ]);
    expect(changed('mm3', '22.5 min', '22.5 minutes')).toEqual([
      `my.yaml:10:37 "minutes" is no unit of time; found exponential(22.5 minutes); ${units}; nearest min`,
    ]);
  });

  test('number without unit', () => {
    expect(changed('mm3', '5000 h', '5000')).toEqual([`my.yaml:13:16 a duration needs a unit; found 5000; ${units}`]);
    expect(changed('sea-import-2017', '20 CNY', '20')).toEqual([
      'my.yaml:34:21 an amount of money needs its currency; found 20; expected a number and a currency in three capital letters, as in 20 CNY; nearest 20 CNY',
    ]);
  });

  test('share above 100 %', () => {
    expect(changed('customs-network', '20 %', '120 %')).toEqual([
      'my.yaml:15:26 a share is at most 100 %; found 120 %; expected a share from 0 % to 100 %, as in 12 % or 0.12',
    ]);
    expect(changed('customs-network', '20 %', '20')).toEqual([
      'my.yaml:15:26 a share without % lies between 0 and 1; found 20; expected a share from 0 % to 100 %, as in 12 % or 0.12; nearest 20 %',
    ]);
  });

  test('shares that do not sum to 100 %', () => {
    expect(changed('customs-network', 'high: 30 %', 'high: 40 %')).toEqual([
      'my.yaml:13:10 the shares sum to 110 %; found {high: 40 %, low: 70 %}; expected shares that sum to 100 %',
    ]);
  });

  test('a comma inside braces', () => {
    expect(
      changed('customs-network', 'lognormal(mean 66.6666667 min cv 0.5)', 'lognormal(mean 66.6666667 min, cv 0.5)'),
    ).toEqual([
      'my.yaml:19:42 inside braces a comma ends the entry; found lognormal(mean 66.6666667 min, cv 0.5); expected a distribution without commas, or in quotes; nearest lognormal(mean 66.6666667 min cv 0.5)',
    ]);
    // Outside braces, and in quotes, a comma does no harm.
    expect(changed('sea-import-2017', 'lognormal(mean 8.3 h cv 0.5)', 'lognormal(mean 8.3 h, cv 0.5)')).toEqual([]);
    expect(changed('mm3', 'exponential(22.5 min)', '"uniform(1 min, 2 min)"')).toEqual([]);
  });

  test('a resource with 0 capacity', () => {
    expect(changed('mm3', 'officers: 3', 'officers: 0')).toEqual([
      'my.yaml:12:13 there must be at least one unit; found 0; expected 1 to 1000000',
    ]);
  });

  test('a horizon before the warm-up', () => {
    expect(changed('mm3', '5000 h', '100 h')).toEqual([
      'my.yaml:13:31 nothing is left to count: the run ends before its warm-up does; found 200 h; expected a warm-up shorter than the horizon',
    ]);
  });
});

describe('a name that means nothing', () => {
  test('unknown flow', () => {
    expect(changed('sea-import-2017', 'flow: sea-import ', 'flow: sea-inport ')).toEqual([
      'my.yaml:2:7 there is no flow "sea-inport"; found sea-inport; expected sea-import, a machine written in place, or the path of a machine file; nearest sea-import',
    ]);
  });

  test('guard without definition', () => {
    expect(changed('customs-network', 'guard: sampleTaken', 'guard: sampelTaken')).toEqual([
      'my.yaml:6:61 the guard "sampelTaken" is not defined; found sampelTaken; expected selectedForInspection, sampleTaken, class, papersBeginAtDeparture or releaseNeedsYard, or an entry "sampelTaken" under measures, chances, conditions or attributes; nearest sampleTaken',
    ]);
  });

  test('activity without definition', () => {
    expect(changed('customs-network', 'src: documentReview', 'src: documentReveiw')).toEqual([
      'my.yaml:5:28 the activity "documentReveiw" is not defined; found documentReveiw; expected documentReview, inspection or laboratoryTest, or an entry "documentReveiw" under activities; nearest documentReview',
    ]);
  });

  test('delay, resource and calendar without definition', () => {
    expect(changed('customs-network', '  payment: exponential', '  payments: exponential')).toEqual([
      'my.yaml:8:23 the delay or deadline "payment" is not defined; found payment; expected payments, or an entry "payment" under delays or deadlines; nearest payments',
    ]);
    expect(changed('mm3', 'needs: officers', 'needs: officer')).toEqual([
      'my.yaml:10:20 the resource "officer" is not defined; found officer; expected officers, or an entry "officer" under resources; nearest officers',
    ]);
    expect(changed('sea-import-2017', 'calendar: office', 'calendar: ofice')).toEqual([
      'my.yaml:27:37 the calendar "ofice" is not defined; found ofice; expected office, or an entry "ofice" under calendars; nearest office',
    ]);
  });

  test('misspelt key in a machine', () => {
    expect(changed('customs-network', 'onDone: payment', 'onDon: payment')).toEqual([
      'my.yaml:7:48 not a word of the dialect; found onDon; expected src, id or onDone; nearest onDone',
    ]);
    expect(changed('customs-network', '{guard: selectedForInspection', '{gaurd: selectedForInspection')).toEqual([
      'my.yaml:5:54 not a word of the dialect; found gaurd; expected target, guard, actions, reenter, description or meta; nearest guard',
    ]);
  });

  test('a definition that nothing uses', () => {
    expect(changed('two-lanes', 'conditions: {}', 'conditions: {hasPermit: {pickupPermit: true}}')).toEqual([
      'my.yaml:28:14 nothing uses the condition "hasPermit"; found hasPermit; expected a name that the flow or another entry asks for',
    ]);
  });
});

test('all mistakes of a file come at once, in the order of their places', () => {
  const text = example('customs-network')
    .replace('20 %', '120 %')
    .replace('cv 0.5', 'cw 0.5')
    .replace('seed: network', 'sed: network')
    .replace('count: 3', 'count: 0')
    .replace('src: laboratoryTest', 'src: labTest');
  expect(told(parse(text)).map((line) => line.split(';')[0])).toEqual([
    'my.yaml:7:32 the activity "labTest" is not defined',
    'my.yaml:15:26 a share is at most 100 %',
    'my.yaml:19:42 "cw" is no parameter of lognormal',
    'my.yaml:24:21 there must be at least one unit',
    'my.yaml:27:40 there is no key "sed" here',
  ]);
});
