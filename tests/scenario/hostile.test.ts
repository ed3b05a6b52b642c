import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { wrong, verbatim } from '../../src/base/index.ts';
import { DraftReader, sectionNames, topKeys } from '../../src/scenario/read-draft.ts';
import { decodeText } from '../../src/notation/index.ts';
import { example, parse } from './told.ts';

/** Where the scalars of a text stand, keys included. */
function scalarsOf(text: string): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  visit(parseDocument(text), {
    Scalar(_, node) {
      if (isScalar(node) && node.range) ranges.push([node.range[0], node.range[1]]);
    },
  });
  return ranges;
}

/** What may stand anywhere: any double, any text in quotes, raw text, and words that mean something to JavaScript. */
const anything = fc.oneof(
  fc.double().map(String),
  fc.string().map((text) => JSON.stringify(text)),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.stringMatching(/^[ -~]{0,30}$/),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '.nan',
    '-.inf',
    '1e308',
    '1e-320',
    '9007199254740993',
    'null',
    'true',
    '~',
    '""',
    '[]',
    '{}',
    '{__proto__: {polluted: 1}}',
    '{is: {is: 1}}',
    '*a',
    '&a b',
    '!!binary aGk=',
    '-0',
    '1e999 h',
  ),
);

test.each([
  ['mm3', 100],
  ['two-lanes', 100],
  ['customs-network', 100],
  ['sea-import-2017', 30],
])('any value in any place of %s gives a scenario or mistakes with places, never an exception', (name, numRuns) => {
  const text = example(name);
  const scalars = scalarsOf(text);
  expect(scalars.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(fc.constantFrom(...scalars), anything, ([from, to], value) => {
      const parsed = parse(text.slice(0, from) + value + text.slice(to));
      if (parsed.ok) expect(parsed.value.base.name).toBeTypeOf('string');
      else
        for (const { place, message } of parsed.wrong)
          expect([message, place?.line]).toEqual([message, expect.any(Number)]);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }),
    { numRuns },
  );
});

test('any data in any section is read or refused', () => {
  const keys = fc.constantFrom(...topKeys);
  const inner = fc.constantFrom(
    'is',
    'by',
    'share',
    'of',
    'takes',
    'needs',
    'count',
    'every',
    'vessels',
    'consignments',
    'week',
    'from',
    'to',
    'within',
    'perDay',
    'after',
    'set',
    'name',
    'otherwise',
    'a',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(inner, fc.string()), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(
      fc.dictionary(
        keys,
        fc.oneof(value, fc.dictionary(fc.oneof(inner, fc.string()), value, { maxKeys: 3, noNullPrototype: true })),
        { maxKeys: 6, noNullPrototype: true },
      ),
      (plain) => {
        const { draft, mistakes } = new DraftReader(() => wrong(verbatim('no files'))).read(plain);
        for (const section of sectionNames)
          for (const [, entry] of draft[section]) expect(entry === undefined || typeof entry === 'object').toBe(true);
        expect(
          mistakes.every(({ path, message }) => Array.isArray(path) && message.en !== '' && message.zh !== ''),
        ).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('any bytes are text or a mistake with a place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeText(bytes, 'x');
      if (!decoded.ok) expect(decoded.wrong[0]?.place?.line).toBeGreaterThan(0);
      // Up to the bad byte all is good; with the rest of its character it is not, unless the file ends in the middle of one.
      const [mistake] = decoded.ok ? [] : decoded.wrong;
      if (mistake?.code === 'not-utf8') {
        const offset = Number(/offset (\d+)/u.exec(mistake.message.en)?.[1]);
        expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, offset))).toBeTypeOf(
          'string',
        );
        expect(() =>
          new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, offset + 4), {
            stream: offset + 4 < bytes.length,
          }),
        ).toThrow(TypeError);
      }
    }),
    { numRuns: 300 },
  );
});

test('a long file takes no longer than its length', () => {
  const entries = Array.from({ length: 8000 }, (_, index) => `  delay${index}: 1 h\n`).join('');
  const begun = performance.now();
  const parsed = parse(`${example('mm3')}delays:\n${entries}`);
  expect(parsed.ok ? 0 : parsed.wrong.length).toBe(100);
  expect(performance.now() - begun).toBeLessThan(5000);
});
