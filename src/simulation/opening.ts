import { minutesPerDay, present, type SimTime } from '../base/index.ts';
import { dueDay, holidayLists, isHoliday, isWorkingDay, weekdayOf } from '../customs/index.ts';
import type { engineModel } from '../engine/index.ts';
import type { Calendar, Deadline, Scenario } from '../scenario/index.ts';

type DaySpans = ReturnType<engineModel.Calendar['spans']>;

/** A weekly calendar with holidays as the engine asks for it: spans of a day counted from the day of the start. */
export function openingOf(calendar: Calendar, scenario: Scenario): engineModel.Calendar {
  const week = Array.from({ length: 7 }, (_, weekday) => spansOf(calendar, weekday));
  const holidays =
    calendar.holidays === undefined ? undefined : present(holidayLists[calendar.holidays], calendar.holidays);
  // A weekend day that is worked in exchange for a holiday has the hours of the first day of the week that opens at all.
  const workday = week.find((spans) => spans.length > 0) ?? [];
  return {
    spans(day: number): DaySpans {
      const date = scenario.start.day + day;
      const weekday = weekdayOf(date);
      const usual = present(week[weekday], 'a weekday');
      if (holidays === undefined) return usual;
      if (isHoliday(holidays, date)) return [];
      return usual.length === 0 && isWorkingDay(holidays, date) ? workday : usual;
    },
  };
}

/** When a deadline or term is due, as the engine asks for it. */
export function dueOf(within: Deadline['after'], roll: Deadline['roll'], scenario: Scenario): engineModel.Due {
  if (within.unit === 'minutes') return { minutes: within.count };
  const { unit, count } = within;
  const list = present(holidayLists[scenario.law.holidays], scenario.law.holidays);
  return {
    ofDay(day: number): SimTime {
      const due = dueDay({ day: scenario.start.day + day, within: { unit, count }, roll, holidays: list });
      return (due - scenario.start.day) * minutesPerDay - scenario.start.minute;
    },
  };
}

function spansOf(calendar: Calendar, weekday: number): DaySpans {
  const from = weekday * minutesPerDay;
  const to = from + minutesPerDay;
  return calendar.week
    .filter((span) => span.open < to && span.close > from)
    .map((span) => ({ open: Math.max(span.open, from) - from, close: Math.min(span.close, to) - from }));
}
