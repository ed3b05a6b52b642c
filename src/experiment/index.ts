export type { Comparison, Difference, Verdict } from './comparison.ts';
export type { Evidence } from './evidence.ts';
export { gainersOf, type GainerGroup, type Gainers } from './gainers.ts';
export { Gate } from './gate.ts';
export { evidenceOf, inOrder } from './in-order.ts';
export { modelsOf } from './models.ts';
export { isOverloaded } from './overload.ts';
export { savedBy, type OneMore } from './one-more.ts';
export { ownThread, type Pool } from './pool.ts';
export type { EvidentProgress as Progress } from './evidence.ts';
export type { Order, Replication, Stop } from './replicate.ts';
export { judgeRules, rulesToFollow, type Charge, type RunVerdict } from './judge-rules.ts';
export { isBroken } from './rule-results.ts';
export { Memory, remembering } from './remembering.ts';
export { runExperiment, type Outcome } from './run-experiment.ts';
export type {
  Estimate,
  IndicatorResult,
  Interval,
  ResourceSummary,
  RuleExample,
  RuleResult,
  ScenarioResult,
} from './scenario-result.ts';
export { openSources, type FileMistakes, type Overrides, type Source } from './source.ts';
export { bandOf, sharesWithin, spreadOf } from './spread.ts';
export { level, replicationsTrusted } from './summarise.ts';
export {
  cameShare,
  longestLine,
  observationsLeast,
  waitByLevel,
  weekFigure,
  weekLevels,
  weekQuantities,
  type WeekQuantity,
  type WeekQuestion,
} from './week-figures.ts';
export { withHistories } from './with-histories.ts';
export type { WorkerJob, WorkerTask } from './worker-task.ts';
export { inquire, type Inquiries, type Inquiry, type InquiryKind } from './inquiry.ts';
