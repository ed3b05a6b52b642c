import { minutesPerDay } from '../base/index.ts';
import { dateOfDay } from '../customs/index.ts';
import type { Start } from '../scenario/index.ts';
import type { Occurrence } from '../simulation/index.ts';

/** Formats of a log: a JSON object a line, or CSV. */
export type LogFormat = 'ndjson' | 'csv';

/** What stands before the rows of a log. */
export function logHead(format: LogFormat): string {
  return format === 'csv' ? 'time,minute,consignment,event,name\n' : '';
}

/** A row of a log, dated at the port: `minute` counts from the start of the run. */
export function logRow(occurrence: Occurrence, start: Start, format: LogFormat): string {
  const { at, consignment, event, name } = occurrence;
  const time = timeText(at, start);
  return format === 'csv'
    ? `${time},${at},${consignment},${event},${name}\n`
    : `${JSON.stringify({ time, minute: at, consignment, event, name })}\n`;
}

/** `2017-03-06T14:05:09+08:00`: whole seconds, rounded down. */
function timeText(at: number, start: Start): string {
  const seconds = Math.floor((start.minute + at) * 60);
  const perDay = minutesPerDay * 60;
  const day = Math.floor(seconds / perDay);
  const { year, month, day: ofMonth } = dateOfDay(start.day + day);
  const rest = seconds - day * perDay;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(ofMonth)}T${clock}${zoneText(start.offset)}`;
}

function zoneText(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
