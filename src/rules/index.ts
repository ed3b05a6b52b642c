export {
  attributesAsked,
  checkLog,
  type CaseStory,
  type LogCheck,
  type LogVerdict,
  type Unchecked,
} from './check-log.ts';
export { checkNames } from './check-names.ts';
export { mutate, type MutantFate, type Mutation } from './mutate.ts';
export type { Proposal } from './propose.ts';
export type { Structure } from './structure.ts';
export { fails, type Verdict } from './prove.ts';
export type { StoryStep } from './search.ts';
export { freeModel, proveModel, type Proof } from './prove-model.ts';
export { readRules, type RuleBook } from './read-rules.ts';
export { ruleBooks } from './rule-books.ts';
export type { Rule } from './rule.ts';
