export type { Comparison, Difference, Verdict } from './comparison.ts';
export type { Progress } from './progress.ts';
export type { ActivitySummary, Estimate, IndicatorResult, Interval, ResourceSummary, ScenarioResult } from './scenario-result.ts';
