export { compileFlow, Recompiler } from './compile-flow.ts';
export { Op, opLength, type FlowTable, type Refusal, type StateValue } from './flow-table.ts';
export { guardsOnAlways } from './guards-on-always.ts';
export { instructionAt } from './instructions.ts';
export { leavesOf } from './leaves-of.ts';
export { enter, step, type Operation } from './step.ts';
export { tableOf } from './table-of.ts';
export { noShelf, type TableShelf } from './table-shelf.ts';
export { xstateStepper } from './xstate-stepper.ts';
