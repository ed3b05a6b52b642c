export { arbitraries } from './arbitraries.ts';
export { check } from './check.ts';
export { builtIn, read } from './flows.ts';
export { matchers } from './matchers.ts';
export type * from './public-types.ts';
export { build, readAll, shippedFor } from './rules.ts';
