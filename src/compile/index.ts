export { compileFlow } from './compile-flow.ts';
export {
  Op,
  opLength,
  type Configuration,
  type FlowTable,
  type Refusal,
  type TableActivity,
  type TableEvent,
  type Timer,
} from './flow-table.ts';
export { guardsOnAlways } from './guards-on-always.ts';
export { endsOf, instructionAt, type Instruction } from './instructions.ts';
export { enter, step, type Answer, type Operation, type Step } from './step.ts';
export { xstateStepper, type XStateStep, type XStateStepper } from './xstate-stepper.ts';
