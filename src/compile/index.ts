export { Op, opLength, type Configuration, type FlowTable, type Refusal, type TableActivity, type TableEvent, type Timer } from './flow-table.ts';
