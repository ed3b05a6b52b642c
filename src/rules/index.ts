export type { StoryStep, Verdict } from './prove.ts';
export { proveFlow, type Proof } from './prove-flow.ts';
export { ruleBooks } from './rule-books.ts';
