import type { CompareState } from './compare/state.ts';

/** Where the visit is, or has come through: the state of one of the places. */
export type Crumb = CompareState;
