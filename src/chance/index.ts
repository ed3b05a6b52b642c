export { checkByChance, replay, type Finding, type Findings, type Replayed } from './check-by-chance.ts';
export { consignments, histories } from './histories.ts';
