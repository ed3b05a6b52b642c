export { actionMeaning, type ActionMeaning } from './action-meaning.ts';
export { builtInFlows } from './built-in-flows.ts';
export { isCallable, propertyOf, type Callable } from './callable.ts';
export type { StateMeta } from './dialect.ts';
export type { Flow, FlowMeasure, FlowNames } from './flow.ts';
export { guardMeaning, readsEvent, type GuardMeaning } from './guard-meaning.ts';
export { actionsIn, guardsIn, isWildcard, namesOf, tagsOf } from './names-of.ts';
export {
  outlineOf,
  type FlowOutline,
  type OutlineLane,
  type OutlineState,
  type OutlineTransition,
  type WaitsFor,
} from './outline.ts';
export { readMachine } from './read-machine.ts';
export { childrenOf, invokesOf, pathOf, statesOf, type Invoked } from './states-of.ts';
export type { Write } from './writes-of.ts';
