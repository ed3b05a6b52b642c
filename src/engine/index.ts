export { dueAfter } from './due-after.ts';
export { dayOf, isOpenAt, nextChange } from './openings.ts';
export type { Figures, Followed, IndicatorFigures, Sum } from './figures.ts';
export * as engineModel from './model.ts';
export { Happening, type Observer } from './observer.ts';
export { Run } from './run.ts';
export type { Stop } from './stop.ts';
export type { Watch, WatchedEntity } from './watched.ts';
