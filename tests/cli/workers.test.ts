import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/node-io.ts';
import { tell } from './fake-io.ts';
import { shortQueue } from './short-queue.ts';

const scenario = shortQueue(12).replace('exponential(20 min)', 'empirical(measured.csv)');
const files = { 'story.yaml': scenario, 'measured.csv': 'min\n5\n10\n20\n45\n' };

test('threads give the same bytes as the own one, and get the files that a scenario names', async () => {
  const alone = await tell(['compare', 'story.yaml', '--json'], { files });
  const threads = await tell(['compare', 'story.yaml', '--json', '--workers', '2'], {
    files,
    openWorkers: (count, task) => nodeIo().openWorkers(count, task),
  });
  expect(alone.code).toBe(0);
  expect(threads).toEqual(alone);
});

test('threads that are closed more than once end once, and none is begun anew', async () => {
  let begun = 0;
  const count = (): void => void begun++;
  process.on('worker', count);
  try {
    await tell(['compare', 'story.yaml', '--json', '--workers', '2'], {
      files,
      async openWorkers(threads, task) {
        const workers = await nodeIo().openWorkers(threads, task);
        const close = async (): Promise<void> => {
          await Promise.all([workers.close(), workers.close(), workers.close()]);
          await workers.close();
        };
        return { ...workers, close };
      },
    });
  } finally {
    process.off('worker', count);
  }
  expect(begun).toBe(2);
});

test('threads count too what of the machine the runs come to', async () => {
  const world = {
    files: { ...files, 'rules.yaml': 'rules:\n  - {id: A, absence: {event: released, times: 2}}\n' },
    openWorkers: (...asked: Parameters<ReturnType<typeof nodeIo>['openWorkers']>) => nodeIo().openWorkers(...asked),
  };
  const check = ['check', 'story.yaml', '--by', 'run', '--rules', 'rules.yaml', '--replications', '3', '--json'];
  const alone = await tell(check, world);
  expect(alone.code).toBe(0);
  expect(await tell([...check, '--workers', '2'], world)).toEqual(alone);
});

test('the log is that of the first replication, whoever runs the others', async () => {
  const alone = await tell(['run', 'story.yaml', '--log', 'log.csv'], { files });
  const threads = await tell(['run', 'story.yaml', '--log', 'log.csv', '--workers', '2'], {
    files,
    openWorkers: (count, task) => nodeIo().openWorkers(count, task),
  });
  expect(alone.written['log.csv']?.split('\n').length).toBeGreaterThan(1000);
  expect(threads).toEqual(alone);
});

test('much work is given to threads, as many as there are processors, little is not', async () => {
  const asked: number[] = [];
  const openWorkers = (count: number): never => {
    asked.push(count);
    throw new Error('enough');
  };
  const busy = { ...files, 'story.yaml': scenario.replace('horizon: 50 h', 'horizon: 50000 h') };
  await tell(['run', 'story.yaml'], { files: busy, openWorkers, cores: 3 });
  await tell(['run', 'story.yaml'], { files: busy, openWorkers, cores: 64 });
  await tell(['run', 'story.yaml'], { files, openWorkers, cores: 64 });
  expect(asked).toEqual([3, 4]);
});
