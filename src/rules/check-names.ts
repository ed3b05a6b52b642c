import type { Mistake, Path } from '../base/index.ts';
import { nearestOf, type ConditionDraft } from '../notation/index.ts';
import type { Model } from '../simulation/index.ts';
import { addCondition } from './condition.ts';
import { pairForms } from './forms.ts';
import type { Events } from './rule-words.ts';
import type { Claim, Rule } from './rule.ts';
import type { StateTest } from './rule-words.ts';
import { listOf } from './symbols.ts';
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
              message: `${model.scenario.flow.name} has no ${sort} "${name}"`,
              found: name,
              expected:
                sort === 'event' ? eventForm : sort === 'state' ? 'the dotted path of a state' : known.join(', '),
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
  const message = isExact ? `"${fee}" is charged by a term that is not counted in days` : `no law sets "${fee}"`;
  return [
    {
      code: 'wrong-kind',
      path: ['equals'],
      message,
      expected: `an amount, or a fee of the law: ${statutory.join(', ')}`,
    },
  ];
}

function conditionMistakes(when: ConditionDraft | undefined, model: Model): readonly Mistake[] {
  if (when === undefined) return [];
  const added = addCondition(when, model);
  return added.ok ? [] : added.wrong;
}

const eventForm = 'a milestone, enter:STATE, leave:STATE, start:ACTIVITY, end:ACTIVITY, due:DELAY or fee:FEE';

type Sort = 'event' | 'state' | 'fee' | 'resource' | 'indicator' | 'calendar';

interface Named {
  readonly sort: Sort;
  readonly name: string;
  readonly path: Path;
}

/** Every name in a claim, with its place below the rule. */
function namedIn(claim: Claim): readonly Named[] {
  const events = (of: Events, path: Path): readonly Named[] =>
    listOf(of).map((name, index) => ({ sort: 'event', name, path: typeof of === 'string' ? path : [...path, index] }));
  if ('never' in claim) return statesNamed(claim.never, ['never']);
  if ('possible' in claim) {
    const { possible, after, without } = claim;
    if (after === undefined && without === undefined) return events(possible, ['possible']);
    return Object.entries({ event: possible, after: after ?? [], without: without ?? [] }).flatMap(([key, of]) =>
      events(of, ['possible', key]),
    );
  }
  if ('canEnd' in claim) return [];
  if ('amount' in claim) return [{ sort: 'fee', name: claim.amount.fee, path: ['amount', 'fee'] }];
  if ('share' in claim) {
    const { of } = claim.share;
    return typeof of === 'string'
      ? []
      : [...events(of.from, ['share', 'of', 'from']), ...events(of.to, ['share', 'of', 'to'])];
  }
  if ('quantile' in claim)
    return [claim.quantile.from, claim.quantile.to].flatMap((of, index) =>
      events(of, ['quantile', `p${Math.round(100 * claim.quantile.level)}`, index]),
    );
  if ('queue' in claim) return [{ sort: 'resource', name: claim.queue.resource, path: ['queue', 'resource'] }];
  if ('monotone' in claim)
    return [{ sort: 'indicator', name: claim.monotone.indicator, path: ['monotone', 'indicator'] }];
  const { template } = claim;
  if ('c' in claim)
    return [
      ...events(claim.a, [template, 'from']),
      ...events(claim.b, [template, 'to']),
      ...events(claim.c, [template, 'never']),
    ];
  if (!('b' in claim))
    return events(claim.a, template === 'init' || template === 'end' ? [template] : [template, 'event']);
  const form = pairForms[claim.template];
  const [a, b] = form === 'list' ? [0, 1] : [form.a, form.b];
  const { window } = claim;
  return [
    ...events(claim.a, [template, a]),
    ...events(claim.b, [template, b]),
    ...(window?.from === undefined ? [] : events(window.from, [template, 'from'])),
    ...(window?.hours === undefined
      ? []
      : [{ sort: 'calendar' as const, name: window.hours, path: [template, 'hours'] }]),
  ];
}

function statesNamed(test: StateTest, path: Path): readonly Named[] {
  if ('all' in test) return test.all.flatMap((each, index) => statesNamed(each, [...path, 'all', index]));
  if ('any' in test) return test.any.flatMap((each, index) => statesNamed(each, [...path, 'any', index]));
  if ('not' in test) return statesNamed(test.not, [...path, 'not']);
  return [{ sort: 'state', name: test.in, path: [...path, 'in'] }];
}
