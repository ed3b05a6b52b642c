export { checkByChance, replay, type Findings, type Replayed } from './check-by-chance.ts';
export { consignments, histories } from './histories.ts';
