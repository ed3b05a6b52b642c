import { present, unreachable } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';

export type Chance = Extract<engineModel.Guard, { kind: 'chance' }>;

/** A consignment as guards ask about it. */
export interface Asked {
  /** Levels by column, as they now are. */
  level(column: number): number;
  number(column: number): number;
  /** How a chance falls: alike within a step; ever after, whatever its share has become, if it is drawn once. */
  falls(guard: number, chance: Chance): boolean;
}

/** Whether a guard of the engine holds for a consignment. */
export function holds(guards: readonly engineModel.Guard[], guard: number, of: Asked): boolean {
  const asked = present(guards[guard], 'a guard');
  switch (asked.kind) {
    case 'constant':
      return asked.value;
    case 'level':
      return asked.isOneOf.includes(of.level(asked.column));
    case 'range': {
      const value = of.number(asked.column);
      return value >= asked.atLeast && value < asked.below;
    }
    case 'chance':
      return of.falls(guard, asked);
    case 'all':
      return asked.of.every((each) => holds(guards, each, of));
    case 'any':
      return asked.of.some((each) => holds(guards, each, of));
    case 'not':
      return !holds(guards, asked.of, of);
    default:
      return unreachable(asked);
  }
}

/** The leaf that a choice leads to for a consignment. */
export function leafOf<Leaf>(choice: engineModel.Choice<Leaf>, guards: readonly engineModel.Guard[], of: Asked): Leaf {
  if ('is' in choice) return choice.is;
  if ('by' in choice) return leafOf(present(choice.levels[of.level(choice.by)], 'a level'), guards, of);
  return leafOf(holds(guards, choice.if, of) ? choice.yes : choice.no, guards, of);
}
