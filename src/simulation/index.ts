export type { Observer } from '../engine/index.ts';
export type { Model } from './model.ts';
export { Occurrences, type Occurrence } from './occurrences.ts';
export { pair } from './pair.ts';
export { prepare } from './prepare.ts';
export type * from './run-result.ts';
export type { Series } from './series.ts';
export { simulate, Simulation, type Simulated } from './simulate.ts';
export { dueOf, openingOf } from './opening.ts';
