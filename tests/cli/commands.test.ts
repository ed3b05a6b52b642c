import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { tell } from './fake-io.ts';
import { shortQueue } from './short-queue.ts';

const queue = shortQueue(10);
const files = {
  'queue.yaml': queue,
  'more.yaml': queue
    .replace('A short queue', 'A longer queue')
    .replace('officers: 3', 'officers: 2')
    .replace(/variants[^]*/, ''),
};

describe('run', () => {
  test('prints indicators with intervals, and leaves variants out', async () => {
    const { code, out, talk } = await tell(['run', 'queue.yaml'], { files });
    expect(code).toBe(0);
    expect(out).toContain('A short queue: 10 replications, seed short');
    expect(out).toMatch(/clearance time .*\[/);
    expect(out).not.toContain('fourth');
    expect(talk).toBe('');
  });

  test('--json is one object with the fields of the reference', async () => {
    const { out } = await tell(['run', 'queue.yaml', '--json'], { files });
    const result = JSON.parse(out) as Record<string, unknown>;
    expect(result).toMatchObject({
      scenario: 'A short queue',
      seed: 'short',
      replications: 10,
      warmUp: 10,
      horizon: 50,
      provisional: false,
      partial: false,
    });
    expect(Object.keys(result)).toEqual([
      'scenario',
      'scenarioZh',
      'flow',
      'law',
      'seed',
      'replications',
      'warmUp',
      'provisional',
      'partial',
      'horizon',
      'events',
      'consignments',
      'indicators',
      'stages',
      'byAttribute',
      'activities',
      'resources',
      'fees',
      'terms',
      'defaultsTaken',
      'notes',
      'notesZh',
    ]);
    expect(result).toMatchObject({
      indicators: { clearanceTime: { unit: 'h', from: 'created', to: 'ended', level: 0.95 } },
    });
  });

  test('the same seed gives the same bytes, another seed other figures', async () => {
    const once = await tell(['run', 'queue.yaml', '--json'], { files });
    expect((await tell(['run', 'queue.yaml', '--json'], { files })).out).toBe(once.out);
    const other = await tell(['run', 'queue.yaml', '--json', '--seed', 'other'], { files });
    expect(other.out).toContain('"seed": "other"');
    expect(other.out).not.toBe(once.out);
    expect((await tell(['run', 'queue.yaml', '--json'], { files, environment: { CLEARSIM_SEED: 'other' } })).out).toBe(
      other.out,
    );
  });

  test('--replications says how many, and ten are the first ten of twenty', async () => {
    expect((await tell(['run', 'queue.yaml', '--json', '--replications', '1'], { files })).out).toContain(
      '"interval": null',
    );
    const events = async (n: number): Promise<number> =>
      (
        JSON.parse((await tell(['run', 'queue.yaml', '--json', '--replications', String(n)], { files })).out) as {
          events: number;
        }
      ).events;
    expect(await events(3)).toBeLessThan(await events(4));
  });

  test('reads standard input', async () => {
    expect((await tell(['run', '-', '--json'], { files: { '-': queue } })).out).toBe(
      (await tell(['run', 'queue.yaml', '--json'], { files })).out,
    );
  });

  test('csv, markdown and Chinese', async () => {
    expect((await tell(['run', 'queue.yaml', '--format', 'csv'], { files })).out).toMatch(
      /^scenario,indicator,from,to/,
    );
    expect((await tell(['run', 'queue.yaml', '--format', 'md'], { files })).out).toContain(
      'clearsim run queue.yaml --format md',
    );
    expect((await tell(['run', 'queue.yaml', '--lang', 'zh'], { files })).out).toMatch(/[\u4e00-\u9fff]/);
  });

  test('-o writes a file instead', async () => {
    const { out, written, talk } = await tell(['run', 'queue.yaml', '--json', '-o', 'out.json'], { files });
    expect(out).toBe('');
    expect(JSON.parse(written['out.json'] ?? '')).toMatchObject({ scenario: 'A short queue' });
    expect(talk).toBe('Written: out.json\n');
    expect((await tell(['run', 'queue.yaml', '-q', '-o', 'out.json'], { files })).talk).toBe('');
  });

  test('a model that goes round without end is stopped: its states named, exit 3, what is known marked as partial', async () => {
    const circle = `name: circle
flow:
  initial: a
  states:
    a: {invoke: {src: bay, onDone: [{guard: lucky, target: done}, {target: b}]}}
    b: {invoke: {src: bay, onDone: a}}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
activities: {bay: {needs: bays, holds: true}}
chances: {lucky: 0 %}
resources: {bays: 1}
run: {horizon: 10 h, warmUp: 0 h, seed: story, replications: 2}
`;
    const told = await tell(['run', 'circle.yaml'], { files: { 'circle.yaml': circle } });
    expect(told.code).toBe(3);
    expect(told.talk).toMatch(
      /^error: endless cycle: circle, replication 1, hour 1\.0: consignment 0 made more than 10,000 steps .*, round through '[ab]' and '[ab]'\.\n$/,
    );
    expect(told.out).toContain('law cn-2021-07-13 (partial)');
    expect(told.out).toContain('1 consignment counted.\n');
    const json = await tell(['run', 'circle.yaml', '--json'], { files: { 'circle.yaml': circle } });
    expect(JSON.parse(json.out)).toMatchObject({ partial: true, consignments: { counted: 1, unfinished: 1 } });
  });

  test('--log writes what happened in the first replication, row by row', async () => {
    const plain = `name: two in line
start: 2021-07-12T08:00+08:00
flow: {initial: review, states: {review: {invoke: {src: service, onDone: done}}, done: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 10 min}}
activities: {service: {needs: officer, takes: 15 min}}
resources: {officer: 1}
run: {horizon: 25 min, warmUp: 0 h, seed: story, replications: 1}
`;
    const told = await tell(['run', 'plain.yaml', '--log', 'log.csv', '-q'], { files: { 'plain.yaml': plain } });
    expect(told.code).toBe(0);
    expect(told.written['log.csv']?.split('\n').slice(0, 13)).toEqual([
      'time,minute,consignment,event,name',
      '2021-07-12T08:10:00+08:00,10,0,created,',
      '2021-07-12T08:10:00+08:00,10,0,entered,review',
      '2021-07-12T08:10:00+08:00,10,0,requested,service',
      '2021-07-12T08:10:00+08:00,10,0,begun,service',
      '2021-07-12T08:20:00+08:00,20,1,created,',
      '2021-07-12T08:20:00+08:00,20,1,entered,review',
      '2021-07-12T08:20:00+08:00,20,1,requested,service',
      '2021-07-12T08:25:00+08:00,25,0,completed,service',
      '2021-07-12T08:25:00+08:00,25,0,left,review',
      '2021-07-12T08:25:00+08:00,25,0,reached,released',
      '2021-07-12T08:25:00+08:00,25,0,entered,done',
      '2021-07-12T08:25:00+08:00,25,0,ended,',
    ]);
    const other = await tell(['run', 'plain.yaml', '--log', 'log.ndjson', '-q'], { files: { 'plain.yaml': plain } });
    expect(JSON.parse(other.written['log.ndjson']?.split('\n')[1] ?? '')).toEqual({
      time: '2021-07-12T08:10:00+08:00',
      minute: 10,
      consignment: 0,
      event: 'entered',
      name: 'review',
    });
    expect(await tell(['run', 'plain.yaml', '--log', 'log.txt'])).toMatchObject({ code: 2 });
  });

  test('--log tells with the creation what stays: not what is drawn at each visit, is written, or hangs on that', async () => {
    const rich = `name: what a consignment is
start: 2021-07-12T08:00+08:00
flow:
  initial: lodged
  states:
    lodged: {always: [{guard: isHeavy, actions: {set: {marked: yes}}, target: lucky}, {target: lucky}]}
    lucky: {after: {pause: [{guard: lucky, target: done}, {guard: often, target: done}, {guard: late, target: done}, {target: done}]}}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 10 min}}
attributes:
  goods: {live: 100 %}
  urgent: {share: 100 %}
  weight: 20.5 t
  marked: {initial: no}
chances: {lucky: {by: goods, live: 0 %}, often: {share: 50 %, drawn: eachVisit}, late: {by: marked, no: 10 %, yes: 20 %}}
conditions: {isHeavy: {weight: {atLeast: 20 t}}}
delays: {pause: 1 min}
run: {horizon: 15 min, warmUp: 0 h, seed: story, replications: 1}
`;
    const csv = await tell(['run', 'rich.yaml', '--log', 'log.csv', '-q'], { files: { 'rich.yaml': rich } });
    expect(csv.written['log.csv']?.split('\n').slice(0, 6)).toEqual([
      'time,minute,consignment,event,name,case:goods,case:urgent,case:weight,case:isHeavy,case:lucky',
      '2021-07-12T08:10:00+08:00,10,0,created,,live,true,20.5,true,false',
      // It passes through `lodged` at once.
      '2021-07-12T08:10:00+08:00,10,0,entered,lucky,,,,,',
      '2021-07-12T08:11:00+08:00,11,0,due,pause,,,,,',
      '2021-07-12T08:11:00+08:00,11,0,left,lucky,,,,,',
      '2021-07-12T08:11:00+08:00,11,0,reached,released,,,,,',
    ]);
    const ndjson = await tell(['run', 'rich.yaml', '--log', 'log.ndjson', '-q'], { files: { 'rich.yaml': rich } });
    expect(JSON.parse(ndjson.written['log.ndjson']?.split('\n')[0] ?? '')).toEqual({
      time: '2021-07-12T08:10:00+08:00',
      minute: 10,
      consignment: 0,
      event: 'created',
      name: '',
      'case:goods': 'live',
      'case:urgent': true,
      'case:weight': 20.5,
      'case:isHeavy': true,
      'case:lucky': false,
    });
  });

  test('on a terminal one line tells how far it is, and is gone in the end', async () => {
    const { talk, out } = await tell(['run', 'queue.yaml'], { files, isTerminal: true });
    expect(talk).toMatch(/\r\d+ of 10 replications/);
    expect(talk).toMatch(/\r\u001B\[K$/);
    expect(out).toBe((await tell(['run', 'queue.yaml'], { files })).out);
    expect((await tell(['run', 'queue.yaml', '-q'], { files, isTerminal: true })).talk).toBe('');
  });
});

describe('compare', () => {
  test('sets the variant against the base, paired', async () => {
    const { code, out } = await tell(['compare', 'queue.yaml', '--json'], { files });
    expect(code).toBe(0);
    const comparison = JSON.parse(out) as { differences: { gain: { better: number; worse: number } }[] };
    expect(comparison).toMatchObject({
      base: 'A short queue',
      scenarios: [{ scenario: 'A short queue' }, { scenario: 'a fourth officer' }],
    });
    expect(comparison.differences[0]).toMatchObject({
      scenario: 'a fourth officer',
      indicator: 'clearanceTime',
      verdict: 'shorter',
      gain: { worse: 0 },
    });
    expect(comparison.differences[0]?.gain.better).toBeGreaterThan(0.1);
  });

  test('several files: the first is the base, all its variants and the others stand against it', async () => {
    const { out } = await tell(['compare', 'queue.yaml', 'more.yaml', '--json'], { files });
    expect(JSON.parse(out)).toMatchObject({
      base: 'A short queue',
      scenarios: [{}, { scenario: 'a fourth officer' }, { scenario: 'A longer queue' }],
    });
  });

  test('a file beside itself: names stay apart and nothing differs', async () => {
    const { out } = await tell(['compare', 'more.yaml', 'same.yaml', '--json'], {
      files: { ...files, 'same.yaml': files['more.yaml'] },
    });
    expect(JSON.parse(out)).toMatchObject({
      differences: [
        {
          scenario: 'A longer queue (same.yaml)',
          difference: 0,
          interval: [0, 0],
          verdict: 'notShown',
          gain: { same: 1 },
        },
      ],
    });
  });

  test('other arrivals lose their pairing, and it says so', async () => {
    const busy = files['more.yaml']
      .replace('exponential(10 min)', 'exponential(12 min)')
      .replace('A longer queue', 'Quiet');
    const { out } = await tell(['compare', 'queue.yaml', 'busy.yaml'], { files: { ...files, 'busy.yaml': busy } });
    expect(out).toContain('Quiet changes what arrives');
  });

  test('prints tables as text', async () => {
    const { out } = await tell(['compare', 'queue.yaml'], { files });
    expect(out).toContain('a fourth officer');
    expect(out).toContain('Differences are paired');
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
  });
});

describe('open', () => {
  test('without a terminal prints what compare prints', async () => {
    const { out, code } = await tell(['open', 'queue.yaml'], { files });
    expect(code).toBe(0);
    expect(out).toBe((await tell(['compare', 'queue.yaml'], { files })).out);
    expect((await tell(['queue.yaml'], { files })).out).toBe(out);
  });

  test('a misspelt command is no file', async () => {
    const { code, talk } = await tell(['rnu', 'queue.yaml'], { files });
    expect(code).toBe(2);
    expect(talk).toBe("error: 'rnu' is neither a command nor a file\n(Did you mean run?)\n");
    expect((await tell(['--json', 'run', 'queue.yaml'], { files })).talk).toContain('A command comes first');
  });
});

describe('validate, flows, flow', () => {
  test('a right file is right', async () => {
    expect(await tell(['validate', 'queue.yaml', 'more.yaml'], { files })).toMatchObject({
      code: 0,
      out: 'queue.yaml is right.\n\nmore.yaml is right.\n',
      talk: '',
    });
  });

  test('all mistakes of all files at once, right files still named', async () => {
    const wrong = queue.replace('takes:', 'taks:').replace('officers: 3', 'officers: 0');
    const { code, out, talk } = await tell(['validate', 'queue.yaml', 'wrong.yaml', 'none.yaml'], {
      files: { ...files, 'wrong.yaml': wrong },
    });
    expect(code).toBe(2);
    expect(out).toBe('queue.yaml is right.\n');
    expect(talk).toContain('wrong.yaml:10:');
    expect(talk).toContain('nearest: takes');
    expect(talk).toContain('wrong.yaml:12:');
    expect(talk).toContain('none.yaml');
    const json = await tell(['validate', 'queue.yaml', 'wrong.yaml', '--json'], {
      files: { ...files, 'wrong.yaml': wrong },
    });
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out)).toMatchObject({
      files: [
        { file: 'queue.yaml', right: true },
        { file: 'wrong.yaml', right: false },
      ],
    });
  });

  test('words are those of the environment, unless another language is said', async () => {
    const environment = { LANG: 'zh_CN.UTF-8' };
    expect((await tell(['flows'], { environment })).out).toContain('海运进口');
    expect((await tell(['flows', '--lang', 'en'], { environment })).out).toContain('import by sea');
    expect((await tell(['flows'], { environment: { ...environment, LC_ALL: 'C' } })).out).toContain('import by sea');
  });

  test('keys lists the key table', async () => {
    expect((await tell(['keys'])).out).toMatch(/^keys? +where +does/);
    const { keys } = JSON.parse((await tell(['keys', '--json'])).out) as { keys: unknown[] };
    expect(keys).toContainEqual({ keys: ['q'], where: 'everywhere', does: { en: 'quit', zh: '退出' } });
  });

  test('flows lists what is built in, flow shows one', async () => {
    expect((await tell(['flows'])).out).toContain('sea-import');
    const { code, out } = await tell(['flow', 'sea-import']);
    expect(code).toBe(0);
    expect(out).toContain('goods');
    expect(await tell(['flow', 'sea-imprt'])).toMatchObject({
      code: 2,
      talk: "error: no flow is called 'sea-imprt'\n(Did you mean sea-import?)\n",
    });
  });
});

describe('usage', () => {
  test('--version is that of package.json', async () => {
    expect(version).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
    expect(await tell(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  test.each([[['--help']], [['help', 'run']], [['run', '--help']]])('help begins with examples: %j', async (argv) => {
    const { code, out } = await tell(argv);
    expect(code).toBe(0);
    expect(out).toMatch(/^Example/);
    expect(out).toContain('Usage: clearsim');
  });

  test.each([
    { argv: ['run', 'queue.yaml', '--sed', 'x'], says: 'Did you mean --seed?' },
    { argv: ['run'], says: "missing required argument 'file'" },
    { argv: ['run', 'queue.yaml', '--replications', '0'], says: 'It is no whole number from 1' },
    { argv: ['run', 'queue.yaml', '--format', 'xml'], says: 'table, csv, md' },
    { argv: ['run', 'queue.yaml', '--json', '--format', 'md'], says: 'cannot be used with' },
    { argv: ['run', 'queue.yaml', 'more.yaml'], says: 'too many arguments' },
  ])('$argv: exit 2 and a sentence', async ({ argv, says }) => {
    const { code, out, talk } = await tell(argv, { files });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(talk).toContain(says);
    expect(talk).not.toMatch(/\n\s+at /);
  });
});

describe('when the world fails', () => {
  test('a full disk is exit 4 with its name', async () => {
    expect(await tell(['run', 'queue.yaml'], { files, outFails: 'ENOSPC' })).toMatchObject({
      code: 4,
      talk: 'error: standard output could not be written: no space left on the device (ENOSPC)\n',
    });
    expect(await tell(['run', 'queue.yaml', '-o', 'x.txt'], { files, fileFails: 'EACCES' })).toMatchObject({
      code: 4,
      talk: 'error: x.txt could not be written: not allowed (EACCES)\n',
    });
  });

  test('a reader who has seen enough is no failure', async () => {
    expect(await tell(['run', 'queue.yaml'], { files, outFails: 'EPIPE' })).toMatchObject({ code: 0, talk: '' });
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s: what is known is printed, exit %i', async (signal, code) => {
    // Two breaths a replication: before it, and when it has run.
    let breaths = 0;
    const told = await tell(['run', 'queue.yaml', '--json'], {
      files,
      onBreath: (raise) => ++breaths === 9 && raise(signal),
    });
    expect(told.code).toBe(code);
    expect(JSON.parse(told.out)).toMatchObject({
      replications: 4,
      notes: ['Stopped after 4 of 10 replications.', expect.anything()],
    });
    expect(told.talk).toContain(
      `Stopped by ${signal}: 4 of 10 replications were done. To run all of it: clearsim run queue.yaml --json`,
    );
  });

  test('a log that is interrupted is left nowhere, one that was whole stays', async () => {
    const until = (breath: number): ReturnType<typeof tell> => {
      let breaths = 0;
      return tell(['run', 'queue.yaml', '--log', 'log.csv'], {
        files,
        onBreath: (raise) => ++breaths === breath && raise('SIGINT'),
      });
    };
    const early = await until(1);
    expect(early).toMatchObject({ code: 130, written: {} });
    expect(early.talk).toContain('The log was not finished: log.csv is left as it was.');
    const late = await until(9);
    expect(late.code).toBe(130);
    expect(late.written['log.csv']).toMatch(/^time,minute,consignment,event,name\n/);
    expect(late.talk).not.toContain('The log');
  });

  test('a cycle that hardly ever ends stops with a sentence and exit 3', async () => {
    const rework = queue
      .replace('onDone: done', 'onDone: [{guard: again, target: review, reenter: true}, {target: done}]')
      .replace('activities:', 'chances: {again: {share: 99.999999 %, drawn: eachVisit}}\nactivities:')
      .replace('exponential(20 min)', '0.001 min');
    const told = await tell(['run', 'rework.yaml'], { files: { 'rework.yaml': rework } });
    expect(told.code).toBe(3);
    expect(told.out).toContain('Partial: A short queue was stopped at hour');
    expect(told.talk).toMatch(
      /^error: endless cycle: A short queue, replication 1, hour [\d.]+: consignment \d+ came to '.+' more than 65,000 times\.\n$/,
    );
  });

  test('a note that holds for some scenarios alone has their letters', async () => {
    const crowded = queue
      .replace('resources.officers: 4', 'resources.officers: 1')
      .replace('horizon: 50 h', 'horizon: 500 h');
    const told = await tell(['compare', 'crowded.yaml'], { files: { 'crowded.yaml': crowded } });
    expect(told.out).toContain('B: Overloaded: officers cannot keep up.');
    expect(told.out).not.toMatch(/^Overloaded/m);
  });

  test('a bug says so, with the command, and exits 70', async () => {
    const told = await tell(['run', 'queue.yaml', '--workers', '3'], { files });
    expect(told.code).toBe(70);
    expect(told.talk).toBe(
      'error: this is a bug in clearsim (Error: no workers in this story)\nIt happened in: clearsim run queue.yaml --workers 3\n',
    );
  });
});
