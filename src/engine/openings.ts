import { minutesPerDay, type Minutes, type SimTime } from '../base/index.ts';
import type { Calendar } from './model.ts';

/** A calendar without any change in so many days stays as it is. */
const searchDays = 800;

/** Whether the calendar is open at an instant; an opening belongs to it, a closing does not. */
export function isOpenAt(calendar: Calendar, at: SimTime, midnight: Minutes): boolean {
  const day = dayOf(at, midnight);
  const minute = at + midnight - day * minutesPerDay;
  return calendar.spans(day).some((span) => span.open <= minute && minute < span.close);
}

/** The first instant after `after` at which the calendar opens or closes; none if it does not within two years. */
export function nextChange(calendar: Calendar, after: SimTime, midnight: Minutes): SimTime | undefined {
  const isOpen = isOpenAt(calendar, after, midnight);
  const first = dayOf(after, midnight);
  for (let day = first; day < first + searchDays; day++) {
    const start = day * minutesPerDay - midnight;
    for (const span of calendar.spans(day)) {
      for (const at of [start + span.open, start + span.close]) {
        if (at > after && isOpenAt(calendar, at, midnight) !== isOpen) return at;
      }
    }
  }
  return undefined;
}

/** The local day of an instant, counted from the day of the start. */
export function dayOf(at: SimTime, midnight: Minutes): number {
  return Math.floor((at + midnight) / minutesPerDay);
}
