import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tell } from '../cli/fake-io.ts';
import { goldenCommand, shipped } from './golden.ts';
import digests from './digests.json' with { type: 'json' };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

// A figure that changes is news for whoever compares with an earlier study: it is told in the changelog.
// To take over new results: node tests/golden/write-digests.ts, and the line that the last test asks for.
test.each(shipped)('the results of %s are those that were kept', async (file) => {
  const { code, out } = await tell(goldenCommand(file));
  expect(code).toBe(0);
  expect(digest(out)).toBe((digests as Record<string, string>)[file]);
});

test('results that were changed are told in the changelog, by the digest of them all', () => {
  expect(Object.keys(digests)).toEqual(shipped);
  const kept = digest(readFileSync('tests/golden/digests.json', 'utf8')).slice(0, 12);
  const told = readFileSync('CHANGELOG.md', 'utf8')
    .split('\n')
    .filter((line) => line.includes(kept));
  expect(told, `a line in CHANGELOG.md that says what changed and ends with (results ${kept})`).toHaveLength(1);
});
