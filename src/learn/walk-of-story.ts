import { addConditions, type Rule, type StoryStep } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { Consignment } from '../stepping/index.ts';
import { Certainty } from './certainty.ts';
import { withoutRight } from './chosen.ts';
import { procedureOf, type Procedure } from './procedure.ts';
import { WalkLuck } from './walk-luck.ts';
import { Walker } from './walker.ts';
import type { Turn, Walk } from './walk.ts';

/** Consignments that are tried at most. */
const triesMax = 2000;

/**
 * A walk that goes through a story of a rule: a consignment whom it concerns, measures and turns by which the same happens in the same
 * order. Undefined where none is found: the order is not possible with the delays and calendars of the model, or it takes amounts that
 * are not tried.
 */
export function walkOfStory(model: Model, rule: Rule, story: readonly StoryStep[]): Walk | undefined {
  const procedure = procedureOf(model);
  const conditions = addConditions([rule], procedure.model);
  const [entered, ...rest] = story;
  if (entered === undefined) return undefined;
  // What is only held begins and is granted in one turn.
  const steps = rest.filter(({ cause }) => !isHeld(cause, model));
  let tries = 0;
  for (const measures of measuresOf(procedure)) {
    for (const attributes of attributesOf(model)) {
      if (++tries > triesMax) return undefined;
      const consignment: Walk = { attributes, measures, chances: {}, turns: [] };
      const turns = turnsThrough(steps, {
        procedure,
        consignment,
        entered,
        asked: conditions.model,
        guard: conditions.guardOf(rule),
      });
      if (turns !== undefined) return { ...consignment, turns };
    }
  }
  return undefined;
}

/** What a walk is looked for with. */
interface Search {
  readonly procedure: Procedure;
  readonly consignment: Walk;
  readonly entered: StoryStep;
  /** The model with the condition of the rule among its guards, and that guard; none: it concerns everyone. */
  readonly asked: Model;
  readonly guard: number | undefined;
}

/** Turns by which a consignment goes through all steps; undefined if there are none. */
function turnsThrough(steps: readonly StoryStep[], of: Search): readonly Turn[] | undefined {
  const { procedure, consignment, entered, guard } = of;
  const follow = (turns: readonly Turn[]): readonly Turn[] | undefined => {
    const led = lead(of, { ...consignment, turns });
    const now = turns.length === 0 ? entered : steps[turns.length - 1];
    if (led === undefined || now === undefined || !isAlike(led.walker, now, procedure)) return undefined;
    const next = steps[turns.length];
    if (next === undefined)
      return guard === undefined || led.consignment.answers({ guard, writes: [] }) ? turns : undefined;
    for (const { comes, chances, lane, earliest, expected, latest } of led.walker.coming()) {
      if (comes !== next.cause) continue;
      const at = next.at === undefined ? expected : Math.min(Math.max(next.at.earliest, earliest), latest);
      const turn = { comes, at, ...(chances.length === 0 ? {} : { chances }), ...(lane === undefined ? {} : { lane }) };
      const found = follow([...turns, turn]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return follow([]);
}

/** A consignment after its turns, which were offered; undefined if there is none whom the rule may concern. */
function lead(
  { procedure, asked, guard }: Pick<Search, 'procedure' | 'asked' | 'guard'>,
  walk: Walk,
): { readonly walker: Walker; readonly consignment: Consignment } | undefined {
  const luck = new WalkLuck(procedure.model, procedure.laws, walk);
  const consignment = new Consignment(asked, procedure.laws, luck);
  if (luck.mistakes.length > 0 || withoutRight(walk, procedure.model, consignment).length > 0) return undefined;
  if (guard !== undefined && new Certainty(asked.engine, { consignment, luck }).holds(guard) === false)
    return undefined;
  const walker = new Walker(procedure, { consignment, luck });
  for (const turn of walk.turns) walker.take(turn);
  return { walker, consignment };
}

/** Whether the same has happened, and the consignment stands in the same states. */
function isAlike({ last }: Walker, { states, events }: StoryStep, { model }: Procedure): boolean {
  const milestones = events.filter((event) => model.names.milestones.includes(event));
  return textOf(last.states) === textOf(states) && textOf(last.milestones) === textOf(milestones);
}

function textOf(names: readonly string[]): string {
  return names.toSorted().join(' ');
}

function isHeld(cause: string, { scenario }: Model): boolean {
  return cause.startsWith('start:') && scenario.activities[cause.slice('start:'.length)]?.takes === undefined;
}

/** Measures that the flow asks for, used or not: first none, then one, and so on. */
function measuresOf({ model: { scenario, table } }: Procedure): readonly Readonly<Record<string, boolean>>[] {
  const names = Object.keys(scenario.measures).filter((name) => table.guards.includes(name));
  const all = names.reduce<readonly Readonly<Record<string, boolean>>[]>(
    (some, name) => some.flatMap((each) => [false, true].map((isUsed) => ({ ...each, [name]: isUsed }))),
    [{}],
  );
  const used = (measures: Readonly<Record<string, boolean>>): number =>
    Object.values(measures).filter((isUsed) => isUsed).length;
  return all.toSorted((one, other) => used(one) - used(other));
}

/** Levels and flags in every combination, the most usual first; amounts are left as they are. */
function attributesOf({ scenario }: Model): readonly Walk['attributes'][] {
  return Object.entries(scenario.attributes).reduce<readonly Walk['attributes'][]>(
    (some, [name, attribute]) => {
      if (attribute.kind === 'levels')
        return some.flatMap((each) => attribute.levels.map((level) => ({ ...each, [name]: level })));
      if (attribute.kind === 'flag')
        return some.flatMap((each) => [true, false].map((level) => ({ ...each, [name]: level })));
      return some;
    },
    [{}],
  );
}
