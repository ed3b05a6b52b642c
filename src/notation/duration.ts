import { minutesPerDay, minutesPerHour, minutesPerWeek, right, type Minutes, type Label } from '../base/index.ts';
import { refuse, type Language, type Read } from './language.ts';
import { splitQuantity, type Quantity } from './quantity.ts';

/** Longest duration that a scenario may name: 100 years of 365 days. */
const longestMinutes: Minutes = 100 * 365 * minutesPerDay;

/** A length of time such as `90 s`, `12 min`, `1.5 h`, `3 d`, `2 weeks`: 0 to 100 years, in minutes. */
export const readDuration: Language<Minutes> = (value) => {
  const quantity = splitQuantity(value);
  return quantity === undefined
    ? refuse('no-duration', { en: 'this is no duration', zh: '这不是时长' }, { expected: durationUnits })
    : durationOf(quantity);
};

/** A quantity as a duration; the languages of laws and terms share it. */
export function durationOf(quantity: Quantity): Read<Minutes> {
  const { amount, unit } = quantity;
  if (unit === '')
    return refuse(
      'number-without-unit',
      { en: 'a duration needs a unit', zh: '时长需要单位' },
      { expected: durationUnits },
    );
  const minutes = minutesIn.get(unit);
  if (minutes === undefined) return wrongUnit(unit, durationUnits);
  const length = amount * minutes;
  return length >= 0 && length <= longestMinutes
    ? right(length)
    : refuse(
        'out-of-range',
        { en: 'this duration is out of range', zh: '时长超出范围' },
        { expected: { en: '0 to 100 years', zh: '0 至 100 年' } },
      );
}

/** How far a term reaches: an exact length, or civil days, working days or months counted from the day of its anchor. */
export interface TermLength {
  readonly unit: 'minutes' | 'calendarDays' | 'workingDays' | 'months';
  readonly count: number;
}

/** A duration, or `14 calendar days`, `5 working days`, `3 months` (whole numbers from 0 to 36,500 days or 1,200 months). */
export const readTermLength: Language<TermLength> = (value) => {
  const quantity = splitQuantity(value);
  const days = quantity === undefined ? undefined : dayUnits.get(quantity.unit);
  if (quantity === undefined || days === undefined) {
    const read = readDuration(value);
    if (read.ok) return right({ unit: 'minutes', count: read.value });
    return {
      ok: false,
      wrong: read.wrong.map((each) => ({
        ...each,
        expected: each.code === 'out-of-range' ? { en: '0 to 100 years', zh: '0 至 100 年' } : termUnits,
      })),
    };
  }
  const most = days === 'months' ? 1200 : 36_500;
  if (!Number.isInteger(quantity.amount) || quantity.amount < 0 || quantity.amount > most) {
    return refuse(
      'out-of-range',
      { en: 'days and months are counted in whole numbers', zh: '日和月须为整数' },
      { expected: { en: `0 to ${most}`, zh: `0 至 ${most}` } },
    );
  }
  return right({ unit: days, count: quantity.amount });
};

const minutesIn: ReadonlyMap<string, Minutes> = new Map([
  ['s', 1 / 60],
  ['min', 1],
  ['h', minutesPerHour],
  ['d', minutesPerDay],
  ['week', minutesPerWeek],
  ['weeks', minutesPerWeek],
]);

const dayUnits: ReadonlyMap<string, TermLength['unit']> = new Map([
  ['calendar day', 'calendarDays'],
  ['calendar days', 'calendarDays'],
  ['working day', 'workingDays'],
  ['working days', 'workingDays'],
  ['month', 'months'],
  ['months', 'months'],
]);

const durationUnits = {
  en: 'a unit s, min, h, d or weeks, as in 90 s, 12 min, 1.5 h, 3 d, 2 weeks',
  zh: '单位 s、min、h、d 或 weeks，如 90 s、12 min、1.5 h、3 d、2 weeks',
};
const termUnits = {
  en: 'a unit s, min, h, d, weeks, calendar days, working days or months, as in 14 calendar days',
  zh: '单位 s、min、h、d、weeks、calendar days（日历日）、working days（工作日）或 months，如 14 calendar days',
};

/** The right unit for what people write instead. */
const meant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    s: ['sec', 'secs', 'second', 'seconds', 'S'],
    min: ['m', 'mins', 'minute', 'minutes', 'mn', 'Min'],
    h: ['hr', 'hrs', 'hour', 'hours', 'H', 'ours', 'hors'],
    d: ['day', 'days', 'D'],
    weeks: ['w', 'wk', 'wks', 'Weeks', 'weks', 'weeek', 'weeeks'],
    'calendar days': ['calender days', 'calendardays', 'calendar d'],
    'working days': ['workdays', 'work days', 'business days', 'workingdays', 'workin days'],
    months: ['mo', 'mos', 'Months', 'mths', 'moths'],
  }).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);

function wrongUnit(unit: string, expected: Label): ReturnType<typeof refuse> {
  const nearest = meant.get(unit);
  if (dayUnits.has(unit))
    return refuse(
      'wrong-unit',
      {
        en: `"${unit}" counts civil days, which only deadlines and terms can`,
        zh: `“${unit}”按日历日计，只有期限和时限可用`,
      },
      { expected },
    );
  return refuse(
    'wrong-unit',
    { en: `"${unit}" is no unit of time`, zh: `“${unit}”不是时间单位` },
    {
      expected,
      ...(nearest === undefined ? {} : { nearest }),
    },
  );
}
