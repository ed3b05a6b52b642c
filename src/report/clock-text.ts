import { minutesPerDay, present, type Minutes, type SimTime } from '../base/index.ts';
import { dateOfDay, weekdayOf } from '../customs/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { two } from './instant-text.ts';
import type { Language } from './names.ts';

/** `Mon 6 Mar 14:00`, `3月6日 周一 14:00`: an instant of a scenario by the clock of its port, rounded down to the minute. */
export function clockText(at: SimTime, { start }: Pick<Scenario, 'start'>, language: Language): string {
  // A thousandth of a second is less than is written and more than is lost in the arithmetic.
  const minutes = Math.floor(at + start.minute + 1 / 60_000);
  const day = Math.floor(minutes / minutesPerDay);
  const ofDay = minutes - day * minutesPerDay;
  const time = `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
  const date = dateOfDay(start.day + day);
  const weekday = weekdayOf(start.day + day);
  return language === 'en'
    ? `${present(weekdays[weekday], 'a weekday')} ${date.day} ${present(months[date.month - 1], 'a month')} ${time}`
    : `${date.month}月${date.day}日 周${present(weekdaysZh[weekday], 'a weekday')} ${time}`;
}

/** `1 d 6 h`, `8小时18分`: a length of time in its two largest units, whole seconds, the smaller one rounded. */
export function lengthText(minutes: Minutes, language: Language): string {
  const seconds = Math.round(minutes * 60);
  const [large, small] =
    seconds >= 86_400 ? ([2, 3600] as const) : seconds >= 3600 ? ([1, 60] as const) : ([0, 1] as const);
  // Rounded to the smaller unit first, so that 59.9 minutes are an hour and not 60 minutes.
  const rounded = Math.round(seconds / small) * small;
  const size = present(sizes[large], 'a unit');
  const names = units[language];
  const parts = [
    [Math.floor(rounded / size), present(names[large + 1], 'a unit')],
    [Math.round((rounded % size) / small), present(names[large], 'a unit')],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0);
  const shown = told.length === 0 ? parts.slice(1) : told;
  return language === 'en'
    ? shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ')
    : shown.map(([amount, unit]) => `${amount}${unit}`).join('');
}

/** Seconds of a minute, an hour, a day. */
const sizes = [60, 3600, 86_400] as const;
const units = { en: ['s', 'min', 'h', 'd'], zh: ['秒', '分', '小时', '天'] } as const;

/** From Monday on, as {@link weekdayOf} counts. */
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const weekdaysZh = ['一', '二', '三', '四', '五', '六', '日'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
