import { present } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import type { Consignment } from '../stepping/index.ts';
import type { WalkLuck } from './walk-luck.ts';

/** What is certain about a consignment, whatever is still to come. */
export class Certainty {
  readonly #engine: engineModel.Model;
  readonly #consignment: Consignment;
  readonly #luck: WalkLuck;
  readonly #known: Map<number, boolean | undefined> = new Map();

  constructor(
    engine: engineModel.Model,
    { consignment, luck }: { readonly consignment: Consignment; readonly luck: WalkLuck },
  ) {
    this.#engine = engine;
    this.#consignment = consignment;
    this.#luck = luck;
  }

  /** Whether a guard holds; undefined: it may or may not. */
  holds(guard: number): boolean | undefined {
    if (!this.#known.has(guard)) this.#known.set(guard, this.#ask(present(this.#engine.guards[guard], 'a guard')));
    return this.#known.get(guard);
  }

  #ask(guard: engineModel.Guard): boolean | undefined {
    switch (guard.kind) {
      case 'constant':
        return guard.value;
      case 'level':
        return this.#isWritten(guard.column)
          ? undefined
          : guard.isOneOf.includes(this.#consignment.level(guard.column));
      case 'range': {
        const value = this.#consignment.number(guard.column);
        return value >= guard.atLeast && value < guard.below;
      }
      case 'chance':
        return common(this.#leaves(guard.share).map((share) => this.#luck.decides(guard.name, share)));
      case 'all': {
        const parts = guard.of.map((each) => this.holds(each));
        return parts.includes(false) ? false : common([true, ...parts]);
      }
      case 'any': {
        const parts = guard.of.map((each) => this.holds(each));
        return parts.includes(true) ? true : common([false, ...parts]);
      }
      default: {
        const inner = this.holds(guard.of);
        return inner === undefined ? undefined : !inner;
      }
    }
  }

  /** Every leaf to which a choice may lead. */
  #leaves<Leaf>(choice: engineModel.Choice<Leaf>): readonly Leaf[] {
    if ('is' in choice) return [choice.is];
    if ('by' in choice)
      return this.#isWritten(choice.by)
        ? choice.levels.flatMap((each) => this.#leaves(each))
        : this.#leaves(present(choice.levels[this.#consignment.level(choice.by)], 'a level'));
    const holds = this.holds(choice.if);
    return [...(holds === true ? [] : this.#leaves(choice.no)), ...(holds === false ? [] : this.#leaves(choice.yes))];
  }

  #isWritten(column: number): boolean {
    return this.#engine.levelColumns[column]?.kind === 'written';
  }
}

/** What all of some answers are, at least one; undefined: they differ, or one is not certain. */
function common(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.every((each) => each === answers[0]) ? answers[0] : undefined;
}
