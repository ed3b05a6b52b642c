import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellsOf } from '../../src/report/index.ts';
import { keyTable } from '../../src/tui/index.ts';
import { commandOf, keyName } from '../../src/tui/keys.ts';

const pressed = {
  ctrl: false,
  shift: false,
  tab: false,
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageUp: false,
  pageDown: false,
  return: false,
  backspace: false,
  delete: false,
  home: false,
  end: false,
  escape: false,
};

test('no key has two meanings in one place, none is given twice to all', () => {
  for (const context of new Set(keyTable.map((row) => row.context))) {
    const all = keyTable.filter((row) => row.context === context).flatMap((row) => row.keys);
    expect(new Set(all).size, context).toBe(all.length);
  }
});

test('labels fit in both languages', () => {
  for (const { label } of keyTable) {
    for (const text of [label.en, label.zh]) {
      expect(text).not.toBe('');
      expect(cellsOf(text)).toBeLessThanOrEqual(14);
    }
  }
});

test('keys find their command where they act', () => {
  expect(commandOf('j', 'compare')).toBe('down');
  expect(commandOf('s', 'compare')).toBe('sort');
  expect(commandOf('q', 'compare')).toBe('quit');
  expect(commandOf('€', 'compare')).toBeUndefined();
});

test('key presses have names', () => {
  expect(keyName('', { ...pressed, downArrow: true })).toBe('Down');
  expect(keyName('c', { ...pressed, ctrl: true })).toBe('Ctrl-c');
  expect(keyName('', { ...pressed, tab: true, shift: true })).toBe('Shift-Tab');
  expect(keyName(' ', pressed)).toBe('Space');
  expect(keyName('\r', { ...pressed, return: true })).toBe('Enter');
  expect(keyName('S', { ...pressed, shift: true })).toBe('S');
});

test('the page of the reference lists the key table, no more and no less', () => {
  const page = readFileSync(new URL('../../docs/reference/screens.md', import.meta.url), 'utf8');
  const rows = keyTable.map(
    (row) =>
      `| ${row.keys.map((key) => `\`${key}\``).join(' ')} | ${row.context} | ${row.label.en} | ${row.label.zh} |`,
  );
  const listed = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(listed).toEqual(rows);
});

test('the page of the reference shows the screen as it is', () => {
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../../docs/reference/screens.md')).toContain(read('./golden/compare-80x24-en.txt'));
});
