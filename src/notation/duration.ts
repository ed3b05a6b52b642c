import { minutesPerDay, minutesPerHour, minutesPerWeek, right, type Minutes } from '../base/index.ts';
import { refuse, type Language, type Read } from './language.ts';
import { splitQuantity, type Quantity } from './quantity.ts';

/** Longest duration that a scenario may name: 100 years of 365 days. */
const longestMinutes: Minutes = 100 * 365 * minutesPerDay;

/** A length of time such as `90 s`, `12 min`, `1.5 h`, `3 d`, `2 weeks`: 0 to 100 years, in minutes. */
export const readDuration: Language<Minutes> = (value) => {
  const quantity = splitQuantity(value);
  return quantity === undefined
    ? refuse('no-duration', 'this is no duration', { expected: durationUnits })
    : durationOf(quantity);
};

/** A quantity as a duration; the languages of laws and terms share it. */
export function durationOf(quantity: Quantity): Read<Minutes> {
  const { amount, unit } = quantity;
  if (unit === '') return refuse('number-without-unit', 'a duration needs a unit', { expected: durationUnits });
  const minutes = minutesIn.get(unit);
  if (minutes === undefined) return wrongUnit(unit, durationUnits);
  const length = amount * minutes;
  return length >= 0 && length <= longestMinutes
    ? right(length)
    : refuse('out-of-range', 'this duration is out of range', { expected: '0 to 100 years' });
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
        expected: each.code === 'out-of-range' ? '0 to 100 years' : termUnits,
      })),
    };
  }
  const most = days === 'months' ? 1200 : 36_500;
  if (!Number.isInteger(quantity.amount) || quantity.amount < 0 || quantity.amount > most) {
    return refuse('out-of-range', 'days and months are counted in whole numbers', { expected: `0 to ${most}` });
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

const durationUnits = 'a unit s, min, h, d or weeks, as in 90 s, 12 min, 1.5 h, 3 d, 2 weeks';
const termUnits = 'a unit s, min, h, d, weeks, calendar days, working days or months, as in 14 calendar days';

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

function wrongUnit(unit: string, expected: string): ReturnType<typeof refuse> {
  const nearest = meant.get(unit);
  if (dayUnits.has(unit))
    return refuse('wrong-unit', `"${unit}" counts civil days, which only deadlines and terms can`, { expected });
  return refuse('wrong-unit', `"${unit}" is no unit of time`, {
    expected,
    ...(nearest === undefined ? {} : { nearest }),
  });
}
