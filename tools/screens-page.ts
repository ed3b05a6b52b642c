// Rewrites what docs/reference/screens.md shows of the program: the key table, and the picture of the comparison as the tests keep it.
import { readFileSync, writeFileSync } from 'node:fs';
import { keyTable } from '../src/tui/index.ts';

const page = new URL('../docs/reference/screens.md', import.meta.url);
const picture = readFileSync(new URL('../tests/tui/golden/compare-80x24-en.txt', import.meta.url), 'utf8').trimEnd();
const rows = keyTable.map(
  ({ keys, context, label }) =>
    `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${context} | ${label.en} | ${label.zh} |`,
);
const before = readFileSync(page, 'utf8');
const after = before
  .replace(/(\n\|---\|---\|---\|---\|\n)(?:\| `.*\n)+/, (_, head: string) => `${head}${rows.join('\n')}\n`)
  .replace(/```text\n clearsim [^]*?\n```/, () => `\`\`\`text\n${picture}\n\`\`\``);
writeFileSync(page, after);
