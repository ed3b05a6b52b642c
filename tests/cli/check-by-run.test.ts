import { expect, test } from 'vitest';
import { tell } from './fake-io.ts';

/** Two officers, work of an hour, one consignment every 40 minutes: nobody ever waits, and all is over an hour after it has begun. */
const port = `name: port
flow:
  initial: working
  states:
    working: {tags: [arrived], invoke: {src: work, onDone: done}}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 40 min}}
attributes: {goods: {ordinary: 100 %}}
activities: {work: {needs: officers, takes: 1 h}}
resources: {officers: 2}
run: {horizon: 1 week, warmUp: 0 h, seed: by run, replications: 2}
`;

interface Checked {
  readonly verdicts: readonly {
    readonly rule: { readonly id: string };
    readonly verdict: string;
    readonly figure?: { readonly value: number; readonly unit: string };
  }[];
}

async function verdicts(rules: string): Promise<readonly string[]> {
  const files = { 'port.yaml': port, 'rules.yaml': `rules:\n${rules}` };
  const told = await tell(['check', 'port.yaml', '--by', 'run', '--rules', 'rules.yaml', '--json'], { files });
  const checked = JSON.parse(told.out) as Checked;
  return checked.verdicts.map(
    ({ rule, verdict, figure }) =>
      `${rule.id} ${verdict}${figure === undefined ? '' : ` ${figure.value.toFixed(3)}${figure.unit === 'h' ? ' h' : ''}`}`,
  );
}

test('what only tells of coverage is no event of rules about what comes first, next or last', async () => {
  expect(
    await verdicts(`
  - {id: first, init: arrived}
  - {id: next, chainResponse: {after: arrived, next: released}}
  - {id: last, end: released}
  - {id: notNext, notChainResponse: {after: arrived, next: released}}
`),
  ).toEqual(['first holds 0.000', 'next holds 0.000', 'last holds 0.000', 'notNext broken 1.000']);
});

test('rules about single consignments, shares, quantiles and lines, by hand', async () => {
  expect(
    await verdicts(`
  - {id: A, response: {after: arrived, then: released, within: 60 min}}
  - {id: B, response: {after: arrived, then: released, within: 59 min}}
  - {id: C, share: {of: {from: arrived, to: released, within: 1 h}, atLeast: 95 %}}
  - {id: D, share: {of: B, atLeast: 5 %}}
  - {id: E, quantile: {p90: [arrived, released], atMost: 59 min}}
  - {id: F, queue: {resource: officers, atMost: 0, for: 99 %}}
  - {id: G, possible: released}
  - {id: H, absence: {event: released, times: 2}}
`),
  ).toEqual([
    'A holds 0.000',
    'B broken 1.000',
    'C holds 1.000',
    'D broken 0.000',
    // All take 60 minutes; the histogram has a bucket from 60 to 60.25.
    `E broken ${((60 + 0.9 * 0.25) / 60).toFixed(3)} h`,
    'F holds 1.000',
    'G holds',
    'H holds 0.000',
  ]);
});

test('a change of the scenario is run beside it', async () => {
  // With one officer everybody waits ever longer.
  const [slower, same, too] = await verdicts(`
  - {id: A, monotone: {change: {resources.officers: 1}, indicator: releaseTime, never: longer}}
  - {id: B, monotone: {change: {resources.officers: {add: 1}}, indicator: releaseTime, never: longer}}
  - {id: C, monotone: {change: {resources.officers.count: {add: 1}}, indicator: releaseTime, never: longer}}
`);
  expect(slower).toMatch(/^A broken \d+\.\d{3} h$/u);
  expect(same).toBe('B holds 0.000 h');
  // The file says the count in short.
  expect(too).toBe('C holds 0.000 h');
});

test('a change that the scenario does not allow is told at its place', async () => {
  const rules = `rules:
  - {id: A, monotone: {change: {resources.oficers.count: {add: 1}}, indicator: releaseTime, never: longer}}
  - {id: B, monotone: {change: {resources.oficers: 1}, indicator: releaseTime, never: longer}}
`;
  const files = { 'port.yaml': port, 'rules.yaml': rules };
  const told = await tell(['check', 'port.yaml', '--by', 'run', '--rules', 'rules.yaml'], { files });
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.talk).toContain('rules.yaml:2:33   rules.0.monotone.change.resources.oficers.count');
  expect(told.talk).toContain('rules.yaml:3:24   rules.1.monotone.change');
  expect(told.talk).toContain('nearest: resources.officers');
  // A proof runs nothing, and reads the rules as well.
  const proof = await tell(['check', 'port.yaml', '--rules', 'rules.yaml'], { files });
  expect([proof.code, proof.talk]).toEqual([2, told.talk]);
});

test('a broken rule is told with a consignment that broke it, and exit 1', async () => {
  const rules = 'rules:\n  - {id: B, says: Quick., response: {after: arrived, then: released, within: 59 min}}\n';
  const told = await tell(['check', 'port.yaml', '--by', 'run', '--rules', 'rules.yaml'], {
    files: { 'port.yaml': port, 'rules.yaml': rules },
    environment: { COLUMNS: '120' },
  });
  expect(told.code).toBe(1);
  expect(told.out.split('\n').map((line) => line.trimEnd())).toEqual([
    'port: rules, by run',
    '',
    'rule  verdict  figure  95 % interval  kept  broken  open  never triggered  says    source',
    'B     broken    100 %                    0     502     0                0  Quick.  assumption',
    '',
    'B: consignment 0 of replication 1',
    '',
    'Consignment: goods ordinary.',
    '',
    'hour  what happens        enters',
    ' 0.7  arrived             working',
    ' 0.7  start:work',
    ' 1.7  end:work, released  done',
    '',
    'Rules name 2 of 2 states and 1 of 1 transition.',
    'Runs enter 2 of 2 states and take 1 of 1 transition.',
    '502 consignments in 2 replications. 1 rule, 1 broken.',
    '',
  ]);
});

test('a file of rules is validated like others, with the names of its flow', async () => {
  const right = 'flow: sea-import\nrules:\n  - {id: A, possible: released}\n';
  const files = { 'a.yaml': right, 'b.yaml': right.replace('released', 'relesed'), 'c.yaml': 'rules:\n  - {id: A}\n' };
  expect(await tell(['validate', 'a.yaml'], { files })).toMatchObject({ code: 0 });
  const told = await tell(['validate', 'a.yaml', 'b.yaml', 'c.yaml'], { files });
  expect(told.code).toBe(2);
  expect(told.talk).toContain('b.yaml:3:23   rules.0.possible');
  expect(told.talk).toContain('c.yaml:2:5   rules.0');
});

test('a wrong charge is told in its currency, with the consignment and its replication; a quantile in hours; the same words in Chinese', async () => {
  const charging = port
    .replace('tags: [arrived]', 'entry: {charge: handling}, tags: [arrived]')
    .replace('run:', 'fees: {handling: 120 CNY}\nrun:');
  const rules = `rules:
  - {id: A, amount: {fee: handling, atMost: 100 CNY}}
  - {id: B, amount: {fee: handling, equals: 150 CNY}}
  - {id: C, amount: {fee: handling, atLeast: 200 CNY}, severity: warning}
  - {id: D, quantile: {p90: [arrived, released], atMost: 2 h}}
  - {id: E, quantile: {p90: ['leave:working', arrived], atMost: 2 h}}
  - {id: F, amount: {fee: handling, atMost: 100 CNY}, when: {goods: ordinary}}
  - {id: G, amount: {fee: handling, atMost: 100 CNY}, when: {not: {goods: ordinary}}}
`;
  const argv = ['check', 'port.yaml', '--by', 'run', '--rules', 'rules.yaml'];
  const files = { 'port.yaml': charging, 'rules.yaml': rules };
  const { out } = await tell(argv, { files });
  for (const line of [
    'A: consignment 0 of replication 1 was charged CNY 120, expected was at most CNY 100.',
    'B: consignment 0 of replication 1 was charged CNY 120, expected was CNY 150.',
    'C: consignment 0 of replication 1 was charged CNY 120, expected was at least CNY 200.',
  ])
    expect(out.split('\n')).toContain(line);
  expect(out).toMatch(/^D +holds +1.00 h /mu);
  expect(out).toMatch(/^F +broken +100 % /mu);
  expect(out).toMatch(/^G +never triggered /mu);
  // Nobody who has left comes to work again.
  expect(out).toMatch(/^E +broken +- /mu);
  const { verdicts: told } = JSON.parse((await tell([...argv, '--json'], { files })).out) as {
    verdicts: { charges: unknown[]; figure: { value: number | null; unit: string } }[];
  };
  expect(told[0]?.charges[0]).toEqual({
    consignment: 0,
    replication: 0,
    charged: 120,
    expected: { atMost: 100 },
    currency: 'CNY',
  });
  expect(told[4]?.figure).toMatchObject({ value: null, unit: 'h' });
  const chinese = await tell([...argv, '--lang', 'zh'], { files });
  expect(chinese.out).toContain('A：第 1 次重复，货物 0 征收 CNY 120，应为不高于 CNY 100。');
  expect((await tell([...argv, '--lang', 'zh', '--format', 'csv'], { files })).out).toContain(
    'A,broken,0,502,0,0,1,share',
  );
});

test('who a broken rule is told of: attributes, measures and chances as they were in the run', async () => {
  const lanes = `name: lanes
flow:
  initial: entering
  states:
    entering: {always: [{guard: lucky, target: quick}, {target: slow}]}
    quick: {tags: [arrived], after: {waiting: done}}
    slow: {tags: [arrived], after: {waiting: done}}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
attributes: {goods: {ordinary: 50 %, perishable: 50 %}, weight: uniform(1 t 9 t)}
chances: {lucky: 50 %}
delays: {waiting: 1 h}
run: {horizon: 1 week, warmUp: 0 h, seed: who, replications: 2}
`;
  const rules = `rules:
  - {id: A, absence: {event: 'enter:quick'}, when: {goods: perishable, weight: {atLeast: 5 t}}}
  - {id: B, absence: {event: 'enter:slow'}, when: {goods: ordinary}}
`;
  const told = await tell(['check', 'lanes.yaml', '--by', 'run', '--rules', 'rules.yaml', '--json'], {
    files: { 'lanes.yaml': lanes, 'rules.yaml': rules },
  });
  interface Example {
    readonly particulars: { attributes: { goods: string; weight: { is: number; unit: string } }; chances: object };
  }
  const [a, b] = (JSON.parse(told.out) as { verdicts: { examples: Example[] }[] }).verdicts;
  expect([a?.examples.length, b?.examples.length]).toEqual([5, 5]);
  for (const { particulars } of a?.examples ?? []) {
    expect(particulars).toMatchObject({
      attributes: { goods: 'perishable', weight: { unit: 't' } },
      chances: { lucky: true },
    });
    expect(particulars.attributes.weight.is).toBeGreaterThanOrEqual(5);
  }
  for (const { particulars } of b?.examples ?? [])
    expect(particulars).toMatchObject({ attributes: { goods: 'ordinary' }, measures: {}, chances: { lucky: false } });
});
