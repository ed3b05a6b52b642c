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
    return refuse(
      'missing-key',
      { en: 'horizon is missing', zh: '缺少 horizon' },
      {
        expected: {
          en: 'horizon: a duration, or stopAfter: 1000 consignments',
          zh: 'horizon: 时长，或 stopAfter: 1000 consignments',
        },
      },
    );
  if (horizon !== undefined && stopAfter !== undefined)
    return under(
      'stopAfter',
      refuse(
        'either-or',
        { en: 'a run ends at a horizon or after a number of consignments', zh: '运行或到时段结束，或到一定票数结束' },
        {
          expected: { en: 'horizon or stopAfter, not both', zh: 'horizon 或 stopAfter，不可兼有' },
        },
      ),
    );
  if (horizon === 0)
    return under(
      'horizon',
      refuse(
        'out-of-range',
        { en: 'a run lasts some time', zh: '运行须有时长' },
        { expected: { en: 'a duration above 0', zh: '大于 0 的时长' } },
      ),
    );
  if (typeof warmUp === 'number' && horizon !== undefined && warmUp >= horizon)
    return under(
      'warmUp',
      refuse(
        'horizon-before-warm-up',
        {
          en: 'nothing is left to count: the run ends before its warm-up does',
          zh: '无可计入：运行在预热期结束前就已结束',
        },
        {
          expected: { en: 'a warm-up shorter than the horizon', zh: '短于时段的预热期' },
        },
      ),
    );
  return right({ horizon, stopAfter, warmUp, seed, study, replications });
};

type ReplicationsDraft = RunDraft['replications'];

const defaultReplications: ReplicationsDraft = { min: 50, max: 200, precision: 0.02, of: undefined };

const readWarmUp: Language<Minutes | 'auto'> = (value) => {
  if (value === 'auto') return right('auto');
  if (typeof value === 'string' && !/\d/u.test(value))
    return refuse(
      'unknown-word',
      { en: 'this is no warm-up', zh: '这不是预热期' },
      {
        expected: { en: 'auto or a duration as in 2 weeks', zh: 'auto（自动），或时长如 2 weeks' },
        ...nearestOf(value, ['auto']),
      },
    );
  return readDuration(value);
};

const readStopAfter: Language<number> = (value) => {
  const quantity = splitQuantity(value);
  const form = { en: 'a number of consignments, as in 1000 consignments', zh: '货物票数，如 1000 consignments' };
  if (quantity === undefined)
    return refuse('no-number', { en: 'this is no number of consignments', zh: '这不是货物票数' }, { expected: form });
  if (quantity.unit === '')
    return refuse(
      'number-without-unit',
      { en: 'this number needs its word', zh: '此数字需要写明单位词' },
      {
        expected: form,
        nearest: `${quantity.amount} consignments`,
      },
    );
  if (quantity.unit !== 'consignments' && quantity.unit !== 'consignment')
    return refuse(
      'wrong-unit',
      { en: `"${quantity.unit}" cannot be counted`, zh: `“${quantity.unit}”不能计数` },
      {
        expected: form,
        nearest: `${quantity.amount} consignments`,
      },
    );
  const isCount = Number.isInteger(quantity.amount) && quantity.amount >= 1 && quantity.amount <= 1e9;
  return isCount
    ? right(quantity.amount)
    : refuse(
        'out-of-range',
        { en: 'this number of consignments is out of range', zh: '票数超出范围' },
        {
          expected: { en: 'a whole number from 1 to 1000000000', zh: '1 至 1000000000 的整数' },
        },
      );
};

const readSeed: Language<string> = (value) => {
  if (typeof value === 'number') return right(String(value));
  return typeof value === 'string' && value !== '' && value.length <= 200
    ? right(value)
    : refuse(
        'wrong-type',
        { en: 'this is no seed', zh: '这不是种子' },
        { expected: { en: 'a word or a number', zh: '词或数字' } },
      );
};

const readReplications: Language<ReplicationsDraft> = (value) => {
  if (!isMap(value))
    return mapped(readReplicationCount(value), (count) => ({ ...defaultReplications, min: count, max: count }));
  const read = replicationsEntry(value);
  if (!read.ok) return read;
  const { min, max, precision = defaultReplications.precision, of } = read.value;
  const least = min ?? Math.min(defaultReplications.min, max ?? defaultReplications.min);
  const most = max ?? Math.max(defaultReplications.max, least);
  if (least > most)
    return under(
      'min',
      refuse(
        'out-of-range',
        { en: 'min is above max', zh: 'min 大于 max' },
        { expected: { en: `at most ${most}`, zh: `至多 ${most}` } },
      ),
    );
  return right({ min: least, max: most, precision, of });
};

const readReplicationCount: Language<number> = (value) => {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return refuse(
      'wrong-type',
      { en: 'this is no number of replications', zh: '这不是重复次数' },
      {
        expected: {
          en: 'a whole number from 1 to 100000, or {min: 50, max: 200, precision: 2 %, of: releaseTime}',
          zh: '1 至 100000 的整数，或 {min: 50, max: 200, precision: 2 %, of: releaseTime}',
        },
      },
    );
  return value >= 1 && value <= 100_000
    ? right(value)
    : refuse(
        'out-of-range',
        { en: 'this number of replications is out of range', zh: '重复次数超出范围' },
        { expected: { en: '1 to 100000', zh: '1 至 100000' } },
      );
};

const readPrecision: Language<number> = (value) => {
  const read = readShare(value);
  if (!read.ok || read.value > 0) return read;
  return refuse(
    'out-of-range',
    isPercentage(value)
      ? { en: 'a precision of 0 % is never reached', zh: '0 % 的精度永远达不到' }
      : { en: 'a precision of 0 is never reached', zh: '0 的精度永远达不到' },
    { expected: { en: 'a share above 0 %', zh: '大于 0 % 的比例' } },
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
        refuse(
          'either-or',
          { en: 'consignments come by themselves or with vessels', zh: '货物或自行到达，或随船到达' },
          {
            expected: { en: 'consignments or vessels, not both', zh: 'consignments 或 vessels，不可兼有' },
          },
        ),
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
      return refuse(
        'missing-key',
        { en: 'nobody arrives', zh: '没有货物到达' },
        {
          expected: {
            en: 'consignments: {every: ...} or vessels: {every: ..., carry: ..., voyage: ...}',
            zh: 'consignments: {every: ...} 或 vessels: {every: ..., carry: ..., voyage: ...}',
          },
        },
      );
    if (preparationStarts !== undefined)
      return under(
        'preparationStarts',
        refuse(
          'either-or',
          { en: 'only vessels depart and arrive', zh: '只有船舶有启运和到港' },
          { expected: { en: 'preparationStarts beside vessels', zh: 'preparationStarts 与 vessels 并列' } },
        ),
      );
    return right({ kind: 'consignments', every: consignments.every });
  };
}

function wholeConstant(read: Read<Law>): Read<Law> {
  if (!read.ok || read.value.kind !== 'constant' || Number.isInteger(read.value.value)) return read;
  return refuse(
    'wrong-type',
    { en: 'consignments are counted in whole numbers', zh: '货物票数为整数' },
    {
      expected: {
        en: 'a whole number, poisson(40) or geometric(mean 4)',
        zh: '整数、poisson(40) 或 geometric(mean 4)',
      },
    },
  );
}

function above0(read: Read<Law>): Read<Law> {
  if (!read.ok || lawMean(read.value) > 0) return read;
  return refuse(
    'out-of-range',
    { en: 'this is always 0', zh: '这永远为 0' },
    { expected: { en: 'something above 0', zh: '大于 0 的值' } },
  );
}
