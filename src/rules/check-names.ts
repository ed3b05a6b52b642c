import { type Mistake, verbatim } from '../base/index.ts';
import { nearestOf, type ConditionDraft } from '../notation/index.ts';
import type { Model } from '../simulation/index.ts';
import { addCondition } from './condition.ts';
import { namedIn, type Sort } from './named-in.ts';
import type { Claim, Rule } from './rule.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What rules name and a model does not have; paths begin with `rules` and the place of the rule among them. */
export function checkNames(rules: readonly Rule[], model: Model): readonly Mistake[] {
  const words = vocabularyOf(model);
  const lists: Readonly<Record<Sort, readonly string[]>> = {
    event: words.events,
    state: words.states,
    fee: words.fees,
    resource: words.resources,
    indicator: words.indicators,
    calendar: words.calendars,
  };
  return rules.flatMap((rule, index) => [
    ...namedIn(rule.claim).flatMap(({ sort, name, path }): Mistake[] => {
      const known = lists[sort];
      return known.includes(name)
        ? []
        : [
            {
              code: 'unknown-word',
              path: ['rules', index, ...path],
              message: {
                en: `${model.scenario.flow.name} has no ${sort} "${name}"`,
                zh: `${model.scenario.flow.name} 没有${sortsZh[sort]}“${name}”`,
              },
              found: name,
              expected:
                sort === 'event'
                  ? eventForm
                  : sort === 'state'
                    ? { en: 'the dotted path of a state', zh: '状态的点分路径' }
                    : verbatim(known.join(', ')),
              ...nearestOf(name, known),
            },
          ];
    }),
    ...amountMistakes(rule.claim, model).map((each) => ({ ...each, path: ['rules', index, 'amount', ...each.path] })),
    ...conditionMistakes(rule.when, model).map((each) => ({ ...each, path: ['rules', index, 'when', ...each.path] })),
  ]);
}

/** What the law says of a fee can be asked where it says something, and terms in days charge it. */
function amountMistakes(claim: Claim, { scenario }: Model): readonly Mistake[] {
  if (!('amount' in claim) || claim.amount.equals !== 'statutory' || !Object.hasOwn(scenario.fees, claim.amount.fee))
    return [];
  const { fee } = claim.amount;
  const statutory = Object.entries(scenario.fees).flatMap(([name, { kind }]) => (kind === 'statutory' ? [name] : []));
  const isExact = Object.values(scenario.terms).some(
    ({ charge, within }) => charge === fee && within.unit === 'minutes',
  );
  if (statutory.includes(fee) && !isExact) return [];
  const message = isExact
    ? { en: `"${fee}" is charged by a term that is not counted in days`, zh: `“${fee}”由不以日计的期限收取` }
    : { en: `no law sets "${fee}"`, zh: `没有法规规定“${fee}”` };
  return [
    {
      code: 'wrong-kind',
      path: ['equals'],
      message,
      expected: {
        en: statutory.length === 0 ? 'an amount' : `an amount, or a fee of the law: ${statutory.join(', ')}`,
        zh: statutory.length === 0 ? '金额' : `金额，或法定费用：${statutory.join('、')}`,
      },
    },
  ];
}

function conditionMistakes(when: ConditionDraft | undefined, model: Model): readonly Mistake[] {
  if (when === undefined) return [];
  const added = addCondition(when, model);
  return added.ok ? [] : added.wrong;
}

const sortsZh: Readonly<Record<Sort, string>> = {
  event: '事件',
  state: '状态',
  fee: '费用',
  resource: '资源',
  indicator: '指标',
  calendar: '日历',
};

const eventForm = {
  en: 'a milestone, enter:STATE, leave:STATE, start:ACTIVITY, end:ACTIVITY, due:DELAY or fee:FEE',
  zh: '里程碑、enter:状态、leave:状态、start:作业、end:作业、due:等待 或 fee:费用',
};
