import type { ConditionDraft } from '../notation/index.ts';
import type { Model } from '../simulation/index.ts';

/** Something that may be so of a consignment, and the condition of a rule that asks for it. */
export interface Fact {
  /** An attribute, measure or chance. */
  readonly name: string;
  /** A level, `true` or `false`. */
  readonly is: string;
  readonly test: ConditionDraft;
}

/** Everything that a rule's condition can ask of a consignment by one name: levels of attributes, and measures and
 * chances that guards ask for; not what is drawn anew at each visit, which is true of nobody. */
export function factsOf({ meanings, table, engine }: Model): readonly Fact[] {
  const { levels, levelsOf } = meanings.columns;
  const isDrawnAnew = (guard: number): boolean => {
    const asked = engine.guards[meanings.guards[guard] ?? -1];
    return asked?.kind === 'chance' && asked.counter !== 'once';
  };
  return [
    ...levels.flatMap((name) => (levelsOf.get(name) ?? []).map((is) => ({ name, is }))),
    ...table.guards
      .filter((guard, index) => !levels.includes(guard) && !isDrawnAnew(index))
      .flatMap((name) => ['true', 'false'].map((is) => ({ name, is }))),
  ].map(({ name, is }) => ({
    name,
    is,
    test:
      is === 'true' || is === 'false'
        ? { at: [], attribute: name, is: is === 'true' }
        : { at: [], attribute: name, isOneOf: [is] },
  }));
}
