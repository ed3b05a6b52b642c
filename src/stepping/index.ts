export { Consignment, Laws } from './consignment.ts';
export { Pending } from './pending.ts';
export { XStateSteps, type Coming, type Label, type Outcome, type Place, type Write } from './xstate-steps.ts';
