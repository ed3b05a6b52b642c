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

/** A share of which the middle is not known exactly, and between which it lies. */
export interface Between {
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

/** What a process took and said; `user`: seconds of processors without those of the system, which other programs lengthen more. */
export interface Measured extends Cost {
  readonly user: number;
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
  return { wall, user, cpu: user + system, out: stdout, talk: lines.join('\n') };
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

/**
 * How much more user time of processors a program takes than another, as a share: the median of so many pairs, one run right after the other
 * and each first in turn, so that both meet the same load.
 */
export function extra(base: Program, program: Program, rounds: number): Between {
  return between(
    Array.from({ length: rounds }, (_, round) => {
      const [first, second] = round % 2 === 0 ? [base, program] : [program, base];
      const users = [measure(first).user, measure(second).user];
      const [without = Number.NaN, withIt = Number.NaN] = round % 2 === 0 ? users : users.toReversed();
      return withIt / without - 1;
    }),
  );
}

/** The median of some shares, and the order statistics that it lies between in 95 of 100 cases (of five, 94). */
export function between(shares: readonly number[]): Between {
  const sorted = shares.toSorted((a, b) => a - b);
  // The binomial by its normal approximation: Conover, Practical Nonparametric Statistics.
  const outside = Math.max(0, Math.floor(sorted.length / 2 - 0.98 * Math.sqrt(sorted.length)));
  const [from, to] = [present(sorted[outside], 'a share'), present(sorted[sorted.length - 1 - outside], 'a share')];
  return { share: median(shares), from, to };
}

/** `4.1 % more CPU time (2.0 to 6.3 %)`. */
export function moreText({ share, from, to }: Between): string {
  const [middle, least, greatest] = [share, from, to].map((each) => (100 * each).toFixed(1));
  return `${middle} % more CPU time (${least} to ${greatest} %)`;
}

/** The middle of an odd number of numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return present(sorted[Math.floor(sorted.length / 2)], 'a number');
}
