import { present } from '../base/index.ts';
import { instructionAt, Op } from '../compile/index.ts';
import type { Consignment } from '../stepping/index.ts';
import { Certainty } from './certainty.ts';
import type { Procedure } from './procedure.ts';
import type { WalkLuck } from './walk-luck.ts';

/**
 * Milestones that a consignment may still reach from a configuration, as far as its attributes, its measures and the chances that have
 * fallen decide: what is pending may come in any order, and what actions write may become anything. None is left out that can be reached.
 */
export function outlook(
  { model: { table, engine, meanings, names } }: Procedure,
  from: number,
  of: { readonly consignment: Consignment; readonly luck: WalkLuck },
): ReadonlySet<string> {
  const certain = new Certainty(engine, of);
  const reached = new Set<string>();
  const configurations = [from];
  const places: number[] = [];
  const seen = { configurations: new Set(configurations), places: new Set<number>() };
  const go = (place: number): void => {
    if (!seen.places.has(place)) places.push(place);
    seen.places.add(place);
  };
  for (let here = configurations.pop(); here !== undefined; here = configurations.pop()) {
    for (let event = 0; event < table.events.length; event++) {
      const start = table.go[here * table.events.length + event] ?? -1;
      if (start >= 0) go(start);
    }
    for (let at = places.pop(); at !== undefined; at = places.pop()) {
      const { operation, a, b, next } = instructionAt(table, at);
      if (operation === Op.goto) {
        if (!seen.configurations.has(a)) configurations.push(a);
        seen.configurations.add(a);
      } else if (operation === Op.test) {
        const holds = certain.holds(present(meanings.guards[a], 'a guard'));
        if (holds !== false) go(next);
        if (holds !== true) go(b);
      } else {
        if (operation === Op.reach)
          for (const column of present(meanings.milestones[a], 'a milestone'))
            reached.add(present(names.milestones[column], 'a milestone'));
        go(next);
      }
    }
  }
  return reached;
}
