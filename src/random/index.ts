export { enterLaw } from './enter-law.ts';
export type { Law } from './law.ts';
export { lawMax } from './law-max.ts';
export { lawMean } from './law-mean.ts';
export { lawMistake } from './law-mistake.ts';
export { lawRange, type Range } from './law-range.ts';
export { purpose } from './purpose.ts';
export { seedKey } from './seed-key.ts';
