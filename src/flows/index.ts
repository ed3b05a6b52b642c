export type { Flow, FlowMeasure, FlowNames } from './flow.ts';
