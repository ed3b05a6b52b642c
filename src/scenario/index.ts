export { parseScenario } from './parse-scenario.ts';
export { withoutVariants, withVariant, type VariantText } from './edit-variants.ts';
export { nameZhOf } from './name-zh.ts';
export type { Setting } from './settings.ts';
export type * from './scenario.ts';
