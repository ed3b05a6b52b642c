import * as z from 'zod';
import { right, wrong } from '../base/index.ts';
import type { Anchor, Span } from '../customs/index.ts';
import type { Law } from '../random/index.ts';
import {
  readDuration,
  readTermLength,
  isMap,
  mapped,
  nearestOf,
  readNames,
  refuse,
  together,
  under,
  type Language,
  type Read,
  entry,
  field,
  shaped,
  text,
  readShare,
} from '../notation/index.ts';
import { byLanguage, leavesOf, mapLeaves, type ByDraft } from './by.ts';
import { readWeek } from './calendar.ts';
import { durations } from './dimension.ts';
import type { ActivityDraft, ChanceDraft, DelayDraft, FeeDraft, ResourceDraft } from './draft.ts';
import type { Files } from './empirical.ts';
import { lawLanguage } from './law.ts';
import { readMoney } from './money.ts';
import { readPart } from './part.ts';
import type { Calendar, Deadline, Term } from './scenario.ts';

// One language for each kind of entry of a scenario's sections, in the order of the sections.

/** A chance: a share, `{share: 3 %, drawn: eachVisit}`, or by something. */
export const readChance: Language<ChanceDraft> = (value) => {
  if (isMap(value) && Object.hasOwn(value, 'share'))
    return mapped(chanceEntry(value), ({ share, drawn }) => ({ share, drawn: drawn ?? 'once' }));
  return mapped(byLanguage(readShare)(value), (share) => ({ share, drawn: 'once' }));
};

const chanceEntry: Language<{ readonly share: ByDraft<number>; readonly drawn?: ChanceDraft['drawn'] | undefined }> =
  shaped(entry({ share: field(byLanguage(readShare)), drawn: z.enum(['once', 'eachVisit']).exactOptional() }));

/** A measure: `on`, `off`, the share of eligible consignments, or by something. */
export const readMeasure: Language<ByDraft<number>> = byLanguage((value) => {
  if (value === 'on') return right(1);
  if (value === 'off') return right(0);
  if (typeof value === 'string' && !/\d/u.test(value))
    return refuse(
      'unknown-word',
      { en: 'this is no state of a measure', zh: '这不是措施的状态' },
      {
        expected: measureForm,
        ...nearestOf(value, ['on', 'off']),
      },
    );
  if (typeof value === 'boolean')
    return refuse(
      'wrong-type',
      { en: 'a measure is on or off', zh: '措施只能开或关' },
      {
        expected: measureForm,
        nearest: value ? 'on' : 'off',
      },
    );
  const share = readShare(value);
  return share.ok ? share : wrong(share.wrong.map((mistake) => ({ ...mistake, expected: measureForm })));
});

const measureForm = {
  en: 'on, off or a share from 0 % to 100 %, as in 12 %',
  zh: 'on（开）、off（关），或 0 % 至 100 % 的比例，如 12 %',
};

/** An activity: what it needs and how long it takes (as a delay), or that it holds. */
export function activityLanguage(files: Files): Language<ActivityDraft> {
  const readEntry = shaped(
    entry({
      needs: field(readNeeds).exactOptional(),
      takes: field(delayLanguage(files)).exactOptional(),
      holds: z.boolean().exactOptional(),
      priority: field(byLanguage(readPriority)).exactOptional(),
    }),
  );
  return (value) => {
    const read = readEntry(value);
    if (!read.ok) return read;
    const { needs = {}, takes, holds = false, priority } = read.value;
    if (holds && takes !== undefined)
      return under(
        'takes',
        refuse(
          'either-or',
          { en: 'an activity that holds lasts until its state is left', zh: 'holds 的作业持续到离开其状态为止' },
          {
            expected: { en: 'takes or holds, not both', zh: 'takes 或 holds，不可兼有' },
          },
        ),
      );
    if (!holds && takes === undefined)
      return refuse(
        'missing-key',
        { en: 'takes is missing', zh: '缺少 takes' },
        { expected: { en: 'takes: a duration, or holds: true', zh: 'takes: 时长，或 holds: true' } },
      );
    return right({ needs, takes, holds, priority });
  };
}

const readPriority: Language<number> = (value) => {
  if (typeof value !== 'number')
    return refuse(
      'wrong-type',
      { en: 'this is no priority', zh: '这不是优先级' },
      { expected: { en: 'a number; a bigger one goes first', zh: '数字，大者优先' } },
    );
  return Math.abs(value) <= 1e6
    ? right(value)
    : refuse(
        'out-of-range',
        { en: 'this priority is out of range', zh: '优先级超出范围' },
        { expected: { en: '-1000000 to 1000000', zh: '-1000000 至 1000000' } },
      );
};

/** Units by resource: a name, a list of names, or `{inspectors: 2}`. */
const readNeeds: Language<Readonly<Record<string, number>>> = (value) => {
  if (!isMap(value)) {
    return mapped(readNames(value), (names) =>
      Object.fromEntries(names.map((name) => [name, names.filter((each) => each === name).length])),
    );
  }
  const needs = Object.entries(value).filter(([key]) => key !== 'source');
  return mapped(
    together(
      needs.map(([name, units]) =>
        under(
          name,
          mapped(readUnits(units), (count) => [name, count] as const),
        ),
      ),
    ),
    (counted) => Object.fromEntries(counted),
  );
};

const readUnits: Language<number> = (value) => {
  if (typeof value !== 'number' || !Number.isInteger(value))
    return refuse(
      'wrong-type',
      { en: 'this is no number of units', zh: '这不是资源数量' },
      { expected: { en: 'a whole number from 1', zh: '从 1 起的整数' } },
    );
  if (value < 1)
    return refuse(
      'out-of-range',
      { en: 'there must be at least one unit', zh: '至少要有一个' },
      { expected: { en: '1 to 1000000', zh: '1 至 1000000' } },
    );
  return value <= 1e6
    ? right(value)
    : refuse(
        'out-of-range',
        { en: 'these are too many units', zh: '数量过多' },
        { expected: { en: '1 to 1000000', zh: '1 至 1000000' } },
      );
};

/** A delay: a law, a part of another delay or activity (`12 % of preparation`), or by something. */
export function delayLanguage(files: Files): Language<DelayDraft> {
  const readLaw = lawLanguage(durations, files);
  type Leaf = { readonly law: Law } | { readonly of: string; readonly share: number };
  const readLeaves = byLanguage<Leaf>((value): Read<Leaf> => {
    const part = readPart(value);
    return part ?? mapped(readLaw(value), (law) => ({ law }));
  });
  return (value) => {
    const leaves = readLeaves(value);
    if (!leaves.ok) return leaves;
    const all = leavesOf(leaves.value);
    const whole = all.flatMap((leaf) => ('of' in leaf ? [leaf.of] : []));
    const [of] = whole;
    if (of === undefined)
      return right({
        kind: 'law',
        law: mapLeaves(leaves.value, (leaf): Law => ('law' in leaf ? leaf.law : { kind: 'constant', value: 0 })),
      });
    if (whole.length < all.length || whole.some((each) => each !== of))
      return refuse(
        'mixed-kinds',
        { en: 'the values are not of one kind', zh: '各值类别不一' },
        {
          expected: {
            en: 'durations everywhere, or parts of the same delay everywhere',
            zh: '全为时长，或全为同一时长的部分',
          },
        },
      );
    return right({ kind: 'part', of, share: mapLeaves(leaves.value, (leaf) => ('of' in leaf ? leaf.share : 0)) });
  };
}

const roll: z.ZodType<Deadline['roll']> = z.enum(['none', 'firstFeeDay', 'nextWorkingDay']);

/** A deadline: `{from: arrived, after: 14 calendar days, roll: firstFeeDay}`. */
export const readDeadline: Language<Deadline> = (value) => {
  const read = shaped(entry({ from: field(readNames), after: field(readTermLength), roll: roll.exactOptional() }))(
    value,
  );
  return read.ok
    ? rolled({ from: read.value.from, after: read.value.after, roll: read.value.roll ?? 'none' }, read.value.after)
    : read;
};

/** A term: `{from: arrived, to: accepted, within: 14 calendar days, roll: firstFeeDay, charge: lateDeclaration}`. */
export const readTerm: Language<Term> = (value) => {
  const read = shaped(
    entry({
      from: field(readNames),
      to: field(readNames),
      within: field(readTermLength),
      roll: roll.exactOptional(),
      charge: text.exactOptional(),
    }),
  )(value);
  return read.ok
    ? rolled(
        {
          from: read.value.from,
          to: read.value.to,
          within: read.value.within,
          roll: read.value.roll ?? 'none',
          charge: read.value.charge,
        },
        read.value.within,
      )
    : read;
};

/** Only what is counted in days can roll to another day. */
function rolled<Value extends { readonly roll: Deadline['roll'] }>(value: Value, length: Term['within']): Read<Value> {
  if (value.roll === 'none' || length.unit !== 'minutes') return right(value);
  return under(
    'roll',
    refuse(
      'either-or',
      { en: 'only calendar days, working days and months can roll', zh: '只有日历日、工作日和月可以顺延' },
      {
        expected: {
          en: 'a term in days, as in 14 calendar days, or no roll',
          zh: '以日计的期限，如 14 calendar days，或不设 roll',
        },
      },
    ),
  );
}

/** A resource: its number of units, or `{count: 10, calendar: office, queue: priority, atShiftEnd: finish}`. */
export const readResource: Language<ResourceDraft> = (value) => {
  if (!isMap(value)) return mapped(readUnits(value), (count) => ({ count, calendar: undefined, queue: undefined }));
  return mapped(resourceEntry(value), ({ count, calendar, queue }) => ({ count, calendar, queue }));
};

const resourceEntry: Language<{
  readonly count: number;
  readonly calendar?: string | undefined;
  readonly queue?: 'fifo' | 'priority' | undefined;
}> = shaped(
  entry({
    count: field(readUnits),
    calendar: text.exactOptional(),
    queue: z.enum(['fifo', 'priority']).exactOptional(),
    atShiftEnd: z.enum(['finish']).exactOptional(),
  }),
);

/** A calendar: `{week: [Mon-Fri 09:00-17:30], holidays: china}`. */
export const readCalendar: Language<Calendar> = (value) =>
  mapped(shaped(entry({ week: field(readWeek), holidays: text.exactOptional() }))(value), ({ week, holidays }) => ({
    week,
    holidays,
  }));

/** A fee: `statutory`, an amount `50 CNY`, or `{perDay: 20 CNY, after: 7 d, of: {from: unloaded, to: removed}}` (the default of `of`). */
export const readFee: Language<FeeDraft> = (value) => {
  if (value === 'statutory') return right({ kind: 'statutory' });
  if (isMap(value)) {
    const read = shaped(
      entry({ perDay: field(readMoney), after: field(readDuration), of: field(readSpan).exactOptional() }),
    )(value);
    return mapped(read, ({ perDay, after, of }) => ({ kind: 'perDay', ...perDay, after, of: of ?? inPort }));
  }
  if (typeof value === 'string' && !/\d/u.test(value))
    return refuse(
      'unknown-word',
      { en: 'this is no fee', zh: '这不是费用' },
      {
        expected: {
          en: 'statutory, an amount as in 50 CNY, or {perDay: 20 CNY, after: 7 d}',
          zh: 'statutory（法定）、金额如 50 CNY，或 {perDay: 20 CNY, after: 7 d}',
        },
        ...nearestOf(value, ['statutory']),
      },
    );
  return mapped(readMoney(value), (money) => ({ kind: 'fixed', ...money }));
};

/** Storage is counted while goods stand in the yard: none where they leave within the free days. */
const inPort: Span = { from: { first: ['unloaded'] }, to: { first: ['removed'] } };

/** What an indicator measures: `{from: arrived, to: [pickupPermitted, released]}`; `{last: [...]}` for the last reached of several. */
export const readSpan: Language<Span> = (value) =>
  mapped(shaped(entry({ from: field(readAnchor), to: field(readAnchor) }))(value), ({ from, to }) => ({ from, to }));

const readAnchor: Language<Anchor> = (value) => {
  if (!isMap(value)) return mapped(readNames(value), (first) => ({ first }));
  return mapped(
    shaped(
      z.strictObject(
        { last: field(readNames) },
        { error: (issue) => (issue.code === 'unrecognized_keys' ? 'last' : undefined) },
      ),
    )(value),
    ({ last }) => ({ last }),
  );
};
