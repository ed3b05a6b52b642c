import { present } from '../base/index.ts';
import { follow, type Model, type RunResult } from '../simulation/index.ts';
import { addConditions } from './condition.ts';
import { onceIn } from './once-in.ts';
import { expiryOf } from './dues.ts';
import { eventNames } from './event-names.ts';
import { MomentEvents } from './moment-events.ts';
import { ruleFollower, tallyOf, type RuleFollower, type RuleTally } from './rule-follower.ts';
import type { Rule } from './rule.ts';

/** A model whose runs follow rules. */
export interface FollowedRules {
  readonly model: Model;
  /** Those of the rules that runs can follow: what they say of a consignment hangs on the order of its events alone. */
  readonly rules: readonly Rule[];
  /** The others. */
  readonly others: readonly Rule[];
  /** Of one run of the model, by rule. */
  tallies(result: RunResult): readonly RuleTally[];
}

/** Makes the runs of a model follow rules; nothing else in them changes. The rules must name what the model has. */
export function followRules(model: Model, rules: readonly Rule[]): FollowedRules {
  const names = eventNames(model);
  const events = new MomentEvents(names);
  const { model: conditioned, guardOf } = addConditions(rules, model);
  const comesOnce = onceIn(model);
  const followers = rules.flatMap((rule): { rule: Rule; follower: RuleFollower }[] => {
    const follower = ruleFollower(rule, {
      names,
      events,
      guard: guardOf(rule),
      dueOf: (length, hours) => expiryOf(length, hours, model.scenario),
      comesOnce,
    });
    return follower === undefined ? [] : [{ rule, follower }];
  });
  return {
    model: follow(
      conditioned,
      followers.map(({ follower }) => follower),
    ),
    rules: followers.map(({ rule }) => rule),
    others: rules.filter((rule) => !followers.some((each) => each.rule === rule)),
    tallies: ({ followed = [] }) =>
      followers.map(({ follower }, index) => tallyOf(follower, present(followed[index], 'a follower'))),
  };
}
