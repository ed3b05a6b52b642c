export { decodeScenario, scenarioBytesMax } from './decode-scenario.ts';
export { parseScenario } from './parse-scenario.ts';
export type * from './scenario.ts';
