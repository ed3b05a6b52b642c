export {
  checkByChance,
  replay,
  type Draws,
  type Finding,
  type Findings,
  type HistoryStep,
  type Replayed,
} from './check-by-chance.ts';
