import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { tell } from '../cli/fake-io.ts';

/** A command of a document with what it prints. */
interface Example {
  readonly place: string;
  readonly argv: readonly string[];
  readonly output: readonly string[];
}

const documents = [
  ...readdirSync('.').filter((name) => name === 'README.md'),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
const examples = documents.flatMap(examplesOf);

test('there are examples', () => {
  expect(examples.length).toBeGreaterThan(5);
});

test.each(examples)('$place prints what it says', async ({ argv, output }) => {
  const { all } = await tell(argv);
  const printed = all.replace(/\n$/, '').split('\n');
  // Where the pattern fails, the two texts side by side tell why.
  if (!new RegExp(patternOf(output)).test(`${printed.join('\n')}\n`)) expect(printed).toEqual(output);
});

test('links lead to files that are there, and nothing is left to be filled in', () => {
  const broken = documents.flatMap((document) => {
    const text = readFileSync(document, 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to);
    const lost = links.filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(dirname(document), to)));
    return [...lost, ...(text.match(/@@\w*/g) ?? [])].map((what) => `${document}: ${what}`);
  });
  expect(broken).toEqual([]);
});

/** Commands `$ clearsim ...` in fenced `console` blocks, each with the lines up to the next `$`. Other commands (npm, git) are not run. */
function examplesOf(document: string): readonly Example[] {
  const found: { place: string; command: string; output: string[] }[] = [];
  let isInside = false;
  for (const [index, line] of readFileSync(document, 'utf8').split('\n').entries()) {
    if (line.startsWith('```')) isInside = line === '```console';
    else if (isInside && line.startsWith('$ '))
      found.push({ place: `${document}:${index + 1}`, command: line.slice(2), output: [] });
    else if (isInside) found.at(-1)?.output.push(line);
  }
  return found
    .filter(({ command }) => command === 'clearsim' || command.startsWith('clearsim '))
    .map(({ place, command, output }) => ({ place, argv: wordsOf(command).slice(1), output }));
}

/** Words as a shell takes them: quotes hold words together. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** A line of `...` stands for any lines. */
function patternOf(lines: readonly string[]): string {
  return `^${lines.map((line) => (line.trim() === '...' ? String.raw`(?:.*\n)*?` : `${escaped(line.trimEnd())} *\n`)).join('')}$`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
