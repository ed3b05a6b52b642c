import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/node-io.ts';
import { tell } from './fake-io.ts';

/** One consignment an hour, one in four is picked and waits for ten hours. */
const scenario = `name: small
flow:
  initial: lodged
  states:
    lodged: {tags: [lodged], invoke: {src: review, onDone: [{guard: isPicked, target: selected}, released]}}
    selected: {tags: [selected], after: {wait: released}}
    released: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
activities: {review: {takes: 30 min}}
chances: {isPicked: 25 %}
delays: {wait: 10 h}
run: {horizon: 400 h, seed: small, replications: 4, warmUp: 0 h}
variants:
  - {name: nobody, set: {chances.isPicked: 0 %}}
`;
const rules = (severity: string): string => `rules:
  - {id: quick, says: {en: Who is lodged is released within an hour., zh: 申报后一小时内放行。}, severity: ${severity}, response: {after: lodged, then: released, within: 1 h}}
  - {id: ends, response: {after: lodged, then: released}}
`;
const files = { 'small.yaml': scenario, 'rules.yaml': rules('error'), 'mild.yaml': rules('warning') };

interface Result {
  readonly rules?: readonly {
    readonly rule: { readonly id: string };
    readonly kept: number;
    readonly broken: number;
    readonly brokenShare: { readonly share: number; readonly interval: readonly [number, number] };
    readonly examples: readonly {
      readonly history: readonly { readonly at: number; readonly events: readonly string[] }[];
    }[];
  }[];
}

test('a run says how many break a rule, with an interval and their histories, and ends with 1', async () => {
  const told = await tell(['run', 'small.yaml', '--rules', 'rules.yaml', '--json'], { files });
  expect(told.code).toBe(1);
  const [quick, ends] = (JSON.parse(told.out) as Result).rules ?? [];
  expect(quick?.rule.id).toBe('quick');
  const { share = 0, interval: [low, high] = [1, 0] } = quick?.brokenShare ?? {};
  expect(low).toBeLessThan(share);
  expect(high).toBeGreaterThan(share);
  expect(share).toBeCloseTo(0.25, 1);
  expect(ends).toMatchObject({ broken: 0, kept: (quick?.kept ?? 0) + (quick?.broken ?? 0), examples: [] });
  expect(quick?.examples).toHaveLength(5);
  for (const { history } of quick?.examples ?? []) {
    expect(history.flatMap(({ events }) => events).filter((event) => !event.startsWith('leave:'))).toEqual([
      'lodged',
      'enter:lodged',
      'start:review',
      'end:review',
      'selected',
      'enter:selected',
      'due:wait',
      'released',
      'enter:released',
    ]);
    expect((history.at(-1)?.at ?? 0) - (history[0]?.at ?? 0)).toBeCloseTo(630, 6);
  }
});

test('as a table, as lines, in both languages', async () => {
  const table = await tell(['run', 'small.yaml', '--rules', 'rules.yaml'], { files });
  expect(table.out).toMatch(/^quick +2\d % +\[/mu);
  expect(table.out).toContain('quick: consignment ');
  const zh = await tell(['run', 'small.yaml', '--rules', 'rules.yaml', '--lang', 'zh'], { files });
  expect(zh.out).toContain('违反率');
  const csv = await tell(['run', 'small.yaml', '--rules', 'rules.yaml', '--format', 'csv'], { files });
  expect(csv.out).toMatch(/^small,broken:quick,,,share,\d+,0\.2/mu);
});

test('a comparison has the shares side by side, the same on threads', async () => {
  const words = ['compare', 'small.yaml', '--rules', 'rules.yaml'];
  const told = await tell(words, { files });
  expect(told.code).toBe(1);
  expect(told.out).toMatch(/^quick +2\d % +0 % /mu);
  const threads = await tell([...words, '--workers', '2'], {
    files,
    openWorkers: (count, task) => nodeIo().openWorkers(count, task),
  });
  expect(threads).toEqual(told);
});

test('a rule that only warns fails nothing; without rules nothing is said of them', async () => {
  expect((await tell(['run', 'small.yaml', '--rules', 'mild.yaml'], { files })).code).toBe(0);
  const plain = await tell(['run', 'small.yaml', '--json'], { files });
  expect(plain.code).toBe(0);
  expect(JSON.parse(plain.out)).not.toHaveProperty('rules');
});

test('rules that are wrong, missing, or do not ship are refused before anything is run', async () => {
  const bad = { ...files, 'bad.yaml': rules('error').replace('then: released', 'then: relaesed') };
  const unknown = await tell(['run', 'small.yaml', '--rules', 'bad.yaml'], { files: bad });
  expect(unknown.code).toBe(2);
  expect(unknown.talk).toContain('relaesed');
  expect((await tell(['run', 'small.yaml', '--rules', 'none.yaml'], { files })).code).toBe(2);
  expect((await tell(['run', 'small.yaml', '--rules'], { files })).code).toBe(2);
});
