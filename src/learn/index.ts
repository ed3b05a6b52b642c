export type * from './walk.ts';
