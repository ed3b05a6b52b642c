import { type Mistake, type Path, type Label, verbatim } from '../base/index.ts';
import { defaultLaw, lawProfiles, type Condition } from '../customs/index.ts';
import type { Flow, Write } from '../flows/index.ts';
import { type ConditionDraft, nearestOf, oneOf, type Quantity } from '../notation/index.ts';
import { leavesOf, type ByDraft } from './by.ts';
import type { AttributeDraft, Draft } from './draft.ts';
import { the, type Names } from './names.ts';
import type { By } from './scenario.ts';

/** What values can depend on: attributes with their levels, conditions, measures. */
export class Choices {
  readonly #draft: Draft;
  readonly #names: Names;
  readonly #flow: Flow | undefined;
  readonly #writes: readonly Write[];
  readonly #isDefault: (path: Path) => boolean;
  /** What attributes, conditions and measures depend on, for finding circles. */
  readonly #dependsOn: Map<string, Set<string>> = new Map();

  constructor(
    draft: Draft,
    about: {
      readonly names: Names;
      readonly flow: Flow | undefined;
      readonly writes: readonly Write[];
      readonly isDefault: (path: Path) => boolean;
    },
  ) {
    this.#draft = draft;
    this.#names = about.names;
    this.#flow = about.flow;
    this.#writes = about.writes;
    this.#isDefault = about.isDefault;
  }

  /**
   * The value with every level present. Undefined: a mistake was noted, or what it depends on is itself wrong. `node` is noted as
   * depending on what it is by.
   */
  by<Value>(draft: ByDraft<Value>, path: Path, node?: string): By<Value> | undefined {
    if ('is' in draft) return draft;
    const { by, otherwise } = draft;
    if (this.#sizeOf(draft) > choicesMax)
      return this.#note(
        'too-large',
        path,
        { en: 'this choice has too many cases', zh: '此处情形过多' },
        { expected: { en: `at most ${choicesMax}`, zh: `至多 ${choicesMax}` } },
      );
    const section = this.#names.use(by, ['attributes', 'conditions', 'measures'], [...path, 'by'], {
      en: 'the attribute, condition or measure',
      zh: '属性、条件或措施',
    });
    if (node !== undefined && section !== undefined) this.depends(node, `${section}.${by}`);
    if (section === undefined) return undefined;
    const levels = section === 'attributes' ? this.levelsOf(by) : flagLevels;
    if (levels === undefined) {
      if (this.#draft.attributes.get(by) === undefined) return undefined;
      return this.#note(
        'wrong-kind',
        [...path, 'by'],
        { en: `the attribute "${by}" is an amount and has no levels`, zh: `属性“${by}”为数额，没有等级` },
        {
          expected: { en: 'a condition that tests it', zh: '检验它的条件' },
        },
      );
    }
    const allowed = [...levels, ...(section === 'attributes' ? this.#spokenLevels(by) : [])];
    for (const level of Object.keys(draft.levels)) {
      if (!allowed.includes(level) && !this.#isDefault([...path, level]))
        this.#note(
          'unknown-level',
          [...path, level],
          { en: `"${by}" has no level "${level}"`, zh: `“${by}”没有等级“${level}”` },
          {
            expected: oneOf([...levels, 'otherwise']),
            ...nearestOf(level, [...levels, 'otherwise']),
          },
        );
    }
    const missing = levels.filter((level) => !Object.hasOwn(draft.levels, level));
    if (otherwise === undefined && missing.length > 0)
      this.#note(
        'missing-level',
        path,
        {
          en: `there is no value for the ${missing.length === 1 ? 'level' : 'levels'} ${missing.join(', ')} of "${by}"`,
          zh: `“${by}”的等级 ${missing.join('、')} 没有值`,
        },
        { expected: { en: 'a value for each level, or otherwise', zh: '每个等级各有值，或写 otherwise' } },
      );
    const spread = levels.map((level) => {
      const named = draft.levels[level];
      const inner = named ?? otherwise;
      return [
        level,
        inner === undefined ? undefined : this.by(inner, [...path, named === undefined ? 'otherwise' : level], node),
      ] as const;
    });
    return spread.every((entry): entry is readonly [string, By<Value>] => entry[1] !== undefined)
      ? { by, levels: Object.fromEntries(spread) }
      : undefined;
  }

  condition(draft: ConditionDraft, name: string): Condition | undefined {
    if ('all' in draft) {
      const all = draft.all.map((part) => this.condition(part, name));
      return all.every((part) => part !== undefined) ? { all } : undefined;
    }
    if ('any' in draft) {
      const any = draft.any.map((part) => this.condition(part, name));
      return any.every((part) => part !== undefined) ? { any } : undefined;
    }
    if ('not' in draft) {
      const not = this.condition(draft.not, name);
      return not === undefined ? undefined : { not };
    }
    const { attribute } = draft;
    const path: Path = ['conditions', name, ...draft.at];
    this.depends(`conditions.${name}`, `attributes.${attribute}`);
    if (this.#names.use(attribute, ['attributes'], path, the.attributes) === undefined) return undefined;
    const kind = this.#draft.attributes.get(attribute)?.kind;
    if (kind === undefined) return undefined;
    if ('is' in draft) {
      if (this.isFlag(attribute)) return draft.is ? { attribute, isTrue: true } : { not: { attribute, isTrue: true } };
      return this.#note(
        'wrong-kind',
        path,
        { en: `the attribute "${attribute}" is neither true nor false`, zh: `属性“${attribute}”不是真假值` },
        {
          expected:
            kind === 'levels'
              ? {
                  en: `its levels: ${oneOf(this.levelsOf(attribute) ?? []).en}`,
                  zh: `它的等级：${oneOf(this.levelsOf(attribute) ?? []).zh}`,
                }
              : { en: 'a range, as in {atLeast: 100000 CNY}', zh: '范围，如 {atLeast: 100000 CNY}' },
        },
      );
    }
    if ('isOneOf' in draft) return this.#levelTest(draft, path);
    const unit = this.unitOf(attribute);
    if (unit === undefined)
      return this.#note(
        'wrong-kind',
        path,
        { en: `the attribute "${attribute}" is no amount`, zh: `属性“${attribute}”不是数额` },
        {
          expected: { en: 'true, false or its levels', zh: 'true、false 或它的等级' },
        },
      );
    return this.#range(draft, unit, path);
  }

  #levelTest(
    { attribute, isOneOf }: { readonly attribute: string; readonly isOneOf: readonly string[] },
    path: Path,
  ): Condition | undefined {
    const levels = this.levelsOf(attribute);
    if (levels === undefined || this.isFlag(attribute))
      return this.#note(
        'wrong-kind',
        path,
        { en: `the attribute "${attribute}" has no levels`, zh: `属性“${attribute}”没有等级` },
        {
          expected:
            levels === undefined
              ? { en: 'a range, as in {atLeast: 100000 CNY}', zh: '范围，如 {atLeast: 100000 CNY}' }
              : { en: 'true or false', zh: 'true 或 false' },
        },
      );
    const unknown = isOneOf.filter(
      (level) => !levels.includes(level) && !this.#spokenLevels(attribute).includes(level),
    );
    for (const level of unknown)
      this.#note(
        'unknown-word',
        isOneOf.length > 1 ? [...path, isOneOf.indexOf(level)] : path,
        { en: `"${attribute}" has no level "${level}"`, zh: `“${attribute}”没有等级“${level}”` },
        { found: level, expected: oneOf(levels), ...nearestOf(level, levels) },
      );
    return unknown.length > 0 ? undefined : { attribute, isOneOf };
  }

  #range(
    {
      attribute,
      atLeast,
      below,
    }: { readonly attribute: string; readonly atLeast: Quantity | undefined; readonly below: Quantity | undefined },
    unit: string,
    path: Path,
  ): Condition | undefined {
    const ends = Object.entries({ atLeast, below }).filter((end): end is [string, Quantity] => end[1] !== undefined);
    const odd = ends.filter(([, end]) => end.unit !== unit);
    for (const [key, end] of odd)
      this.#note(
        end.unit === '' ? 'number-without-unit' : 'wrong-unit',
        [...path, key],
        { en: `"${attribute}" is measured in ${unit}`, zh: `“${attribute}”的单位为 ${unit}` },
        { expected: verbatim(unit), nearest: `${end.amount} ${unit}` },
      );
    if (odd.length > 0) return undefined;
    if (atLeast !== undefined && below !== undefined && atLeast.amount >= below.amount)
      return this.#note(
        'out-of-range',
        path,
        { en: 'this range is empty', zh: '此范围为空' },
        { expected: { en: 'atLeast smaller than below', zh: 'atLeast 小于 below' } },
      );
    return { attribute, ...Object.fromEntries(ends.map(([key, end]) => [key, end.amount])) };
  }

  /** Number of cases that a draft spreads to. */
  #sizeOf<Value>(draft: ByDraft<Value>): number {
    if ('is' in draft) return 1;
    const named = Object.values(draft.levels);
    const levels = this.levelsOf(draft.by) ?? flagLevels;
    const unnamed = levels.filter((level) => !Object.hasOwn(draft.levels, level)).length;
    const sum = named.reduce((total, inner) => total + this.#sizeOf(inner), 0);
    return sum + (draft.otherwise === undefined ? 0 : unnamed * this.#sizeOf(draft.otherwise));
  }

  /** Levels of an attribute, `true` and `false` of one that is a flag; none for amounts and for what is itself wrong. */
  levelsOf(name: string): readonly string[] | undefined {
    const attribute = this.#draft.attributes.get(name);
    if (attribute === undefined) return undefined;
    switch (attribute.kind) {
      case 'levels':
        return levelsIn(attribute);
      case 'flag':
        return flagLevels;
      case 'written': {
        if (typeof attribute.initial === 'boolean') return flagLevels;
        const written = this.#writes
          .filter((write) => write.attribute === name)
          .flatMap((write) =>
            'value' in write ? [String(write.value)] : write.from === name ? [] : (this.levelsOf(write.from) ?? []),
          );
        return [...new Set([String(attribute.initial), ...written])];
      }
      default:
        return undefined;
    }
  }

  /** Levels that may be spoken of though nobody in the scenario has them: credit levels of the law, and what the flow's measures ask for. */
  #spokenLevels(attribute: string): readonly string[] {
    const ofLaw = attribute === 'credit' ? (lawProfiles[this.#draft.law ?? defaultLaw]?.creditLevels ?? []) : [];
    return [
      ...ofLaw,
      ...Object.values(this.#flow?.measures ?? {}).flatMap(({ eligible }) => levelsAsked(eligible, attribute)),
    ];
  }

  isFlag(name: string): boolean {
    const attribute = this.#draft.attributes.get(name);
    return (
      attribute === undefined ||
      attribute.kind === 'flag' ||
      (attribute.kind === 'written' && typeof attribute.initial === 'boolean')
    );
  }

  unitOf(name: string): string | undefined {
    const seen = new Set<string>();
    let attribute = this.#draft.attributes.get(name);
    while (attribute?.kind === 'part' && !seen.has(attribute.of)) {
      seen.add(attribute.of);
      attribute = this.#draft.attributes.get(attribute.of);
    }
    return attribute?.kind === 'number' ? attribute.unit : undefined;
  }

  depends(node: string, on: string): void {
    this.#dependsOn.set(node, (this.#dependsOn.get(node) ?? new Set()).add(on));
  }

  /** Attributes, conditions and measures that depend on themselves cannot be drawn. */
  circles(): void {
    const done = new Set<string>();
    const visit = (node: string, way: readonly string[]): void => {
      if (way.includes(node)) {
        const circle = [...way.slice(way.indexOf(node)), node].map((each) => each.slice(each.indexOf('.') + 1));
        this.#note(
          'circle',
          node.split('.'),
          { en: `"${circle[0] ?? ''}" depends on itself`, zh: `“${circle[0] ?? ''}”依赖自身` },
          {
            found: circle.join(' -> '),
            expected: { en: 'something that does not come back to it', zh: '不再回到它的内容' },
          },
        );
        return;
      }
      if (done.has(node)) return;
      for (const next of this.#dependsOn.get(node) ?? []) visit(next, [...way, node]);
      done.add(node);
    };
    for (const node of this.#dependsOn.keys()) visit(node, []);
  }

  #note(code: string, path: Path, message: Label, more: Partial<Mistake> = {}): undefined {
    this.#names.note({ code, path, message, ...more });
  }
}

/** Most levels of an attribute: the engine keeps a level in a byte. */
export const levelsMax = 256;

/** Most cases of a value that depends on several things. */
const choicesMax = 10_000;

const flagLevels: readonly string[] = ['false', 'true'];

/** Levels of an attribute that a condition names. */
function levelsAsked(condition: Condition, attribute: string): readonly string[] {
  if ('all' in condition) return condition.all.flatMap((part) => levelsAsked(part, attribute));
  if ('any' in condition) return condition.any.flatMap((part) => levelsAsked(part, attribute));
  if ('not' in condition) return levelsAsked(condition.not, attribute);
  return condition.attribute === attribute && 'isOneOf' in condition ? condition.isOneOf : [];
}

/** All levels that an attribute may have, whatever it depends on. */
export function levelsIn(attribute: Extract<AttributeDraft, { kind: 'levels' }>): readonly string[] {
  return [...new Set(leavesOf(attribute.shares).flatMap((shares) => Object.keys(shares)))];
}
