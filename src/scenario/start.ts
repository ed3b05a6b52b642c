import { right } from '../base/index.ts';
import { dayOfDate, daysInMonth } from '../customs/index.ts';
import { refuse, type Language } from '../notation/index.ts';
import type { Start } from './scenario.ts';

/** An instant of the civil calendar with its offset, as `2017-03-06T00:00+08:00`; years 1970 to 2199. */
export const readStart: Language<Start> = (value) => {
  const text = typeof value === 'string' ? value.trim() : '';
  const parts = pattern.exec(text);
  if (parts === null)
    return refuse(
      'no-instant',
      { en: 'this is no instant with an offset', zh: '这不是带时差的时刻' },
      { expected: startForm },
    );
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1, 6).map(Number);
  const [offsetHours = 0, offsetMinutes = 0] = parts.slice(7).map((part) => Number(part ?? 0));
  const sign = parts[6] === '-' ? -1 : 1;
  const isDate =
    year >= 1970 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!isDate)
    return refuse(
      'no-date',
      { en: 'there is no such day from 1970 to 2199', zh: '1970 至 2199 年间没有这一天' },
      { expected: startForm },
    );
  if (hour > 23 || minute > 59 || offsetHours > 14 || offsetMinutes > 59)
    return refuse(
      'no-clock-time',
      { en: 'there is no such time or offset', zh: '没有这样的时间或时差' },
      { expected: startForm },
    );
  return right({
    text,
    day: dayOfDate({ year, month, day }),
    minute: hour * 60 + minute,
    offset: offsetHours + offsetMinutes === 0 ? 0 : sign * (offsetHours * 60 + offsetMinutes),
  });
};

/** Where a run starts when a scenario does not say: the Monday of the week of the briefing whose measures clearsim models. */
export const defaultStart: Start = {
  text: '2021-07-12T00:00+08:00',
  day: dayOfDate({ year: 2021, month: 7, day: 12 }),
  minute: 0,
  offset: 480,
};

const pattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::00)?(?:Z|([-+])(\d\d):(\d\d))$/u;
const startForm = {
  en: 'an instant with its offset, as in 2017-03-06T00:00+08:00',
  zh: '带时差的时刻，如 2017-03-06T00:00+08:00',
};
