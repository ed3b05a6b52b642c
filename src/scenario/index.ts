export { parseScenario } from './parse-scenario.ts';
export type * from './scenario.ts';
