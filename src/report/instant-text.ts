import { minutesPerDay } from '../base/index.ts';
import { dateOfDay } from '../customs/index.ts';

/**
 * An instant in minutes since 1970-01-01T00:00Z by the clock of a zone, in minutes east of UTC: `2017-03-06T14:05:09+08:00`, whole seconds,
 * rounded down.
 */
export function instantText(minutes: number, zone: number): string {
  // A thousandth of a second is less than is written and more than is lost in the arithmetic.
  const seconds = Math.floor(Math.round((minutes + zone) * 60_000) / 1000);
  const day = Math.floor(seconds / (minutesPerDay * 60));
  const rest = seconds - day * minutesPerDay * 60;
  const { year, month, day: ofMonth } = dateOfDay(day);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(ofMonth)}`;
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  return `${date}T${time}${zoneText(zone)}`;
}

/** `+08:00`. */
export function zoneText(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A whole number from 0 to 99 with two digits. */
export function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
