import { right, type Mistake } from '../base/index.ts';
import { atPath, isMap, refuse, type Language, type Read } from '../notation/index.ts';

/** A value by levels as written: `otherwise` is not yet spread over the levels that are not named. */
export type ByDraft<Value> =
  | { readonly is: Value }
  | {
      readonly by: string;
      readonly levels: Readonly<Record<string, ByDraft<Value>>>;
      readonly otherwise: ByDraft<Value> | undefined;
    };

/**
 * A value that may depend on something: the value itself, or
 * `{by: credit, advancedCertified: 1 %, otherwise: 3 %}`, whose values may again depend on something.
 */
export function byLanguage<Value>(leaf: Language<Value>): Language<ByDraft<Value>> {
  const readBy: Language<ByDraft<Value>> = (value): Read<ByDraft<Value>> => {
    if (!isMap(value) || !Object.hasOwn(value, 'by')) {
      const read = leaf(value);
      return read.ok ? right({ is: read.value }) : read;
    }
    const { by, otherwise, source: _source, ...named } = value;
    const mistakes: Mistake[] = [];
    const keep = (key: string, read: Read<ByDraft<Value>>): ByDraft<Value> | undefined => {
      if (read.ok) return read.value;
      mistakes.push(...atPath([key], read.wrong));
      return undefined;
    };
    if (typeof by !== 'string')
      mistakes.push(
        ...atPath(
          ['by'],
          refuse(
            'wrong-type',
            { en: 'this is no name', zh: '这不是名称' },
            { expected: { en: 'an attribute, a condition or a measure', zh: '属性、条件或措施' } },
          ).wrong,
        ),
      );
    const levels = Object.entries(named).map(([level, inner]) => [level, keep(level, readBy(inner))] as const);
    const rest = otherwise === undefined ? undefined : keep('otherwise', readBy(otherwise));
    if (levels.length === 0 && otherwise === undefined)
      mistakes.push(
        ...refuse(
          'missing-level',
          { en: 'there is no value for any level', zh: '没有任何等级的值' },
          {
            expected: { en: 'a value for each level, or otherwise', zh: '每个等级各有值，或写 otherwise' },
          },
        ).wrong,
      );
    if (mistakes.length > 0 || typeof by !== 'string') return { ok: false, wrong: mistakes };
    return right({
      by,
      levels: Object.fromEntries(levels.flatMap(([level, inner]) => (inner === undefined ? [] : [[level, inner]]))),
      otherwise: rest,
    });
  };
  return readBy;
}

/** All values of a draft, whatever they depend on. */
export function leavesOf<Value>(draft: ByDraft<Value>): readonly Value[] {
  if ('is' in draft) return [draft.is];
  return [...Object.values(draft.levels), ...(draft.otherwise === undefined ? [] : [draft.otherwise])].flatMap(
    leavesOf,
  );
}

/** The draft with each value turned into another. */
export function mapLeaves<From, To>(draft: ByDraft<From>, turn: (value: From) => To): ByDraft<To> {
  if ('is' in draft) return { is: turn(draft.is) };
  return {
    by: draft.by,
    levels: Object.fromEntries(Object.entries(draft.levels).map(([level, inner]) => [level, mapLeaves(inner, turn)])),
    otherwise: draft.otherwise === undefined ? undefined : mapLeaves(draft.otherwise, turn),
  };
}
