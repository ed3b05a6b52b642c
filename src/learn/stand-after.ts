import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import { atPath } from '../notation/index.ts';
import type { Model } from '../simulation/index.ts';
import { Consignment } from '../stepping/index.ts';
import { unknownNames, withoutRight } from './chosen.ts';
import { procedureOf } from './procedure.ts';
import { WalkLuck } from './walk-luck.ts';
import { Walker } from './walker.ts';
import type { Stand, Walk } from './walk.ts';

/**
 * How a consignment stands after a walk. What the scenario cannot give, or cannot come when a turn says so, is a mistake at its place in the
 * walk, with the nearest that can.
 */
export function standAfter(model: Model, walk: Walk): Result<Stand, readonly Mistake[]> {
  const unknown = unknownNames(walk, model.scenario);
  if (unknown.length > 0) return wrong(unknown);
  const procedure = procedureOf(model);
  const luck = new WalkLuck(procedure.model, procedure.laws, walk);
  const consignment = new Consignment(procedure.model, procedure.laws, luck);
  const mistakes = [...luck.mistakes, ...withoutRight(walk, procedure.model, consignment)];
  if (mistakes.length > 0) return wrong(mistakes);
  const walker = new Walker(procedure, { consignment, luck });
  for (const [index, turn] of walk.turns.entries()) {
    const came = walker.take(turn);
    if (!came.ok) return wrong(atPath(['turns', index], came.wrong));
  }
  return right(walker.stand());
}
