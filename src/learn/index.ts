export { standAfter } from './stand-after.ts';
export type * from './walk.ts';
