import type { HolidayList } from './holiday-list.ts';
import { chinaHolidays } from './holidays-china.ts';

/** Holiday lists by the name that a calendar or a law profile gives: `holidays: china`. */
export const holidayLists: Readonly<Record<string, HolidayList>> = { china: chinaHolidays };
