export { compileFlow } from './compile-flow.ts';
export { Op, opLength, type FlowTable, type Refusal } from './flow-table.ts';
export { guardsOnAlways } from './guards-on-always.ts';
export { instructionAt } from './instructions.ts';
export { enter, step, type Operation } from './step.ts';
export { xstateStepper } from './xstate-stepper.ts';
