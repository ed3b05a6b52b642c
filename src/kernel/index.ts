export type { Address } from './exports.ts';
export { openKernel, type Image, type Kernel } from './kernel.ts';
