import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pending } from '../../src/logs/pending.ts';
import { plainTrace, type PlainTrace } from '../../src/logs/plain-trace.ts';
import { stringOf } from '../../src/logs/span.ts';
import { Words } from '../../src/logs/words.ts';
import { read } from './read.ts';

function plain(text: string): PlainTrace | undefined {
  const pending = new Pending();
  pending.add(new TextEncoder().encode(`${text}</trace>`));
  return plainTrace(pending, { line: 7, wanted: ['credit'], words: new Words() });
}

test('what nearly all traces are is read without a parser', () => {
  const found = plain(
    '\n<string key="credit" value="good"/>\r\n\t<event>\n<date key="time:timestamp" value="2017-03-06"/><string key="concept:name" value="放行"/></event> ',
  );
  expect(found).toMatchObject({ lines: 3, column: 95, trace: { name: '', attributes: ['good'] } });
  const [event] = found?.trace.events ?? [];
  expect(event).toMatchObject({ name: '放行', transition: '', line: 9, attributes: [] });
  expect(typeof event?.time === 'object' ? stringOf(event.time) : event?.time).toBe('2017-03-06');
});

test.each([
  '<event>',
  '</event>',
  '<event/>',
  '<event key="a" value="b"/>',
  '<event><event></event></event>',
  'text',
  '<!-- -->',
  '<string key="a" value="&#97;"/>',
  '<string key="a" value="a\nb"/>',
  '<string key="a" value="𐐷"/>',
  "<string key='a' value='b'/>",
  '<string value="b" key="a"/>',
  '<string key="a" value="b">',
  '<string key="a" value="<"/>',
  '<string  key="a" value="b"/>',
  '\r<string key="a" value="b"/>',
])('what is not so plain is for the parser: %j', (text) => {
  expect(plain(text)).toBeUndefined();
});

test('a log says the same, right or wrong, whether its traces are given to the parser or not', () => {
  const values = ['a', '2017-03-06T08:00:00Z', 'complete', '&lt;', '', '>', '𐐷', '\u0001', '\n'];
  const attributes = ['concept:name', 'time:timestamp', 'lifecycle:transition', 'credit'].flatMap((key) =>
    values.map((value) => `<string key="${key}" value="${value}"/>`),
  );
  const piece = fc.oneof(
    fc.constantFrom(...attributes),
    fc.constantFrom('<event>', '</event>', '<event/>', '\n', '\r\n', '\t', 'x', '&amp;', '&lost;', '<!-- </trace> -->'),
    fc.constantFrom(
      '<a>',
      '</a>',
      '<list key="concept:name" value="l"><string key="concept:name" value="in it"/></list>',
      '<string key="a" key="b"/>',
      '<date key="time:timestamp" value="2017-03-06" />',
    ),
  );
  const event = fc
    .tuple(fc.constantFrom('a', 'b', '放行'), fc.constantFrom('\n', '\r\n', ''))
    .map(([name, line]) => `<event>${line}<string key="concept:name" value="${name}"/>${line}</event>`);
  const body = fc.array(fc.oneof({ weight: 20, arbitrary: event }, { weight: 1, arbitrary: piece }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 300 }), (bodies, bytes) => {
      const log = (begin: string): string =>
        `<log>${bodies.map((pieces) => `${begin}\n${pieces.join('')}\n</trace>`).join('')}</log>`;
      const wish = { attributes: ['credit'], bytes };
      expect(read('a.xes', log('<trace>'), wish)).toEqual(read('a.xes', log('<trace><!---->'), wish));
    }),
    { numRuns: 300 },
  );
});
