import {
  bucketCount,
  bucketOf,
  type Histogram,
  mser5,
  quantileInterval,
  tQuantile,
  trimHistogram,
  willinkInterval,
} from '../../src/statistics/index.ts';
import { stream } from '../kernel/stream.ts';
import { Variates } from '../random/variates.ts';
import { singleQueue } from './single-queue.ts';

/** M/M/1 at load 0.8, one arrival per unit of time. */
const queue = { gap: { kind: 'exponential', mean: 1 }, service: { kind: 'exponential', mean: 0.8 } } as const;

/** Mean and 90 % quantile of the time in system of its first 200 items from empty, from 10^6 runs made elsewhere. */
const truth = { mean: 3.606, p90: 8.294 };

/** Band of a share with this centre seen in so many studies: 3.3 binomial standard deviations, false alarm 1 in 1,000. */
export function band(centre: number, studies: number): { readonly low: number; readonly high: number } {
  const side = 3.3 * Math.sqrt((centre * (1 - centre)) / studies);
  return { low: centre - side, high: centre + side };
}

/** S-1: shares of studies whose interval holds the mean of 200 independent lognormal values, 20 replications. */
export function lognormalCoverage(studies: number): number {
  const next = stream('S-1');
  const variates = new Variates([{ kind: 'lognormal', mean: 1, cv: 2 }]);
  return shareOf(studies, () => {
    const means = repeat(20, () => {
      let sum = 0;
      for (let turn = 0; turn < 200; turn++) {
        sum += variates.draw(0, next(), 0);
      }
      return sum / 200;
    });
    return holds(willinkInterval(means, 0.95), 1);
  });
}

/** S-2, S-4: shares of studies whose interval, by Willink and by Student, holds the mean time in system. */
export function queueCoverage(studies: number, replications: number): { willink: number; student: number } {
  const next = stream(`S-2 ${replications}`);
  let student = 0;
  const willink = shareOf(studies, () => {
    const means = repeat(replications, () => {
      let sum = 0;
      for (const { stay } of singleQueue(next, { ...queue, count: 200 })) sum += stay;
      return sum / 200;
    });
    const mean = means.reduce((total, each) => total + each, 0) / replications;
    const squares = means.reduce((total, each) => total + (each - mean) * (each - mean), 0);
    const side = tQuantile(0.975, replications - 1) * Math.sqrt(squares / (replications - 1) / replications);
    if (Math.abs(mean - truth.mean) <= side) student += 1 / studies;
    return holds(willinkInterval(means, 0.95), truth.mean);
  });
  return { willink, student };
}

/** S-5: share of studies whose interval holds the 90 % quantile of the time in system. */
export function quantileCoverage(studies: number, replications: number): number {
  const next = stream(`S-5 ${replications}`);
  const counts = new Uint32Array(bucketCount);
  const replicate = (): Histogram => {
    counts.fill(0);
    for (const { stay } of singleQueue(next, { ...queue, count: 200 })) {
      const bucket = bucketOf(stay);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    return trimHistogram(counts);
  };
  return shareOf(studies, () => {
    const found = quantileInterval(repeat(replications, replicate), 0.9, 0.95);
    return holds(found?.interval ?? null, truth.p90);
  });
}

/** S-12: relative bias of the mean wait (3.2) after the cut by MSER-5 on ten runs that start with 50 waiting, and its standard error. */
export function cutBias(studies: number): { bias: number; error: number; tooShort: number } {
  const next = stream('S-12');
  const count = 5000;
  const biases: number[] = [];
  let tooShort = 0;
  for (let study = 0; study < studies; study++) {
    const average = new Float64Array(count);
    for (let run = 0; run < 10; run++) {
      let item = 0;
      for (const { wait } of singleQueue(next, { ...queue, count, backlog: 50 })) {
        average[item] = (average[item] ?? 0) + wait / 10;
        item++;
      }
    }
    const cut = mser5([...average]);
    if (cut === 'tooShort') {
      tooShort++;
      continue;
    }
    const rest = average.subarray(cut);
    biases.push(rest.reduce((sum, each) => sum + each, 0) / rest.length / 3.2 - 1);
  }
  const bias = biases.reduce((sum, each) => sum + each, 0) / biases.length;
  const squares = biases.reduce((sum, each) => sum + (each - bias) * (each - bias), 0);
  return { bias, error: Math.sqrt(squares / biases.length / (biases.length - 1)), tooShort };
}

function holds(interval: readonly [number, number] | null, value: number): boolean {
  return interval !== null && interval[0] <= value && value <= interval[1];
}

function repeat<Value>(times: number, make: () => Value): Value[] {
  return Array.from({ length: times }, make);
}

function shareOf(studies: number, isRight: () => boolean): number {
  return repeat(studies, isRight).filter(Boolean).length / studies;
}
