import type { ConditionDraft } from '../notation/index.ts';

/** The value of an attribute as it is written; none: it is not known. */
export type ValueOf = (attribute: string) => string | undefined;

/** Whether a condition holds for values as a log has them; a test of what is not known does not hold. */
export function holdsInLog(condition: ConditionDraft, valueOf: ValueOf): boolean {
  if ('all' in condition) return condition.all.every((each) => holdsInLog(each, valueOf));
  if ('any' in condition) return condition.any.some((each) => holdsInLog(each, valueOf));
  if ('not' in condition) return !holdsInLog(condition.not, valueOf);
  const value = valueOf(condition.attribute);
  if (value === undefined) return false;
  if ('is' in condition) return value.toLowerCase() === String(condition.is);
  if ('isOneOf' in condition) return condition.isOneOf.includes(value);
  const amount = Number(value);
  const { atLeast, below } = condition;
  return (
    amount >= (atLeast?.amount ?? Number.NEGATIVE_INFINITY) && amount < (below?.amount ?? Number.POSITIVE_INFINITY)
  );
}

/** The attributes that a condition tests. */
export function attributesIn(condition: ConditionDraft): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(attributesIn);
  if ('any' in condition) return condition.any.flatMap(attributesIn);
  return 'not' in condition ? attributesIn(condition.not) : [condition.attribute];
}
