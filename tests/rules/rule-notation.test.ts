import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimKeys } from '../../src/rules/claim-language.ts';
import { readRules, rule, type RuleNotation } from '../../src/rules/index.ts';
import { seaImportRules } from '../../src/rules/sea-import.ts';

/** Files of rules: the book that ships, those of services, and what documents show. */
const books: readonly string[] = [
  seaImportRules,
  ...readdirSync('scenarios/rules').map((name) => readFileSync(`scenarios/rules/${name}`, 'utf8')),
  readFileSync('docs/reference/logs/port-rules.yaml', 'utf8'),
  ...['README.md', 'docs/reference/rules.md'].flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/^```yaml\n(.*?)^```/gmsu)]
      .map(([, text = '']) => text)
      .filter((text) => /^rules:/mu.test(text)),
  ),
  // What the table of claims shows, one rule for each claim.
  `rules:\n${[...readFileSync('docs/reference/rules.md', 'utf8').matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gmu)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+): ([^`]+)`/gu)])
    .filter(([, key = '']) => claimKeys.includes(key))
    .map(([, key = '', value = ''], index) => `  - {id: R${index === 0 ? '12' : `c${index}`}, ${key}: ${value}}\n`)
    .join('')}`,
];

/** The rules of a book as YAML gives them. */
function notationsOf(text: string): readonly RuleNotation[] {
  return (parse(text) as { rules: RuleNotation[] }).rules;
}

test('the books show every claim', () => {
  const keys = new Set(books.flatMap(notationsOf).flatMap((each) => Object.keys(each)));
  expect(claimKeys.filter((key) => !keys.has(key))).toEqual([]);
});

test('what a file says, a program can say: the same rule comes of it', () => {
  for (const text of books) {
    const book = readRules({ file: 'book.yaml', text });
    expect(book.ok ? book.value.rules : book.wrong).toEqual(notationsOf(text).map(rule));
  }
});

test('and the compiler takes it', () => {
  const wrong = [
    { id: 'A', absense: 'released' },
    { id: 'A', quantile: { p90: ['a'], atMost: '1 h' } },
    { id: 'A', monotone: { change: {}, indicator: 'releaseTime', never: 'worse' } },
    { id: 'A', says: {}, canEnd: true },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'clearsim-notation-'));
  try {
    const file = join(folder, 'typed.ts');
    const lines = [
      `import type { RuleNotation } from ${JSON.stringify(resolve('src/rules/rule-notation.ts'))};`,
      'export const rules: readonly RuleNotation[] = [',
      ...books.flatMap(notationsOf).map((each) => `  ${JSON.stringify(each)},`),
      '];',
      ...wrong.map((each, index) => `export const wrong${index}: RuleNotation = ${JSON.stringify(each)};`),
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { stdout } = spawnSync(
      process.execPath,
      [
        resolve('node_modules/typescript/bin/tsc'),
        '--noEmit',
        '--strict',
        '--exactOptionalPropertyTypes',
        '--allowImportingTsExtensions',
        '--types',
        '',
        '--module',
        'nodenext',
        '--target',
        'es2024',
        file,
      ],
      { encoding: 'utf8', cwd: folder },
    );
    const refused = [...stdout.matchAll(/typed\.ts\((\d+),/gu)].map(([, line]) => Number(line));
    expect([...new Set(refused)], stdout).toEqual(wrong.map((_, index) => lines.length - wrong.length + index + 1));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
