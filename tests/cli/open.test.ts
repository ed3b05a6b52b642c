import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import type { Progress } from '../../src/experiment/index.ts';
import type { Desk } from '../../src/tui/index.ts';
import { tell, type World } from './fake-io.ts';
import { shortQueue } from './short-queue.ts';

const files = { 'queue.yaml': shortQueue(12) };
type Screen = NonNullable<World['openScreen']>;

/** Resolves with the first progress that is as wanted. */
const seen = (desk: Desk, wanted: (progress: Progress) => boolean): Promise<Progress> =>
  new Promise((resolve) =>
    desk.subscribe((progress) => progress !== undefined && wanted(progress) && resolve(progress)),
  );

describe('on a terminal', () => {
  test('the screen shows the experiment of the files; afterwards its table stays, with the command that makes it again', async () => {
    const options: Parameters<Screen>[1][] = [];
    let progress: Progress | undefined;
    let changed: unknown;
    const told = await tell(['queue.yaml', '--seed', 'my seed', '--lang', 'zh'], {
      files,
      async openScreen(desk, given) {
        options.push(given);
        expect(desk.tells().title).toBe('A short queue');
        expect(desk.tells().names).toEqual(['A short queue', 'a fourth officer']);
        changed = desk.tells().changes;
        progress = await seen(desk, ({ state }) => state !== 'running');
        return { exitCode: 0, lastTable: 'the table\n' };
      },
    });
    expect(progress).toMatchObject({ replications: 12, of: 'clearanceTime' });
    expect(options[0]).toMatchObject({
      ascii: false,
      color: true,
      lang: 'zh',
    });
    expect(changed).toEqual({ 'a fourth officer': [{ path: 'resources.officers', before: '3', after: '4' }] });
    expect(told).toMatchObject({
      code: 0,
      out: "the table\n\nclearsim compare queue.yaml --seed 'my seed'\n",
      talk: '',
    });
  });

  test('leaving ends the experiment', async () => {
    const told = await tell(['queue.yaml', '--replications', '100000'], {
      files,
      openScreen: async () => ({ exitCode: 130, lastTable: '' }),
    });
    expect(told).toMatchObject({ code: 130, out: '' });
  });

  test('a pause holds the experiment', async () => {
    await tell(['queue.yaml'], {
      files,
      async openScreen(desk) {
        await seen(desk, () => true);
        desk.pause();
        const before = await settled(desk);
        expect(await settled(desk)).toBe(before);
        desk.resume();
        expect(await seen(desk, ({ state }) => state !== 'running')).toMatchObject({ replications: 12 });
        return { exitCode: 0, lastTable: '' };
      },
    });
  });

  test('a signal closes the screen with its code', async () => {
    let raised = false;
    const told = await tell(['queue.yaml', '--replications', '1000'], {
      files,
      onBreath: (raise) => {
        if (!raised) raise('SIGTERM');
        raised = true;
      },
      openScreen: (desk, { signal }) => {
        desk.subscribe(() => undefined);
        return new Promise((resolve) =>
          present(signal, 'a signal').addEventListener('abort', () =>
            resolve({ exitCode: signal?.reason as number, lastTable: '' }),
          ),
        );
      },
    });
    expect(told.code).toBe(143);
  });

  test('an error in the experiment closes the screen, and is told when the terminal is free again', async () => {
    const told = await tell(['queue.yaml', '--workers', '2'], {
      files,
      openScreen: (desk, { signal }) => {
        desk.subscribe(() => undefined);
        return new Promise((resolve) =>
          present(signal, 'a signal').addEventListener('abort', () =>
            resolve({ exitCode: signal?.reason as number, lastTable: '' }),
          ),
        );
      },
    });
    expect(told).toMatchObject({
      code: 70,
      talk: expect.stringContaining('this is a bug in clearsim (Error: no workers in this story)') as string,
    });
  });

  test.each([
    { what: 'a dumb terminal', argv: [], environment: { TERM: 'dumb' } },
    { what: 'JSON is wanted', argv: ['--json'], environment: {} },
    { what: 'a file is wanted', argv: ['-o', 'x.txt'], environment: {} },
  ])('no screen where $what', async ({ argv, environment }) => {
    const openScreen: Screen = () => Promise.reject(new Error('a screen'));
    expect((await tell(['queue.yaml', ...argv], { files, environment, openScreen })).code).toBe(0);
  });

  test.each([
    { environment: { LANG: 'en_US.UTF-8' }, ascii: false, color: true },
    { environment: { LANG: 'en_US.UTF-8', LC_ALL: 'C' }, ascii: true, color: true },
    { environment: { TERM: 'linux', NO_COLOR: '1' }, ascii: true, color: false },
  ])('$environment: ascii $ascii, colour $color', async ({ environment, ascii, color }) => {
    const given: unknown[] = [];
    await tell(['queue.yaml'], {
      files,
      environment,
      openScreen: async (_, options) => (given.push(options), { exitCode: 0, lastTable: '' }),
    });
    expect(given[0]).toMatchObject({ ascii, color });
  });
});

/** Replications known when nothing has moved for a while. */
async function settled(desk: Desk): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return (await seen(desk, () => true)).replications;
}
