import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brokenRules } from './architecture/broken-rules.ts';
import { oneSidedLabels } from './architecture/one-sided-labels.ts';
import type { SourceFile } from './architecture/read-source.ts';
import { rooms } from './architecture/rooms.ts';

const files: readonly SourceFile[] = globSync('src/**/*.{ts,tsx}').map((path) => ({
  file: path.replaceAll('\\', '/'),
  text: readFileSync(path, 'utf8'),
}));

test('all files of src were seen', () => {
  expect(files.length).toBeGreaterThan(100);
});

test('the house is in order', () => {
  expect(brokenRules(files)).toEqual([]);
});

// A house in order, in which each of the following tests does one thing wrong.
const house: readonly SourceFile[] = Object.keys(rooms).map((room) => ({
  file: `src/${room}/index.ts`,
  text: 'export const it = 1;',
}));

function afterAdding(...added: readonly SourceFile[]): readonly string[] {
  return brokenRules([...house, ...added]);
}

test('a house in order breaks no rule', () => {
  expect(brokenRules(house)).toEqual([]);
});

test('a room knows only rooms below it, types and dynamic imports included', () => {
  expect(afterAdding({ file: 'src/engine/clock.ts', text: `import { it } from '../flows/index.ts';` })).toEqual([
    'src/engine/clock.ts:1 engine (rank 3) must not know flows (rank 3): a room knows only those below it',
  ]);
  for (const text of [
    `import type { it } from '../tui/index.ts';`,
    `import '../tui/index.ts';`,
    `export { it } from '../tui/index.ts';`,
    `export type { it } from '../tui/index.ts';`,
    `export * from '../tui/index.ts';`,
    `const tui = await import('../tui/index.ts');`,
    `export type It = import('../tui/index.ts').It;`,
  ]) {
    expect(afterAdding({ file: 'src/report/table.ts', text })).toEqual([
      'src/report/table.ts:1 report (rank 9) must not know tui (rank 10): a room knows only those below it',
    ]);
  }
});

test('the library shows no screen', () => {
  expect(afterAdding({ file: 'src/index.ts', text: `export { it } from './report/index.ts';` })).toEqual([]);
  expect(afterAdding({ file: 'src/index.ts', text: `export type { It } from './report/it.ts';` })).toEqual([]);
  expect(afterAdding({ file: 'src/index.ts', text: `export { it } from './tui/index.ts';` })).toEqual([
    'src/index.ts:1 the library (rank 10) must not know tui (rank 10): a room knows only those below it',
  ]);
});

test('another room is entered by its door', () => {
  expect(afterAdding({ file: 'src/engine/clock.ts', text: `\nimport { it } from '../base/time.ts';` })).toEqual([
    'src/engine/clock.ts:2 goes into base by the window (src/base/time.ts): the door is src/base/index.ts',
  ]);
  expect(afterAdding({ file: 'src/engine/clock.ts', text: `import notes from '../../docs/notes.ts';` })).toEqual([
    'src/engine/clock.ts:1 reaches for docs/notes.ts, which is in no room',
  ]);
});

test('a package is imported by its owners alone', () => {
  expect(afterAdding({ file: 'src/engine/clock.ts', text: `import { setup } from 'xstate';` })).toEqual([
    'src/engine/clock.ts:1 imports xstate, which belongs to flows and compile alone',
  ]);
  expect(afterAdding({ file: 'src/report/save.ts', text: `import { writeFileSync } from 'node:fs';` })).toEqual([
    'src/report/save.ts:1 imports node:fs, which belongs to cli and src/experiment/worker.ts alone',
  ]);
  expect(afterAdding({ file: 'src/report/save.ts', text: `import pad from '@left/pad/deep';` })).toEqual([
    'src/report/save.ts:1 imports @left/pad/deep, a package that belongs to no room yet',
  ]);
  expect(
    afterAdding({ file: 'src/experiment/worker.ts', text: `import { workerData } from 'node:worker_threads';` }),
  ).toEqual([]);
});

test('files do not import each other in a circle, except for types', () => {
  const there = { file: 'src/engine/there.ts', text: `import './back.ts';` };
  expect(afterAdding(there, { file: 'src/engine/back.ts', text: `import './there.ts';` })).toEqual([
    'import each other in a circle: src/engine/back.ts -> src/engine/there.ts -> src/engine/back.ts',
  ]);
  expect(afterAdding(there, { file: 'src/engine/back.ts', text: `import type { There } from './there.ts';` })).toEqual(
    [],
  );
});

test.each([
  ['const area = side ** 2;', '**'],
  ['area **= 2;', '**'],
  ['const area = Math.pow(side, 2);', 'Math.pow'],
  ["const area = Math['pow'](side, 2);", 'Math.pow'],
  ['const luck = globalThis.Math.random();', 'Math.random'],
  ['const draw = Math.random;', 'Math.random'],
  ['const { random } = Math;', 'Math.random'],
  ['const now = new Date();', 'Date'],
  ['const now = globalThis.Date.now();', 'Date'],
  ['const now = performance.now();', 'performance'],
  ['process.exit(1);', 'process'],
  ["const text = new Intl.NumberFormat('en');", 'Intl'],
])('what is not repeatable is found: %s', (text, word) => {
  const found = afterAdding({ file: 'src/statistics/spread.ts', text });
  expect(found).not.toEqual([]);
  expect(found.every((sentence) => sentence.startsWith('src/statistics/spread.ts:1 ') && sentence.includes(word))).toBe(
    true,
  );
});

test('the command line has a clock, but no luck of its own', () => {
  expect(afterAdding({ file: 'src/cli/main.ts', text: 'const now = new Date();' })).toEqual([]);
  expect(afterAdding({ file: 'src/cli/main.ts', text: 'const luck = Math.random();' })).not.toEqual([]);
});

test('words in comments, texts and names of members are no offence', () => {
  const text = `// Math.random, 2 ** 3\nexport const law = { Date: 'Math.pow' };\nexport const day = law.Date;`;
  expect(afterAdding({ file: 'src/customs/law.ts', text })).toEqual([]);
});

test('files have names in kebab-case and stand in a room', () => {
  expect(afterAdding({ file: 'src/engine/EventList.ts', text: '' })).toEqual([
    "src/engine/EventList.ts: a file's name is lower case with hyphens, such as due-day.ts",
  ]);
  expect(afterAdding({ file: 'src/utils/pad.ts', text: '' })).toEqual([
    `src/utils/pad.ts stands in no room: ${Object.keys(rooms).join(', ')}`,
  ]);
});

test('an empty room and an unreadable file are not passed over', () => {
  expect(brokenRules(house.filter(({ file }) => file !== 'src/tui/index.ts'))).toEqual([
    'src/tui is empty: nothing was checked there',
  ]);
  expect(afterAdding({ file: 'src/engine/clock.ts', text: 'const = ;' })).toEqual([
    expect.stringMatching(/^src\/engine\/clock\.ts cannot be read: /),
  ]);
});

test('whatever is told is told in both languages', () => {
  expect(files.flatMap(oneSidedLabels)).toEqual([]);
  const told = (text: string): readonly string[] => oneSidedLabels({ file: 'src/a.ts', text });
  expect(told("const a = { en: 'this is no name', zh: 'this is no name' };")).toEqual([
    "src/a.ts:1 no Chinese for 'this is no name'",
  ]);
  expect(told("const a = verbatim('this is no name');")).toEqual([
    "src/a.ts:1 a sentence in English only: 'this is no name'",
  ]);
  expect(told("const a = { en: 'it is no name', zh: `不是名称, 应为 ${b}` };")).toEqual([
    "src/a.ts:1 English punctuation in '不是名称, 应为 ○'",
  ]);
  expect(told("const a = [verbatim('run: {horizon: 12 weeks}'), { en: 'no name', zh: '无名' }];")).toEqual([]);
});
