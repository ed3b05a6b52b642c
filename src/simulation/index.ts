export type { Model } from './model.ts';
export { pair, type Times } from './pair.ts';
export { prepare } from './prepare.ts';
export type * from './run-result.ts';
export type { Series } from './series.ts';
export { simulate, type Run, type RunOptions } from './simulate.ts';
