import type { Path } from '../base/index.ts';
import { pairForms } from './forms.ts';
import type { Claim } from './rule.ts';
import type { Events, StateTest } from './rule-words.ts';
import { listOf } from './symbols.ts';

/** What a name in a claim is one of. */
export type Sort = 'event' | 'state' | 'fee' | 'resource' | 'indicator' | 'calendar';

/** A name in a claim, with its place below the rule. */
export interface Named {
  readonly sort: Sort;
  readonly name: string;
  readonly path: Path;
}

/** Every name in a claim. */
export function namedIn(claim: Claim): readonly Named[] {
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
