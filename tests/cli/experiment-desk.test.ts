import { expect, test } from 'vitest';
import { gainersOf, type Progress } from '../../src/experiment/index.ts';
import type { Desk } from '../../src/tui/index.ts';
import { Answers, type SmallAnswer } from '../../src/cli/answers.ts';
import { tell } from './fake-io.ts';
import { shortQueue } from './short-queue.ts';

const files = {
  'queue.yaml': shortQueue(12),
  'other.yaml': shortQueue(12).replace('A short queue', 'Another queue'),
  'broken.yaml': 'name: 1\n',
};

/** Opens the short queue on a screen that does what the story says. */
async function visit(story: (desk: Desk) => Promise<void>): Promise<Awaited<ReturnType<typeof tell>>> {
  return await tell(['queue.yaml'], {
    files,
    async openScreen(desk) {
      await ended(desk);
      await story(desk);
      return { exitCode: 0, lastTable: '' };
    },
  });
}

/** Resolves with the progress of an experiment that is over and has all scenarios. */
const ended = (desk: Desk): Promise<Progress> =>
  new Promise((resolve) =>
    desk.subscribe((progress) => {
      if (progress === undefined) return;
      const has = progress.comparison.scenarios.map(({ scenario }) => scenario);
      if (progress.state !== 'running' && has.join() === desk.tells().names.join()) resolve(progress);
    }),
  );

/** Somebody waits to the end. */
const wanted = new AbortController().signal;

/** The first replication of its base, after the warm-up of the file. */
const counted = { scenario: 'A short queue', replication: 0, warmUp: 600 };

const fifth = { name: 'a fifth officer', set: { 'resources.officers': '5' } };

test('a variant that is tried gives the same figures as one of a file, and can be dropped', async () => {
  let tried: Progress | undefined;
  let dropped: Progress | undefined;
  await visit(async (desk) => {
    const before = await ended(desk);
    await desk.run({ kind: 'try', variant: fifth, replaces: undefined });
    expect(desk.tells()).toMatchObject({
      names: ['A short queue', 'a fourth officer', 'a fifth officer'],
      tried: ['a fifth officer'],
      unsaved: ['a fifth officer'],
      changes: { 'a fifth officer': [{ path: 'resources.officers', before: '3', after: '5' }] },
    });
    tried = await ended(desk);
    await desk.run({ kind: 'drop', scenario: 'a fifth officer' });
    dropped = await ended(desk);
    expect(dropped.comparison).toEqual(before.comparison);
  });
  const text = `${files['queue.yaml'].trimEnd()}\n  - name: a fifth officer\n    set: {resources.officers: 5}\n`;
  const written = await tell(['compare', 'five.yaml', '--json'], { files: { 'five.yaml': text } });
  expect(tried?.comparison).toEqual(JSON.parse(written.out));
});

test('what is tried is written with the file into a new one, and is then saved', async () => {
  const told = await visit(async (desk) => {
    await desk.run({ kind: 'try', variant: fifth, replaces: undefined });
    await expect(desk.run({ kind: 'save', file: 'queue.yaml' })).rejects.toThrow('there is a file of this name');
    await desk.run({ kind: 'save', file: 'mine.yaml' });
    expect(desk.tells()).toMatchObject({ tried: ['a fifth officer'], unsaved: [] });
  });
  expect(told.written['mine.yaml']).toContain('  - name: a fifth officer\n    set:\n      resources.officers: 5\n');
  expect(told.written['mine.yaml']?.startsWith(files['queue.yaml'].trimEnd())).toBe(true);
});

test('another base: differences turn round, and what each sets in the file stays', async () => {
  await visit(async (desk) => {
    const before = await ended(desk);
    await desk.run({ kind: 'base', scenario: 'a fourth officer' });
    const after = await ended(desk);
    expect(after.comparison.base).toBe('a fourth officer');
    // Scenarios stand where they stood: their letters are their places.
    const [first, second] = before.comparison.scenarios;
    expect(after.comparison.scenarios.map(({ scenario }) => scenario)).toEqual([first?.scenario, second?.scenario]);
    expect(after.comparison.scenarios.map(({ indicators }) => indicators['clearanceTime']?.mean)).toEqual(
      before.comparison.scenarios.map(({ indicators }) => indicators['clearanceTime']?.mean),
    );
    expect(after.evidence.runs[1]).toEqual(before.evidence.runs[1]);
    const gained = (progress: Progress): number | undefined =>
      gainersOf(progress.evidence, { variant: 0, indicator: 'clearanceTime' })?.all.change.value;
    expect(gained(after)).toBeCloseTo(-(gained(before) ?? Number.NaN), 10);
    expect(desk.tells()).toMatchObject({ names: ['A short queue', 'a fourth officer'], base: 'a fourth officer' });
    const [one, other] = [before, after].map(({ comparison }) =>
      comparison.differences.find(({ indicator }) => indicator === 'clearanceTime'),
    );
    expect(other?.difference).toBeCloseTo(-(one?.difference ?? Number.NaN), 10);
    expect(desk.tells()).toMatchObject({
      changes: { 'A short queue': [{ path: 'resources.officers', before: '4', after: '3' }] },
      sets: { 'A short queue': {}, 'a fourth officer': { 'resources.officers': '4' } },
    });
  });
});

test('a variant that is changed again, and another after it, keep their places', async () => {
  await visit(async (desk) => {
    await desk.run({ kind: 'try', variant: fifth, replaces: undefined });
    const seventh = { name: 'seven officers', set: { 'resources.officers': '7' } };
    await desk.run({ kind: 'try', variant: seventh, replaces: undefined });
    const sixth = { name: 'six officers', set: { 'resources.officers': '6' } };
    await desk.run({ kind: 'try', variant: sixth, replaces: fifth.name });
    await desk.run({ kind: 'base', scenario: 'seven officers' });
    const names = ['A short queue', 'a fourth officer', 'six officers', 'seven officers'];
    expect(desk.tells()).toMatchObject({ names, base: 'seven officers' });
    expect(desk.modelOf('seven officers').scenario.resources['officers']?.count).toBe(7);
    expect((await ended(desk)).comparison.scenarios.map(({ scenario }) => scenario)).toEqual(names);
  });
});

test('a variant that one thinks of is looked at before it is tried', async () => {
  await visit(async (desk) => {
    await Promise.resolve();
    expect(desk.check(fifth)).toEqual([]);
    expect(desk.check({ name: 'x', set: { 'resources.officers': 'many' } })[0]).toMatchObject({ found: 'many' });
    expect(desk.check({ name: 'x', set: { 'resources.offficers': '5' } })[0]).toMatchObject({
      nearest: 'resources.officers',
    });
  });
});

test('other files are opened over those that are open, and closed again; one that is wrong is told with its mistakes', async () => {
  await visit(async (desk) => {
    await desk.run({ kind: 'try', variant: fifth, replaces: undefined });
    await desk.run({ kind: 'base', scenario: fifth.name });
    const before = desk.tells();
    await desk.run({ kind: 'open', files: ['broken.yaml'] });
    expect(desk.tells().broken[0]).toMatchObject({ file: 'broken.yaml' });
    expect(desk.tells().title).toBe('A short queue');
    await desk.run({ kind: 'open', files: ['other.yaml'] });
    expect(desk.tells()).toMatchObject({ broken: [], title: 'Another queue', files: ['other.yaml'] });
    expect(desk.tells().beneath).toEqual([{ title: 'A short queue', titleZh: 'A short queue', unsaved: [fifth.name] }]);
    expect((await ended(desk)).comparison.base).toBe('Another queue');
    await desk.run({ kind: 'close' });
    expect(desk.tells()).toEqual(before);
    expect((await ended(desk)).comparison.base).toBe(fifth.name);
  });
});

test('a file that is wrong is opened as soon as it is mended, unless one gives that up; the former files are as they were', async () => {
  const texts: Record<string, string> = { ...files };
  const changed = new Map<string, () => void>();
  await tell(['queue.yaml'], {
    files: texts,
    watched: changed,
    async openScreen(desk) {
      await ended(desk);
      const before = desk.tells();
      await desk.run({ kind: 'open', files: ['broken.yaml'] });
      expect(desk.tells()).toMatchObject({
        title: 'A short queue',
        isOpening: true,
        broken: [{ file: 'broken.yaml' }],
      });
      texts['broken.yaml'] = 'name: 2\n';
      changed.get('broken.yaml')?.();
      expect(desk.tells().isOpening).toBe(true);
      await desk.run({ kind: 'forgo' });
      expect(desk.tells()).toEqual(before);
      expect([...changed.keys()]).toEqual(['queue.yaml']);

      await desk.run({ kind: 'open', files: ['broken.yaml'] });
      // Meanwhile the own file goes on being read.
      texts['queue.yaml'] = shortQueue(13);
      changed.get('queue.yaml')?.();
      expect(await ended(desk)).toMatchObject({ replications: 13 });
      expect(desk.tells().isOpening).toBe(true);
      texts['broken.yaml'] = files['other.yaml'];
      changed.get('broken.yaml')?.();
      expect(desk.tells()).toMatchObject({ title: 'Another queue', isOpening: false, broken: [], beneath: [{}] });
      expect([...changed.keys()]).toEqual(['broken.yaml']);
      await desk.run({ kind: 'close' });
      expect(desk.tells().title).toBe('A short queue');
      return { exitCode: 0, lastTable: '' };
    },
  });
});

test('standard input can be gone back to; where it is the keyboard it is not read', async () => {
  let reads = 0;
  const texts = {
    ...files,
    get '-'(): string {
      reads++;
      return shortQueue(12);
    },
  };
  await tell(['-'], {
    files: texts,
    async openScreen(desk) {
      await desk.run({ kind: 'open', files: ['other.yaml'] });
      await desk.run({ kind: 'close' });
      expect(desk.tells()).toMatchObject({ title: 'A short queue', broken: [], files: ['-'] });
      await desk.run({ kind: 'open', files: ['-', 'other.yaml'] });
      expect(desk.tells()).toMatchObject({ broken: [], files: ['-', 'other.yaml'] });
      return { exitCode: 0, lastTable: '' };
    },
  });
  expect(reads).toBe(1);
  await visit(async (desk) => {
    await expect(desk.run({ kind: 'open', files: ['-'] })).rejects.toThrow('standard input is the keyboard here');
  });
});

test('what places want is brought: a recording of a replication, its week, what one more saves, a proof of rules', async () => {
  await visit(async (desk) => {
    const recording = await desk.bring(
      { kind: 'recording', ...counted, scenario: 'a fourth officer', replication: 1 },
      wanted,
    );
    expect([recording.replication, recording.window.from]).toEqual([1, counted.warmUp]);
    const whole = { kind: 'recording', scenario: 'a fourth officer', replication: 1, warmUp: 0 } as const;
    expect((await desk.bring(whole, wanted)).window.from).toBe(0);
    expect(recording.count).toBeGreaterThan(1000);
    const week = await desk.bring({ kind: 'week', ...counted, scenario: 'a fourth officer', replication: 1 }, wanted);
    expect([week.replication, Object.keys(week.stations)]).toEqual([1, ['officers']]);
    const asks = { ...counted, replication: 2, resource: 'officers' };
    expect((await desk.bring({ kind: 'oneMore', ...asks }, wanted)).wait).toBeGreaterThan(0);
    expect((await desk.bring({ kind: 'proof', scenario: 'A short queue' }, wanted)).verdicts).toEqual([]);
  });
});

test('weeks, and what one more saves, are kept as long as the scenario is what it was: looking again replays nothing', async () => {
  await visit(async (desk) => {
    const week = { kind: 'week', ...counted } as const;
    const more = { kind: 'oneMore', ...counted, resource: 'officers' } as const;
    const found = [await desk.bring(week, wanted), await desk.bring(more, wanted)];
    const again = async (): Promise<readonly boolean[]> => [
      (await desk.bring(week, wanted)) === found[0],
      (await desk.bring(more, wanted)) === found[1],
    ];
    expect(await again()).toEqual([true, true]);
    await desk.run({ kind: 'base', scenario: 'a fourth officer' });
    await desk.run({ kind: 'open', files: ['other.yaml'] });
    await desk.run({ kind: 'close' });
    expect(await again()).toEqual([true, true]);
    expect(await desk.bring({ ...week, replication: 1 }, wanted)).not.toBe(found[0]);
    expect((await desk.bring({ ...week, warmUp: 0 }, wanted)).minutes).not.toEqual(
      (await desk.bring(week, wanted)).minutes,
    );
    expect(await desk.bring({ ...week, scenario: 'a fourth officer' }, wanted)).not.toBe(found[0]);
  });
});

test('of too many answers the one goes that nobody has asked for the longest', async () => {
  const answer: SmallAnswer = { replication: 0, wait: 0, indicators: {} };
  const answers = new Answers();
  for (let n = 0; n < 200; n++) answers.keep(String(n), answer);
  expect(answers.of('0')).toBe(answer);
  answers.keep('200', answer);
  expect([answers.of('0'), answers.of('1'), answers.of('2')]).toEqual([answer, undefined, answer]);
});

test('what was wanted before a scenario changed is brought of what it is now', async () => {
  await visit(async (desk) => {
    const want = { kind: 'week', ...counted, scenario: fifth.name } as const;
    await desk.run({ kind: 'try', variant: fifth, replaces: undefined });
    const before = await desk.bring(want, wanted);
    const coming = desk.bring(want, wanted);
    const alone = { name: fifth.name, set: { 'resources.officers': '4' } };
    await desk.run({ kind: 'try', variant: alone, replaces: fifth.name });
    const after = await coming;
    expect(after).not.toEqual(before);
    expect(after).toEqual(await desk.bring(want, wanted));
  });
});

test('in one thread an answer that nobody wants any more is left: a recording, and that of a lesson', async () => {
  await visit(async (desk) => {
    const stop = new AbortController();
    const recording = desk.bring({ kind: 'recording', ...counted }, stop.signal);
    const answer = desk.bring({ kind: 'answer', lesson: '08-green-channel' }, stop.signal);
    stop.abort();
    await expect(recording).rejects.toThrow('aborted');
    await expect(answer).rejects.toThrow('aborted');
    // Whoever comes later is answered.
    expect((await desk.bring({ kind: 'answer', lesson: '03-advance' }, wanted)).value).toBeCloseTo(1);
  });
});

const ruleFile = (within: string): string =>
  `rules:\n  - {id: quick, response: {after: enter:review, then: released, within: ${within}}}\n`;

test('rules of a file are proved and followed; they are read again when they change, and shown with their mistakes', async () => {
  const texts: Record<string, string> = { ...files, 'rules.yaml': ruleFile('1 min') };
  const changed = new Map<string, () => void>();
  const told = await tell(['queue.yaml', '--rules', 'rules.yaml'], {
    files: texts,
    watched: changed,
    async openScreen(desk) {
      const brokenShares = async (): Promise<readonly number[]> =>
        (await ended(desk)).comparison.scenarios.map(({ rules = [] }) => rules[0]?.brokenShare.share ?? Number.NaN);
      const proof = async (): Promise<readonly string[]> =>
        (await desk.bring({ kind: 'proof', scenario: 'a fourth officer' }, wanted)).verdicts.map(
          ({ rule, verdict }) => `${rule.id} ${verdict}`,
        );
      expect(desk.tells()).toMatchObject({ files: ['queue.yaml'], rulesFile: 'rules.yaml' });
      const before = await brokenShares();
      for (const share of before) expect(share).toBeGreaterThan(0.5);
      expect(await proof()).toEqual(['quick broken']);
      const { keys } = desk.tells();

      // A variant that is tried is asked the same.
      await desk.run({ kind: 'try', variant: fifth, replaces: undefined });
      expect((await brokenShares())[2]).toBeGreaterThan(0.5);

      texts['rules.yaml'] = ruleFile('1000 h');
      changed.get('rules.yaml')?.();
      expect(desk.tells().keys['A short queue']).not.toBe(keys['A short queue']);
      expect(await brokenShares()).toEqual([0, 0, 0]);

      texts['rules.yaml'] = ruleFile('1 min').replace('released', 'relaesed');
      changed.get('rules.yaml')?.();
      expect(desk.tells().broken[0]).toMatchObject({ file: 'rules.yaml', mistakes: [{ nearest: 'released' }] });
      expect(await brokenShares()).toEqual([0, 0, 0]);
      texts['rules.yaml'] = ruleFile('1 min');
      changed.get('rules.yaml')?.();
      expect(desk.tells().broken).toEqual([]);
      await desk.run({ kind: 'drop', scenario: fifth.name });
      expect(await brokenShares()).toEqual(before);

      // What is opened over these files is another matter.
      await desk.run({ kind: 'open', files: ['other.yaml'] });
      expect(desk.tells()).toMatchObject({ files: ['other.yaml'], rulesFile: undefined });
      expect((await ended(desk)).comparison.scenarios[0]).not.toHaveProperty('rules');
      await desk.run({ kind: 'close' });
      return { exitCode: 0, lastTable: 'the table\n' };
    },
  });
  expect(told).toMatchObject({
    code: 0,
    talk: '',
    out: 'the table\n\nclearsim compare queue.yaml --rules rules.yaml\n',
  });
});

test('rules that are wrong or do not ship are refused before the screen is opened', async () => {
  const wrongRules = await tell(['queue.yaml', '--rules', 'broken.yaml'], { files, openScreen: noScreen });
  expect(wrongRules).toMatchObject({ code: 2, talk: expect.stringContaining('broken.yaml') as string });
  const none = await tell(['queue.yaml', '--rules'], { files, openScreen: noScreen });
  expect(none).toMatchObject({ code: 2, talk: expect.stringContaining('no rules ship for') as string });
});

const noScreen = (): Promise<never> => Promise.reject(new Error('a screen'));
