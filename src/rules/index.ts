export { Amounts, type AmountFinding } from './amounts.ts';
export { rule } from './build.ts';
export {
  attributesAsked,
  checkLog,
  type CaseStory,
  type LogCheck,
  type LogVerdict,
  type Unchecked,
} from './check-log.ts';
export { checkNames } from './check-names.ts';
export { checkSize } from './check-size.ts';
export { addConditions } from './condition.ts';
export { covering, namedBy, type Coverage } from './coverage.ts';
export { duesOf } from './dues.ts';
export { allEvents, eventNames } from './event-names.ts';
export { fails } from './fails.ts';
export { followRules, type FollowedRules } from './follow-rules.ts';
export { Histories } from './histories.ts';
export { Lines } from './lines.ts';
export { Identities } from './identities.ts';
export { Monitors, type Case } from './monitor.ts';
export { mutate, type MutantFate, type Mutation } from './mutate.ts';
export { particularsOf, type Particulars } from './particulars.ts';
export { Passages } from './passages.ts';
export type { Proposal } from './propose.ts';
export { freeModel, proveModel, proving, type Proof } from './prove-model.ts';
export type { Verdict } from './prove.ts';
export { readRule, readRules, type RuleBook, type Waiting } from './read-rules.ts';
export { ruleBooks, waitingRules } from './rule-books.ts';
export { rulesAbout } from './rules-about.ts';
export type { RuleTally } from './rule-follower.ts';
export type { RuleNotation } from './rule-notation.ts';
export type { Claim, Rule } from './rule.ts';
export type { StoryStep } from './search.ts';
export { examplesMax, standings, type Standing } from './standing.ts';
export { isIn } from './state-test.ts';
export { standingsAlong } from './standings-along.ts';
export { structureOf, type Structure } from './structure.ts';
export { denialOf } from './symbols.ts';
export { vocabularyOf, type Vocabulary } from './vocabulary.ts';
