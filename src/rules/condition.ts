import { assert, present, right, wrong, type Mistake, type Result, type Label, verbatim } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import { nearestOf, oneOf, type ConditionDraft } from '../notation/index.ts';
import type { Model } from '../simulation/index.ts';
import { unitOf } from './particulars.ts';
import type { Rule } from './rule.ts';

/** A model with the guard of a condition among its guards. */
export interface Conditioned {
  readonly model: Model;
  readonly guard: number;
}

type Guard = engineModel.Guard;

/**
 * Adds the condition of a rule to a model: tests of attributes, and of measures and chances of the flow by name (`{twoStep: true}`).
 * Mistakes have paths inside the condition.
 */
export function addCondition(draft: ConditionDraft, model: Model): Result<Conditioned, readonly Mistake[]> {
  const guards = [...model.engine.guards];
  const mistakes: Mistake[] = [];
  const enter = (guard: Guard): number => guards.push(guard) - 1;
  const add = (of: ConditionDraft): number => {
    if ('all' in of) return enter({ kind: 'all', of: of.all.map(add) });
    if ('any' in of) return enter({ kind: 'any', of: of.any.map(add) });
    if ('not' in of) return enter({ kind: 'not', of: add(of.not) });
    const guard = testOf(of, model);
    if (typeof guard === 'number') return guard;
    if ('kind' in guard) return enter(guard);
    mistakes.push({ ...guard, path: of.at });
    return -1;
  };
  const guard = add(draft);
  return mistakes.length > 0
    ? wrong(mistakes)
    : right({ guard, model: { ...model, engine: { ...model.engine, guards } } });
}

/** A chance that is drawn at each visit has no answer of its own: who asks for it draws another. */
function restless(chance: string): Omit<Mistake, 'path'> {
  return {
    code: 'restless-chance',
    message: {
      en: `"${chance}" is drawn anew at each visit, so that no consignment has it`,
      zh: `“${chance}”每次到访重新抽取，不是货物的属性`,
    },
    expected: { en: 'a chance that is drawn once, or an attribute', zh: '只抽取一次的概率，或属性' },
  };
}

type Test = Exclude<ConditionDraft, { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }>;

/** The guard of a test: one that the model has, a new one, or what is wrong with it. */
function testOf(test: Test, model: Model): number | Guard | Omit<Mistake, 'path'> {
  const { attribute } = test;
  const { columns, guards } = model.meanings;
  const level = columns.levels.indexOf(attribute);
  const levels = columns.levelsOf.get(attribute);
  if ('is' in test) {
    if (levels !== undefined && levels.every((each) => ['true', 'false'].includes(each))) {
      const wanted = levels.indexOf(test.is ? 'true' : 'false');
      return { kind: 'level', column: level, isOneOf: wanted < 0 ? [] : [wanted] };
    }
    const index = model.table.guards.indexOf(attribute);
    const guard = index < 0 ? undefined : guards[index];
    if (guard !== undefined) {
      const drawn = model.engine.guards[guard];
      if (drawn?.kind === 'chance' && drawn.counter !== 'once') return restless(attribute);
      return test.is ? guard : { kind: 'not', of: guard };
    }
    return level >= 0
      ? isNo(
          attribute,
          { en: 'true or false', zh: '真假值' },
          {
            en: `its levels: ${oneOf(levels ?? []).en}`,
            zh: `它的等级：${oneOf(levels ?? []).zh}`,
          },
        )
      : unknown(test, model);
  }
  if ('isOneOf' in test) {
    if (levels === undefined)
      return columns.numbers.includes(attribute)
        ? isNo(
            attribute,
            { en: 'a matter of levels', zh: '按等级区分' },
            { en: 'a range, as in {atLeast: 100000 CNY}', zh: '范围，如 {atLeast: 100000 CNY}' },
          )
        : unknown(test, model);
    const odd = test.isOneOf.find((each) => !levels.includes(each) && !model.scenario.law.creditLevels.includes(each));
    if (odd !== undefined)
      return {
        code: 'unknown-word',
        message: { en: `"${attribute}" has no level "${odd}"`, zh: `“${attribute}”没有等级“${odd}”` },
        found: odd,
        expected: oneOf(levels),
        ...nearestOf(odd, levels),
      };
    // A level that the law knows and nobody here has is nobody's.
    const isOneOf = test.isOneOf.map((each) => levels.indexOf(each)).filter((each) => each >= 0);
    return { kind: 'level', column: level, isOneOf };
  }
  const column = columns.numbers.indexOf(attribute);
  if (column < 0)
    return level >= 0
      ? isNo(
          attribute,
          { en: 'an amount', zh: '数额' },
          { en: 'true, false or its levels', zh: 'true、false 或它的等级' },
        )
      : unknown(test, model);
  const unit = unitOf(attribute, model.scenario);
  const odd = [test.atLeast, test.below].find((end) => end !== undefined && end.unit !== unit);
  if (odd !== undefined)
    return {
      code: 'wrong-unit',
      message: { en: `"${attribute}" is measured in ${unit}`, zh: `“${attribute}”的单位为 ${unit}` },
      found: `${odd.amount} ${odd.unit}`,
      expected: verbatim(unit),
      nearest: `${odd.amount} ${unit}`,
    };
  return {
    kind: 'range',
    column,
    atLeast: test.atLeast?.amount ?? Number.NEGATIVE_INFINITY,
    below: test.below?.amount ?? Number.POSITIVE_INFINITY,
  };
}

function isNo(attribute: string, what: Label, expected: Label): Omit<Mistake, 'path'> {
  return {
    code: 'wrong-kind',
    message: { en: `"${attribute}" is not ${what.en}`, zh: `“${attribute}”不是${what.zh}` },
    expected,
  };
}

function unknown({ attribute }: Test, { table, meanings: { columns } }: Model): Omit<Mistake, 'path'> {
  const known = [...columns.levels, ...columns.numbers, ...table.guards];
  return {
    code: 'unknown-word',
    message: {
      en: `no attribute, measure or chance is called "${attribute}"`,
      zh: `没有名为“${attribute}”的属性、措施或概率`,
    },
    found: attribute,
    expected: { en: 'a name of the flow', zh: '流程中的名称' },
    ...nearestOf(attribute, known),
  };
}

/** A model with the guards of the conditions of rules among its own; equal conditions are one guard. The rules must name what the model has. */
export function addConditions(
  rules: readonly Rule[],
  model: Model,
): { readonly model: Model; readonly guardOf: (rule: Rule) => number | undefined } {
  const guards = new Map<string, number>();
  let conditioned = model;
  for (const { when } of rules) {
    if (when === undefined || guards.has(conditionKey(when))) continue;
    const added = addCondition(when, conditioned);
    assert(added.ok, 'the conditions are right');
    conditioned = added.value.model;
    guards.set(conditionKey(when), added.value.guard);
  }
  return {
    model: conditioned,
    guardOf: ({ when }) => (when === undefined ? undefined : present(guards.get(conditionKey(when)), 'a condition')),
  };
}

/** A condition in words that are the same for equal conditions: rules with one condition share what is made for it. */
export function conditionKey(draft: ConditionDraft): string {
  return JSON.stringify(draft, (key, value: unknown) => (key === 'at' ? undefined : value));
}
