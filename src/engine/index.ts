export { isOpenAt, nextChange } from './openings.ts';
export { Kernel } from './kernel.ts';
export * as engineModel from './model.ts';
export { Happening, type Observer } from './observer.ts';
export { tallyWidth } from './records.ts';
export { RunStopped } from './run-stopped.ts';
export { Area, areaWidth, figureWidth } from './stations.ts';
