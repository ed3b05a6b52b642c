import { leavesOf } from '../compile/index.ts';
import type { Model } from '../simulation/index.ts';
import { duesOf } from './dues.ts';
import { allEvents, eventNames } from './event-names.ts';
import { Monitors } from './monitor.ts';
import type { Rule } from './rule.ts';
import type { StoryStep } from './search.ts';
import type { Standing } from './standing.ts';
import { isIn } from './state-test.ts';
import { denialOf } from './symbols.ts';

/**
 * How a rule stands after each step of a story of one whom it concerns; of a claim that something is possible, how its denial stands. Empty for
 * rules that are not about single histories, and for those that only ask whether a flow can end.
 */
export function standingsAlong(rule: Rule, story: readonly StoryStep[], model: Model): readonly Standing[] {
  const { claim } = rule;
  if ('never' in claim)
    return story.map(({ states }) => (isIn(claim.never, states.flatMap(pathsTo)) ? 'broken' : 'kept'));
  const pattern = 'possible' in claim ? denialOf(claim) : claim;
  if (!('template' in pattern)) return [];
  const events = allEvents(eventNames(model));
  const monitors = new Monitors([{ ...rule, claim: pattern }], events, duesOf(model));
  const one = monitors.begin();
  return story.flatMap((step) => {
    const at = step.at?.earliest ?? Number.NaN;
    for (const event of step.events) {
      const number = events.indexOf(event);
      if (number >= 0) monitors.happen(one, number, at, { holds: () => true, attribute: () => undefined });
    }
    return monitors.end(one, at, hasEnded(step, model));
  });
}

/** A state with those around it, the outermost first. */
function pathsTo(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}

function hasEnded({ states }: StoryStep, { table }: Model): boolean {
  const text = states.toSorted().join(' ');
  return table.configurations.some(({ value, done }) => done && leavesOf(value).toSorted().join(' ') === text);
}
