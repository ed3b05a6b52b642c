import type { Particulars, StoryStep } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { Consignment } from '../stepping/index.ts';
import { withoutRight } from './chosen.ts';
import { procedureOf, type Procedure } from './procedure.ts';
import { WalkLuck } from './walk-luck.ts';
import { Walker } from './walker.ts';
import type { Turn, Walk } from './walk.ts';

/** What a proof or another checker tells of a history: what happened, and which consignment it is about. */
export interface Told {
  readonly story: readonly StoryStep[];
  readonly particulars: Particulars;
}

/**
 * A walk that goes through a story of a rule: by turns with which the same happens in the same order to the consignment that the story is
 * about. Undefined where there is none: the order is not possible with the delays and calendars of the model, or it hangs on an amount
 * that only follows from another.
 */
export function walkOfStory(model: Model, { story, particulars }: Told): Walk | undefined {
  const procedure = procedureOf(model);
  const [entered, ...rest] = story;
  if (entered === undefined) return undefined;
  // What is only held begins and is granted in one turn.
  const steps = rest.filter(({ cause }) => !isHeld(cause, model));
  // Measures that nothing asked for are not used.
  const unused = Object.fromEntries(Object.keys(model.scenario.measures).map((name) => [name, false]));
  const measures = { ...unused, ...particulars.measures };
  for (const attributes of attributesOf(particulars, model)) {
    const consignment: Walk = { attributes, measures, chances: {}, turns: [] };
    const turns = turnsThrough([entered, ...steps], { procedure, consignment, particulars });
    if (turns !== undefined) return { ...consignment, turns };
  }
  return undefined;
}

/** What turns are looked for with. */
interface Search {
  readonly procedure: Procedure;
  readonly consignment: Walk;
  readonly particulars: Particulars;
}

/** Turns by which a consignment goes through all steps, entering first; undefined if there are none. */
function turnsThrough(steps: readonly StoryStep[], of: Search): readonly Turn[] | undefined {
  const { procedure, consignment, particulars } = of;
  const follow = (turns: readonly Turn[]): readonly Turn[] | undefined => {
    const walker = lead(of, { ...consignment, turns });
    const now = steps[turns.length];
    if (walker === undefined || now === undefined || !isAlike(walker, now, procedure)) return undefined;
    const next = steps[turns.length + 1];
    if (next === undefined) return turns;
    for (const { comes, chances, lane, earliest, expected, latest } of walker.coming()) {
      if (comes !== next.cause || chances.some((name) => particulars.chances[name] === false)) continue;
      const at = next.at === undefined ? expected : Math.min(Math.max(next.at.earliest, earliest), latest);
      const turn = { comes, at, ...(chances.length === 0 ? {} : { chances }), ...(lane === undefined ? {} : { lane }) };
      const found = follow([...turns, turn]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return follow([]);
}

/** A consignment after its turns, which were offered; undefined if there is none such. */
function lead({ procedure, particulars }: Search, walk: Walk): Walker | undefined {
  const { model, laws } = procedure;
  const luck = new WalkLuck(model, laws, walk);
  const consignment = new Consignment(model, laws, luck);
  if (luck.mistakes.length > 0 || withoutRight(walk, model, consignment).length > 0) return undefined;
  if (!isWithin(consignment.attributes(model), particulars)) return undefined;
  const walker = new Walker(procedure, { consignment, luck });
  for (const turn of walk.turns) walker.take(turn);
  return walker;
}

/** Whether all amounts are what is known of them. */
function isWithin(attributes: Walk['attributes'], particulars: Particulars): boolean {
  return Object.entries(particulars.attributes).every(([name, known]) => {
    const value = attributes[name];
    if (typeof known !== 'object' || !('unit' in known) || typeof value !== 'number') return true;
    const { is = value, atLeast = -Infinity, below = Infinity } = known;
    return value === is && value >= atLeast && value < below;
  });
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

/**
 * Attributes that agree with what is known: of levels that are left any, of amounts the usual one or one between the limits; the rest is
 * left as it usually is.
 */
function attributesOf({ attributes }: Particulars, { scenario }: Model): readonly Walk['attributes'][] {
  return Object.entries(attributes).reduce<readonly Walk['attributes'][]>(
    (some, [name, known]) => {
      if (scenario.attributes[name]?.kind === 'part') return some;
      const values = valuesOf(known);
      return some.flatMap((each) => values.map((value) => (value === undefined ? each : { ...each, [name]: value })));
    },
    [{}],
  );
}

function valuesOf(known: Particulars['attributes'][string]): readonly (boolean | number | string | undefined)[] {
  if (typeof known !== 'object') return [known];
  if (!('unit' in known)) return known;
  const { is, atLeast = 0, below } = known;
  return is === undefined ? [undefined, below === undefined ? atLeast : (atLeast + below) / 2] : [is];
}
