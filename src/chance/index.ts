export { checkByChance, replay, type Finding, type Findings } from './check-by-chance.ts';
