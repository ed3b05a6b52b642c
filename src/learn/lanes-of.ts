import type { SimTime } from '../base/index.ts';
import type { Procedure } from './procedure.ts';
import type { Lane, StateStanding } from './walk.ts';

/** How a consignment stands, as its lanes tell it. */
interface Standing {
  /** Dotted paths of the active states, outer ones too. */
  readonly active: readonly string[];
  readonly visited: ReadonlySet<string>;
  /** Milestones that can still be reached, those of entered states among them. */
  readonly possible: ReadonlySet<string>;
  /** What is pending, deadlines left out, with when it is expected. */
  readonly awaited: readonly {
    readonly lane: string | undefined;
    readonly comes: string;
    readonly alone: SimTime;
  }[];
}

/** The lanes of a procedure as a consignment stands in them. A lane waits for what is pending in it, else for the lanes that its active states ask about. */
export function lanesOf({ lanes, stateOf }: Procedure, standing: Standing): readonly Lane[] {
  const { active, visited, possible, awaited } = standing;
  const stillOpen = new Set([...possible].flatMap((milestone) => stateOf.get(milestone) ?? []));
  const standingOf = (path: string): StateStanding => {
    if (active.includes(path)) return 'active';
    if (visited.has(path)) return 'visited';
    return stillOpen.has(path) ? 'possible' : 'impossible';
  };
  return lanes.map(({ name, states }) => {
    const comes = new Map(awaited.flatMap((each) => (each.lane === name ? [[each.comes, each.alone] as const] : [])));
    const asks = new Set(states.flatMap(({ path, asks: lanesAsked }) => (active.includes(path) ? lanesAsked : [])));
    return {
      name,
      states: states.map(({ path, depth }) => ({ path, depth, standing: standingOf(path) })),
      waitsFor:
        comes.size > 0
          ? [...comes].map(([each, expected]) => ({ comes: each, expected }))
          : [...asks].map((lane) => ({ lane })),
    };
  });
}
