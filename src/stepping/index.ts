export type { Chance } from './answers.ts';
export { Consignment, Laws, type Luck } from './consignment.ts';
export { Pending, type Expectation } from './pending.ts';
export { placeText, XStateSteps, type Label, type Outcome, type Place, type Write } from './xstate-steps.ts';
