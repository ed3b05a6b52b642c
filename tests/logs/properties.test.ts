import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../../src/logs/bytes.ts';
import { CsvRows } from '../../src/logs/csv-rows.ts';
import { JsonCursor, type Key } from '../../src/logs/json-cursor.ts';
import { JsonParts } from '../../src/logs/json-parts.ts';
import { isObject, jsonValue, plainText } from '../../src/logs/json-value.ts';
import { TimeReader } from '../../src/logs/time-reader.ts';
import { read, rowsOf } from './read.ts';

/** A text, or its bytes, cut in two or more places, or in none. */
function cut<Text extends string | Uint8Array>(
  text: Text,
  places: readonly number[],
): readonly ReturnType<Text['slice']>[] {
  const at = [0, ...places.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  return at.slice(1).map((end, index) => text.slice(at[index], end) as ReturnType<Text['slice']>);
}

const places = fc.array(fc.nat(), { maxLength: 6 });
const field = fc.oneof(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ';', ' ') }), fc.string());

test('rows written by RFC 4180 are read as they were, however their text is cut', () => {
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, places, fc.constantFrom('\n', '\r\n'), fc.boolean(), (written, at, newline, endsWithNewline) => {
      const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const text = written.map((row) => row.map(quoted).join(',')).join(newline) + (endsWithNewline ? newline : '');
      const found: string[][] = [];
      const lines: number[] = [];
      const reader: CsvRows = new CsvRows('a.csv', ',', () => {
        found.push(Array.from({ length: reader.fields }, (_, place) => reader.field(place)));
        lines.push(reader.line);
        expect(reader.isWell).toBe(true);
      });
      for (const piece of cut(text, at)) reader.add(piece);
      reader.end();
      expect(found).toEqual(written);
      let line = 1;
      for (const [index, row] of written.entries()) {
        expect(lines[index]).toBe(line);
        line += row.join('').split('\n').length;
      }
    }),
  );
});

const keys: readonly Key[] = ['attributes', 'id', 'name', 'objectId', 'relationships', 'time', 'type', 'value'];

/** What is needed of a value: members of its objects that logs have, and what else there is as it stands in a table. */
function needed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(needed);
  if (!isObject(value)) return plainText(value);
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(value, key)).map((key) => [key, needed(value[key])]));
}

/** All that a cursor gives of the value that comes. */
function given(cursor: JsonCursor): unknown {
  if (cursor.isAtObject) {
    const members: Record<string, unknown> = {};
    cursor.members((key) => {
      members[key] = given(cursor);
    });
    return members;
  }
  if (!cursor.isAtArray) return cursor.text();
  const elements: unknown[] = [];
  cursor.elements(() => elements.push(given(cursor)));
  return elements;
}

test('parts of an object are those that JSON.parse finds, however its text is cut', () => {
  const key = fc.oneof(fc.constantFrom('id', 'type', 'time', 'ty'), fc.string({ unit: 'grapheme' }));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue({ maxDepth: 0 }),
      fc.string({ unit: 'grapheme' }),
      tie('list'),
      tie('object'),
    ),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  }));
  const object = fc.dictionary(key, value);
  fc.assert(
    fc.property(object, places, fc.constantFrom(undefined, 1, '\t'), (written, at, space) => {
      const found: [string, unknown][] = [];
      const cursor = new JsonCursor();
      const parts = new JsonParts('a.json', cursor, (member) => found.push([member, given(cursor)]));
      const text = JSON.stringify(written, null, space);
      for (const piece of cut(bytesOf(text), at)) parts.add(piece);
      parts.end();
      const parsed = JSON.parse(text) as Record<string, unknown>;
      expect(found).toEqual(
        Object.entries(parsed).flatMap(([member, all]) =>
          (Array.isArray(all) ? (all as unknown[]) : [all]).map((each) => [member, needed(each)]),
        ),
      );
    }),
  );
});

test('a text is taken for an object with parts only if JSON.parse takes it for an object', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"b":',
        '"id":',
        '[1]',
        '{}',
        '1',
        '-',
        '.',
        'e',
        '0',
        'true',
        '\\u',
        ' ',
        '\n',
        '"',
        '\\',
      ),
      {
        maxLength: 12,
      },
    )
    .map((tokens) => `{${tokens.join('')}`);
  fc.assert(
    fc.property(text, (written) => {
      const parts = new JsonParts('a.json', new JsonCursor(), () => undefined);
      let isTaken = true;
      try {
        parts.add(bytesOf(written));
        parts.end();
      } catch {
        isTaken = false;
      }
      expect(isTaken).toBe(isObject(jsonValue(written)));
    }),
    { numRuns: 2000 },
  );
});

test('times are those of the calendar of the machine, in each way to write them', () => {
  const years = { min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true };
  fc.assert(
    fc.property(
      fc.date(years),
      fc.integer({ min: -1439, max: 1439 }),
      fc.constantFrom('T', ' '),
      (date, zone, separator) => {
        const here = new Date(date.getTime() + zone * 60_000).toISOString().slice(0, -1).replace('T', separator);
        fc.pre(/^\d{4}-/.test(here));
        const two = (value: number): string => String(value).padStart(2, '0');
        const sign = zone < 0 ? '-' : '+';
        const hours = two(Math.floor(Math.abs(zone) / 60));
        const times = new TimeReader(0);
        for (const written of [
          `${sign}${hours}:${two(Math.abs(zone) % 60)}`,
          `${sign}${hours}${two(Math.abs(zone) % 60)}`,
        ])
          expect(times.read(here + written)).toBeCloseTo(date.getTime() / 60_000, 5);
        expect(times.zone).toBe(zone);
        // What has no zone is told by the local clock; with other dates too.
        const local = new TimeReader(zone);
        const slashed = here.replace(/-0?(\d+)-0?(\d+)/u, '/$1/$2');
        for (const written of [here, slashed, here.replace('-', '.').replace('-', '.')])
          expect(local.read(written)).toBeCloseTo(date.getTime() / 60_000, 5);
        expect(local.forms.local).toBe(3);
        expect(local.yearFirst).toBe(2);
        expect(times.read(date.toISOString())).toBeCloseTo(date.getTime() / 60_000, 5);
        expect(times.read(date.toISOString().slice(0, 10))).toBe(Math.floor(date.getTime() / 86_400_000) * 1440);
      },
    ),
  );
});

test.each([
  '',
  '2017',
  '2017-3-6',
  '2017-02-29',
  '2017-13-01',
  '2017-03-06T',
  '2017-03-06T24:00',
  '2017-03-06T08',
  '2017-03-06T08:60',
  '2017-03-06T08:00:',
  '2017-03-06T08:00:60',
  '2017-03-06T08:00:00.',
  '2017-03-06T08:00Zx',
  '2017-03-06T08:00+8',
  '2017-03-06T08:00+24:00',
  '2017-03-06T08:00+08:60',
  '2017-03-06T08:00+08:000',
  '2017-03-06X08:00',
  '2017-03-06\u000008:00',
  '06/03/2017',
  '17/3/6',
  '2017/3-6',
  '2017/13/1',
  '2017/2/29 8:00',
  '2017/3/6 8',
  '2017/003/06',
  '1488787200',
])('%j is no time', (text) => {
  expect(new TimeReader(0).read(text)).toBeNaN();
});

test('a log of any names gives them back, from a table as from XML', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /^[^\p{Cc}\p{Cs}\p{Cn}]*\S$/u.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name), { minLength: 1 }), fc.nat(40), (rows, bytes) => {
      const csv = ['case,event', ...rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))];
      const escaped = (text: string): string =>
        text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&#34;');
      const xes = rows.map(
        ([of, event]) =>
          `<trace><string key="concept:name" value="${escaped(of)}"/><event><string key="concept:name" value="${escaped(event)}"/></event></trace>`,
      );
      const told = [
        read('a.csv', csv.join('\n'), { bytes: bytes + 1 }),
        read('a.xes', `<log>${xes.join('')}</log>`, { bytes: bytes + 1 }),
      ].map((each) => ('log' in each ? rowsOf(each.log) : each.said));
      expect(told[0]).toEqual(told[1]);
      expect(told[0]).toHaveLength(rows.length);
    }),
  );
});
