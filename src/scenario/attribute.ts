import { right, type Mistake } from '../base/index.ts';
import type { Law } from '../random/index.ts';
import {
  isMap,
  mapped,
  refuse,
  under,
  type Language,
  type Read,
  isPercentage,
  readShare,
  sumMistake,
} from '../notation/index.ts';
import { byLanguage, leavesOf, mapLeaves, type ByDraft } from './by.ts';
import { amountsIn, unitOf } from './dimension.ts';
import type { AttributeDraft } from './draft.ts';
import type { Files } from './empirical.ts';
import { lawLanguage } from './law.ts';
import { readPart } from './part.ts';

/**
 * An attribute: levels `{a: 30 %, b: 70 %}`, a number `lognormal(mean 300000 CNY cv 1.5)`, a flag `20 %` or `{share: 20 %}`,
 * a part `18 % of value`, or written by the flow `{initial: false}`; all but the last may depend on something (`by`).
 */
export function attributeLanguage(files: Files): Language<AttributeDraft> {
  const readLeaves = byLanguage(leafLanguage(files));
  return (value) => {
    if (isMap(value) && Object.hasOwn(value, 'initial')) return readWritten(value);
    const leaves = readLeaves(value);
    return leaves.ok ? gather(leaves.value) : leaves;
  };
}

const attributeForm = {
  en: 'levels as in {a: 30 %, b: 70 %}, a share as in 20 %, an amount as in 300000 CNY or lognormal(mean 300000 CNY cv 1.5), 18 % of value, or {initial: false}',
  zh: '等级如 {a: 30 %, b: 70 %}，比例如 20 %，数额如 300000 CNY 或 lognormal(mean 300000 CNY cv 1.5)，18 % of value，或 {initial: false}',
};

/** One kind of attribute for one combination of what it depends on. */
type Leaf =
  | { readonly kind: 'levels'; readonly shares: Readonly<Record<string, number>> }
  | { readonly kind: 'flag'; readonly share: number | ByDraft<number> }
  | { readonly kind: 'number'; readonly law: Law; readonly unit: string }
  | { readonly kind: 'part'; readonly of: string; readonly share: number };

function leafLanguage(files: Files): Language<Leaf> {
  return (value) => {
    if (isMap(value)) return Object.hasOwn(value, 'share') ? readFlag(value) : readLevels(value);
    const part = readPart(value);
    if (part !== undefined) return mapped(part, ({ of, share }): Leaf => ({ kind: 'part', of, share }));
    if (isPercentage(value)) return mapped(readShare(value), (share): Leaf => ({ kind: 'flag', share }));
    if (typeof value === 'number')
      return refuse(
        'number-without-unit',
        { en: 'a bare number could be a share or an amount', zh: '单独的数字可能是比例，也可能是数额' },
        {
          expected: {
            en: `${value} with a sign or unit, as in 20 % or 300000 CNY`,
            zh: `${value}，带 % 或单位，如 20 % 或 300000 CNY`,
          },
        },
      );
    if (typeof value !== 'string' && !Array.isArray(value))
      return refuse('no-attribute', { en: 'this is no attribute', zh: '这不是属性' }, { expected: attributeForm });
    const unit = unitOf(value);
    return mapped(lawLanguage(amountsIn(unit), files)(value), (law): Leaf => ({ kind: 'number', law, unit }));
  };
}

function readFlag(value: Readonly<Record<string, unknown>>): Read<Leaf> {
  const others = Object.keys(value).filter((key) => key !== 'share' && key !== 'source');
  if (others.length > 0)
    return under(
      others[0] ?? '',
      refuse(
        'unknown-key',
        { en: `there is no key "${others[0] ?? ''}" beside share`, zh: `share 旁不能有“${others[0] ?? ''}”` },
        {
          expected: { en: 'share, or levels that are not called share', zh: 'share，或不叫 share 的等级' },
        },
      ),
    );
  return mapped(under('share', byLanguage(readShare)(value['share'])), (share): Leaf => ({ kind: 'flag', share }));
}

function readLevels(value: Readonly<Record<string, unknown>>): Read<Leaf> {
  const entries = Object.entries(value).filter(([key]) => key !== 'source');
  if (entries.length === 0)
    return refuse(
      'no-attribute',
      { en: 'this attribute has no levels', zh: '此属性没有等级' },
      { expected: attributeForm },
    );
  const mistakes: Mistake[] = [];
  const shares = entries.map(([level, share]) => {
    const read = under(
      level,
      isLevelName(level)
        ? readShare(share)
        : refuse(
            'reserved-name',
            { en: `"${level}" cannot be the name of a level`, zh: `“${level}”不能用作等级名称` },
            { expected: { en: 'another name', zh: '另一个名称' } },
          ),
    );
    if (!read.ok) mistakes.push(...read.wrong);
    return [level, read.ok ? read.value : 0] as const;
  });
  if (mistakes.length > 0) return { ok: false, wrong: mistakes };
  return sumMistake(shares.map(([, share]) => share)) ?? right({ kind: 'levels', shares: Object.fromEntries(shares) });
}

/** Words that have another meaning where levels stand, and bare numbers, are no names of levels. */
function isLevelName(name: string): boolean {
  return (
    !['by', 'otherwise', 'initial', 'is', 'source', 'share'].includes(name) &&
    Number.isNaN(Number(name)) &&
    name.trim() !== ''
  );
}

function readWritten(value: Readonly<Record<string, unknown>>): Read<AttributeDraft> {
  const other = Object.keys(value).find((key) => key !== 'initial' && key !== 'source');
  if (other !== undefined)
    return under(
      other,
      refuse(
        'unknown-key',
        { en: `there is no key "${other}" beside initial`, zh: `initial 旁不能有“${other}”` },
        {
          expected: {
            en: 'initial alone: what the flow writes is not drawn',
            zh: '只写 initial：流程写入的属性不抽取',
          },
        },
      ),
    );
  const { initial } = value;
  if (typeof initial === 'boolean' || typeof initial === 'number' || typeof initial === 'string')
    return right({ kind: 'written', initial });
  return under(
    'initial',
    refuse(
      'wrong-type',
      { en: 'this is no first value', zh: '这不是初值' },
      { expected: { en: 'true, false, a number or a word', zh: 'true、false、数字或词' } },
    ),
  );
}

function gather(leaves: ByDraft<Leaf>): Read<AttributeDraft> {
  const all = leavesOf(leaves);
  const [first] = all;
  const isSame = all.every(
    (leaf) =>
      leaf.kind === first?.kind &&
      (leaf.kind !== 'part' || (first.kind === 'part' && leaf.of === first.of)) &&
      (leaf.kind !== 'number' || (first.kind === 'number' && leaf.unit === first.unit)),
  );
  if (first === undefined || !isSame)
    return refuse(
      'mixed-kinds',
      { en: 'the values are not of one kind', zh: '各值类别不一' },
      {
        expected: {
          en: 'levels everywhere, shares everywhere, or amounts of one unit everywhere',
          zh: '全为等级，全为比例，或全为同一单位的数额',
        },
      },
    );
  switch (first.kind) {
    case 'levels':
      return right({
        kind: 'levels',
        shares: mapLeaves(leaves, (leaf) => (leaf.kind === 'levels' ? leaf.shares : {})),
      });
    case 'flag':
      return right({ kind: 'flag', share: flatten(leaves) });
    case 'number':
      return right({
        kind: 'number',
        unit: first.unit,
        law: mapLeaves(leaves, (leaf) => (leaf.kind === 'number' ? leaf.law : { kind: 'constant', value: 0 })),
      });
    case 'part':
      return right({
        kind: 'part',
        of: first.of,
        share: mapLeaves(leaves, (leaf) => (leaf.kind === 'part' ? leaf.share : 0)),
      });
  }
}

/** `{share: {by: ...}}` inside a `by` puts one choice into another. */
function flatten(leaves: ByDraft<Leaf>): ByDraft<number> {
  if ('is' in leaves) {
    const share = leaves.is.kind === 'flag' ? leaves.is.share : 0;
    return typeof share === 'number' ? { is: share } : share;
  }
  return {
    by: leaves.by,
    levels: Object.fromEntries(Object.entries(leaves.levels).map(([level, inner]) => [level, flatten(inner)])),
    otherwise: leaves.otherwise === undefined ? undefined : flatten(leaves.otherwise),
  };
}
