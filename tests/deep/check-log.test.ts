import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'clearsim-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `check` says of a log, by the program that was built. */
function check(
  log: string,
  rules: string,
): { readonly status: number | null; readonly out: string; readonly talk: string } {
  const file = join(folder, 'rules.yaml');
  writeFileSync(file, rules);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './bench/peak-memory.mjs', 'dist/clearsim.js', 'check', log, '--rules', file, '--json'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return { status, out: stdout, talk: stderr };
}

test('a million cases with one bad line: it is counted and shown, nothing else is lost', () => {
  const log = join(folder, 'million.csv');
  const descriptor = openSync(log, 'w');
  writeSync(descriptor, 'case,event,time\n');
  for (let from = 0; from < 1_000_000; from += 10_000) {
    const cases = Array.from({ length: 10_000 }, (_, index) => from + index);
    const rows = cases.map((of) =>
      of === 654_321
        ? `${of},released\n`
        : `${of},accepted,2017-03-06T08:00:00Z\n${of === 123_456 ? '' : `${of},released,2017-03-07T08:00:00Z\n`}`,
    );
    writeSync(descriptor, rows.join(''));
  }
  writeSync(descriptor, '0,released,2018-03-07T08:00:00Z\n');
  closeSync(descriptor);
  const told = check(log, 'rules: [{id: A, says: A., response: {after: accepted, then: released, within: 2 d}}]');
  expect(told.status).toBe(1);
  const { cases, events, quality, verdicts } = JSON.parse(told.out) as {
    cases: number;
    events: number;
    quality: { bad: number; badFirst: { place: { line: number } }[] };
    verdicts: { cases: Record<string, number>; examples: { case: string }[] }[];
  };
  // One case is bad, one ends early; line 1 is the head, case c begins on line 2 c + 2, one line earlier behind the one that ends early.
  expect({ cases, events, bad: quality.bad }).toEqual({ cases: 999_999, events: 1_999_998, bad: 1 });
  expect(quality.badFirst[0]?.place.line).toBe(2 * 654_321 + 1);
  expect(verdicts[0]?.cases).toEqual({ kept: 999_998, broken: 1, open: 0, never: 0 });
  expect(verdicts[0]?.examples.map((story) => story.case)).toEqual(['123456']);
  expect(Number(/peak-kilobytes (\d+)/u.exec(told.talk)?.[1]) / 1024).toBeLessThan(800);
});

test('a line of a gigabyte is refused with its number, and not kept', () => {
  const log = join(folder, 'long.csv');
  writeFileSync(log, 'case,event\nC1,accepted\nC2,');
  truncateSync(log, 2 ** 30);
  const told = check(log, 'rules: [{id: A, says: A., existence: {event: accepted}}]');
  expect(told.status).toBe(2);
  expect(told.talk).toContain('this row is too long');
  expect(told.talk).toContain('"line": 3');
  expect(Number(/peak-kilobytes (\d+)/u.exec(told.talk)?.[1]) / 1024).toBeLessThan(200);
});
