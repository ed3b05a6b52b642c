import { minutesPerDay, minutesPerWeek, nearestWord, right, type Minutes } from '../base/index.ts';
import { mapped, refuse, together, under, type Language, type Read } from '../notation/index.ts';
import type { Calendar } from './scenario.ts';

type Opening = Calendar['week'][number];

/**
 * Opening hours of a week: a window or a list of windows, each days and one or more spans, `Mon-Fri 09:00-12:00 13:30-17:30`.
 * A span that ends before it begins runs past midnight. Spans that touch become one; spans that overlap are a mistake.
 */
export const readWeek: Language<readonly Opening[]> = (value) => {
  const windows: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (windows.length === 0)
    return refuse('empty-list', { en: 'this calendar never opens', zh: '此日历从不办公' }, { expected: windowForm });
  const read = mapped(
    together(
      windows.map((window, index) => (Array.isArray(value) ? under(index, readWindow(window)) : readWindow(window))),
    ),
    (spans) => spans.flat().toSorted((a, b) => a.open - b.open),
  );
  return read.ok ? joined(read.value) : read;
};

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const windowForm = {
  en: 'days and hours, as in Mon-Fri 09:00-12:00 13:30-17:30, Mon,Wed 08:00-24:00 or daily 08:00-22:00',
  zh: '日和时间，如 Mon-Fri 09:00-12:00 13:30-17:30、Mon,Wed 08:00-24:00 或 daily 08:00-22:00',
};

function readWindow(value: unknown): Read<readonly Opening[]> {
  if (typeof value !== 'string')
    return refuse(
      'no-window',
      { en: 'this is no window of opening hours', zh: '这不是办公时间段' },
      { expected: windowForm },
    );
  const [days = '', ...spans] = value.trim().split(/\s+/u);
  const onDays = readDays(days);
  if (!onDays.ok) return onDays;
  if (spans.length === 0)
    return refuse('no-window', { en: 'the days have no hours', zh: '只有日，没有时间' }, { expected: windowForm });
  return mapped(together(spans.map(readSpan)), (hours) =>
    onDays.value.flatMap((day) => hours.flatMap((span) => onDay(day, span))),
  );
}

function readDays(text: string): Read<readonly number[]> {
  if (text.toLowerCase() === 'daily') return right([0, 1, 2, 3, 4, 5, 6]);
  const ranges = text.split(',').map((range): Read<readonly number[]> => {
    const ends = range.split('-').map(readDay);
    const [first, last = first] = ends;
    if (first === undefined || last === undefined || ends.length > 2)
      return refuse(
        'no-weekday',
        { en: `"${range}" is no weekday`, zh: `“${range}”不是星期几` },
        { expected: windowForm },
      );
    if (!first.ok) return first;
    if (!last.ok) return last;
    const length = ((last.value - first.value + 7) % 7) + 1;
    return right(Array.from({ length }, (_, index) => (first.value + index) % 7));
  });
  return mapped(together(ranges), (days) => days.flat());
}

function readDay(word: string): Read<number> {
  const day = dayNames.findIndex((name) => name.toLowerCase() === word.toLowerCase());
  if (day >= 0) return right(day);
  const nearest =
    dayNames.find((name) => word.toLowerCase().startsWith(name.toLowerCase())) ??
    nearestWord(word, [...dayNames, 'daily']);
  return refuse(
    'no-weekday',
    { en: `"${word}" is no weekday`, zh: `“${word}”不是星期几` },
    {
      expected: windowForm,
      ...(nearest === undefined ? {} : { nearest }),
    },
  );
}

function readSpan(text: string): Read<Opening> {
  const parts = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/u.exec(text);
  if (parts === null)
    return refuse(
      'no-hours',
      { en: `"${text}" is no span of hours`, zh: `“${text}”不是时间段` },
      { expected: windowForm },
    );
  const [openHour = 0, openMinute = 0, closeHour = 0, closeMinute = 0] = parts.slice(1).map(Number);
  const open = openHour * 60 + openMinute;
  const close = closeHour * 60 + closeMinute;
  const isTime =
    open < minutesPerDay && close <= minutesPerDay && openMinute < 60 && closeMinute < 60 && open !== close;
  return isTime
    ? right({ open, close })
    : refuse('no-hours', { en: `"${text}" is no span of hours`, zh: `“${text}”不是时间段` }, { expected: windowForm });
}

function onDay(day: number, { open, close }: Opening): readonly Opening[] {
  const midnight = day * minutesPerDay;
  const end: Minutes = midnight + (close > open ? close : close + minutesPerDay);
  if (end <= minutesPerWeek) return [{ open: midnight + open, close: end }];
  return [
    { open: midnight + open, close: minutesPerWeek },
    { open: 0, close: end - minutesPerWeek },
  ];
}

function joined(spans: readonly Opening[]): Read<readonly Opening[]> {
  const week: Opening[] = [];
  for (const span of spans) {
    const last = week.at(-1);
    if (last !== undefined && span.open < last.close)
      return refuse(
        'hours-overlap',
        { en: 'two spans of this week overlap', zh: '一周内有两个时间段重叠' },
        { expected: { en: 'each hour at most once', zh: '每个时间至多一次' } },
      );
    if (last !== undefined && span.open === last.close) week[week.length - 1] = { open: last.open, close: span.close };
    else week.push(span);
  }
  return right(week);
}
