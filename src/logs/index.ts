export { formatOfHead } from './format-of-head.ts';
export type { Log, LoggedEvent, Quality } from './log.ts';
export { logFormatOf, readLog, type LogFormat, type LogWish } from './read-log.ts';
