import { expect, test } from 'vitest';
import { pointed } from '../../src/tui/pointed.ts';

test('a pointer stops at the ends, goes over pages where there are some, and stays at 0 of nothing', () => {
  const five = { at: 2, count: 5, page: 3 };
  expect((['down', 'up', 'first', 'last', 'pageDown', 'pageUp'] as const).map((each) => pointed(each, five))).toEqual([
    3, 1, 0, 4, 4, 0,
  ]);
  expect(pointed('down', { at: 4, count: 5 })).toBe(4);
  expect(pointed('down', { at: -1, count: 5 })).toBe(0);
  expect(pointed('last', { at: 0, count: 0 })).toBe(0);
});

test('what moves no pointer is left to the place', () => {
  expect([pointed('open', { at: 0, count: 5, page: 3 }), pointed('pageDown', { at: 0, count: 5 })]).toEqual([
    undefined,
    undefined,
  ]);
});
