export { checkByChance, replay, type Draws, type Finding, type Findings, type HistoryStep } from './check-by-chance.ts';
