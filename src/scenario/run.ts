import * as z from 'zod';
import { right, type Minutes } from '../base/index.ts';
import { lawMean, type Law } from '../random/index.ts';
import {
  readDuration,
  isMap,
  mapped,
  nearestOf,
  refuse,
  under,
  type Language,
  type Read,
  splitQuantity,
  entry,
  field,
  shaped,
  isPercentage,
  readShare,
} from '../notation/index.ts';
import { counts, durations } from './dimension.ts';
import type { RunDraft } from './draft.ts';
import type { Files } from './empirical.ts';
import { lawLanguage } from './law.ts';
import type { Arrivals } from './scenario.ts';

/** How a scenario is run: `{horizon: 12 weeks, warmUp: auto, seed: qingdao, replications: 50}` or with `stopAfter: 1000 consignments`. */
export const readRun: Language<RunDraft> = (value) => {
  const read = runEntry(value);
  if (!read.ok) return read;
  const {
    horizon,
    stopAfter,
    warmUp,
    seed = 'clearsim',
    study = 'steady',
    replications = defaultReplications,
  } = read.value;
  if (horizon === undefined && stopAfter === undefined)
    return refuse('missing-key', 'horizon is missing', {
      expected: 'horizon: a duration, or stopAfter: 1000 consignments',
    });
  if (horizon !== undefined && stopAfter !== undefined)
    return under(
      'stopAfter',
      refuse('either-or', 'a run ends at a horizon or after a number of consignments', {
        expected: 'horizon or stopAfter, not both',
      }),
    );
  if (horizon === 0)
    return under('horizon', refuse('out-of-range', 'a run lasts some time', { expected: 'a duration above 0' }));
  if (typeof warmUp === 'number' && horizon !== undefined && warmUp >= horizon)
    return under(
      'warmUp',
      refuse('horizon-before-warm-up', 'nothing is left to count: the run ends before its warm-up does', {
        expected: 'a warm-up shorter than the horizon',
      }),
    );
  return right({ horizon, stopAfter, warmUp, seed, study, replications });
};

type ReplicationsDraft = RunDraft['replications'];

const defaultReplications: ReplicationsDraft = { min: 50, max: 200, precision: 0.02, of: undefined };

const readWarmUp: Language<Minutes | 'auto'> = (value) => {
  if (value === 'auto') return right('auto');
  if (typeof value === 'string' && !/\d/u.test(value))
    return refuse('unknown-word', 'this is no warm-up', {
      expected: 'auto or a duration as in 2 weeks',
      ...nearestOf(value, ['auto']),
    });
  return readDuration(value);
};

const readStopAfter: Language<number> = (value) => {
  const quantity = splitQuantity(value);
  const form = 'a number of consignments, as in 1000 consignments';
  if (quantity === undefined) return refuse('no-number', 'this is no number of consignments', { expected: form });
  if (quantity.unit === '')
    return refuse('number-without-unit', 'this number needs its word', {
      expected: form,
      nearest: `${quantity.amount} consignments`,
    });
  if (quantity.unit !== 'consignments' && quantity.unit !== 'consignment')
    return refuse('wrong-unit', `"${quantity.unit}" cannot be counted`, {
      expected: form,
      nearest: `${quantity.amount} consignments`,
    });
  const isCount = Number.isInteger(quantity.amount) && quantity.amount >= 1 && quantity.amount <= 1e9;
  return isCount
    ? right(quantity.amount)
    : refuse('out-of-range', 'this number of consignments is out of range', {
        expected: 'a whole number from 1 to 1000000000',
      });
};

const readSeed: Language<string> = (value) => {
  if (typeof value === 'number') return right(String(value));
  return typeof value === 'string' && value !== '' && value.length <= 200
    ? right(value)
    : refuse('wrong-type', 'this is no seed', { expected: 'a word or a number' });
};

const readReplications: Language<ReplicationsDraft> = (value) => {
  if (!isMap(value))
    return mapped(readReplicationCount(value), (count) => ({ ...defaultReplications, min: count, max: count }));
  const read = replicationsEntry(value);
  if (!read.ok) return read;
  const { min, max, precision = defaultReplications.precision, of } = read.value;
  const least = min ?? Math.min(defaultReplications.min, max ?? defaultReplications.min);
  const most = max ?? Math.max(defaultReplications.max, least);
  if (least > most) return under('min', refuse('out-of-range', 'min is above max', { expected: `at most ${most}` }));
  return right({ min: least, max: most, precision, of });
};

const readReplicationCount: Language<number> = (value) => {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return refuse('wrong-type', 'this is no number of replications', {
      expected: 'a whole number from 1 to 100000, or {min: 50, max: 200, precision: 2 %, of: releaseTime}',
    });
  return value >= 1 && value <= 100_000
    ? right(value)
    : refuse('out-of-range', 'this number of replications is out of range', { expected: '1 to 100000' });
};

const readPrecision: Language<number> = (value) => {
  const read = readShare(value);
  if (!read.ok || read.value > 0) return read;
  return refuse(
    'out-of-range',
    isPercentage(value) ? 'a precision of 0 % is never reached' : 'a precision of 0 is never reached',
    { expected: 'a share above 0 %' },
  );
};

const replicationsEntry: Language<{
  readonly min?: number;
  readonly max?: number;
  readonly precision?: number;
  readonly of?: string;
}> = shaped(
  entry({
    min: field(readReplicationCount).exactOptional(),
    max: field(readReplicationCount).exactOptional(),
    precision: field(readPrecision).exactOptional(),
    of: z.string().exactOptional(),
  }),
);

const runEntry: Language<{
  readonly horizon?: Minutes;
  readonly stopAfter?: number;
  readonly warmUp?: Minutes | 'auto';
  readonly seed?: string;
  readonly study?: RunDraft['study'];
  readonly replications?: ReplicationsDraft;
}> = shaped(
  entry({
    horizon: field(readDuration).exactOptional(),
    stopAfter: field(readStopAfter).exactOptional(),
    warmUp: field(readWarmUp).exactOptional(),
    seed: field(readSeed).exactOptional(),
    study: z.enum(['steady', 'terminating']).exactOptional(),
    replications: field(readReplications).exactOptional(),
  }),
);

/** Who comes: `consignments: {every: ...}`, or `vessels: {every, carry, voyage}` with `preparationStarts: arrival | departure`. */
export function arrivalsLanguage(files: Files): Language<Arrivals> {
  const duration = lawLanguage(durations, files);
  const every: Language<Law> = (value) => above0(duration(value));
  const carry: Language<Law> = (value) => above0(wholeConstant(lawLanguage(counts, files)(value)));
  const readEntry = shaped(
    entry({
      consignments: entry({ every: field(every) }).exactOptional(),
      vessels: entry({ every: field(every), carry: field(carry), voyage: field(duration) }).exactOptional(),
      preparationStarts: z.enum(['arrival', 'departure']).exactOptional(),
    }),
  );
  return (value) => {
    const read = readEntry(value);
    if (!read.ok) return read;
    const { consignments, vessels, preparationStarts } = read.value;
    if (vessels !== undefined && consignments !== undefined)
      return under(
        'consignments',
        refuse('either-or', 'consignments come by themselves or with vessels', {
          expected: 'consignments or vessels, not both',
        }),
      );
    if (vessels !== undefined)
      return right({
        kind: 'vessels',
        every: vessels.every,
        carry: vessels.carry,
        voyage: vessels.voyage,
        preparationStarts: preparationStarts ?? 'arrival',
      });
    if (consignments === undefined)
      return refuse('missing-key', 'nobody arrives', {
        expected: 'consignments: {every: ...} or vessels: {every: ..., carry: ..., voyage: ...}',
      });
    if (preparationStarts !== undefined)
      return under(
        'preparationStarts',
        refuse('either-or', 'only vessels depart and arrive', { expected: 'preparationStarts beside vessels' }),
      );
    return right({ kind: 'consignments', every: consignments.every });
  };
}

function wholeConstant(read: Read<Law>): Read<Law> {
  if (!read.ok || read.value.kind !== 'constant' || Number.isInteger(read.value.value)) return read;
  return refuse('wrong-type', 'consignments are counted in whole numbers', {
    expected: 'a whole number, poisson(40) or geometric(mean 4)',
  });
}

function above0(read: Read<Law>): Read<Law> {
  if (!read.ok || lawMean(read.value) > 0) return read;
  return refuse('out-of-range', 'this is always 0', { expected: 'something above 0' });
}
