import { spawnSync } from 'node:child_process';
import { present } from '../src/base/index.ts';

/** A program to be measured: what it is called, and its command line. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
}

/** What a process took, in seconds: by the clock, and of processors (user and system). */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** What a process took and said. */
export interface Measured extends Cost {
  readonly out: string;
  readonly talk: string;
}

/** Runs a program to its end. Throws if it fails. */
export function measure({ name, command }: Program): Measured {
  // bash sees what its child took; Node tells it of itself alone.
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time "$@"', 'bench', ...command],
    { encoding: 'utf8', maxBuffer: Infinity },
  );
  if (status !== 0) throw new Error(`${name} failed: ${stderr.trim()}`);
  const lines = stderr.trim().split('\n');
  const [wall = NaN, user = NaN, system = NaN] = (lines.pop() ?? '').split(' ').map(Number);
  return { wall, cpu: user + system, out: stdout, talk: lines.join('\n') };
}

/** Runs programs in turn, so many rounds; the median cost of each. */
export function race(programs: readonly Program[], rounds: number): readonly Cost[] {
  const costs = programs.map((): Cost[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, program] of programs.entries()) costs[index]?.push(measure(program));
  return costs.map((each) => ({
    wall: median(each.map(({ wall }) => wall)),
    cpu: median(each.map(({ cpu }) => cpu)),
  }));
}

/** The middle of an odd number of numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return present(sorted[Math.floor(sorted.length / 2)], 'a number');
}
