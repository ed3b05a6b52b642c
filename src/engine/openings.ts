import { minutesPerDay, type Minutes, type SimTime } from '../base/index.ts';
import type { Calendar } from './model.ts';

/** What is not open for long enough in a hundred years is never due. */
const daysMax = 36_500;

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

/** The instant at which a calendar has been open for so many minutes, counted from `from` (none: at once); infinite for one that does not open any more. */
export function openMinutesAfter(calendar: Calendar, minutes: Minutes, from: SimTime, midnight: Minutes): SimTime {
  if (minutes === 0) return from;
  let left = minutes;
  const first = dayOf(from, midnight);
  for (let day = first; day < first + daysMax; day++) {
    const start = day * minutesPerDay - midnight;
    for (const { open, close } of calendar.spans(day)) {
      const begins = Math.max(from, start + open);
      const ends = start + close;
      if (ends <= begins) continue;
      if (left <= ends - begins) return begins + left;
      left -= ends - begins;
    }
  }
  return Number.POSITIVE_INFINITY;
}

/** The local day of an instant, counted from the day of the start. */
export function dayOf(at: SimTime, midnight: Minutes): number {
  return Math.floor((at + midnight) / minutesPerDay);
}
