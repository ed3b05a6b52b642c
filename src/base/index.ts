export { assert, Bug, present, unreachable } from './assert.ts';
export { drive, driveBreathing } from './drive.ts';
export { inEach, verbatim, type Label } from './label.ts';
export { nearestWord, type Mistake, type Path, type Place } from './mistake.ts';
export { NotDone } from './not-done.ts';
export { Remembered } from './remembered.ts';
export { right, wrong, type Result } from './result.ts';
export { minutesPerDay, minutesPerHour, minutesPerWeek, type Minutes, type SimTime } from './time.ts';
