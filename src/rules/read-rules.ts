import * as z from 'zod';
import { right, wrong, type Mistake, type Result, type Label as Words, verbatim } from '../base/index.ts';
import {
  entry,
  field,
  inOrder,
  isMap,
  layerOf,
  locate,
  nearestOf,
  oneOf,
  readCondition,
  readDocument,
  readNames,
  readShare,
  refuse,
  shaped,
  strict,
  text,
  under,
  type Language,
  type Read,
  type Source,
} from '../notation/index.ts';
import { claimKeys, claimLanguage } from './claim-language.ts';
import { triggeredBy } from './forms.ts';
import { windowed } from './pattern.ts';
import type { Claim, Rule } from './rule.ts';

/** Rules as a file says them. */
export interface RuleBook {
  /** Built-in flow that they are about, if the file says so. */
  readonly flow: string | undefined;
  readonly rules: readonly Rule[];
  /** Rules that are not written yet, since they speak of what the flow does not have. */
  readonly waiting: readonly Waiting[];
  /** The mistake about a rule (`rules`, its place among them, the key) with its place in the file. */
  readonly locate: (mistake: Mistake) => Mistake;
}

/** A rule that waits for something to be modelled. */
export interface Waiting {
  readonly id: string;
  readonly says: Words;
  /** What it waits for. */
  readonly for: Words;
}

/** What is wrong with what the rules of a book name; paths as in the book. */
export type NameCheck = (book: Pick<RuleBook, 'flow' | 'rules'>) => readonly Mistake[];

/** Reads a file of rules; every mistake with its place, and with it those that `names` finds (default: nothing is looked up). */
export function readRules(source: Source, names: NameCheck = () => []): Result<RuleBook, readonly Mistake[]> {
  const written = readDocument(source, bookForm);
  if (!written.ok) return written;
  const layers = [layerOf(written.value)];
  const put = (mistake: Mistake): Mistake => locate(mistake, layers);
  const { flow, rules, waiting, mistakes: own } = readBook(written.value.value);
  const mistakes = [...written.value.mistakes, ...[...own, ...names({ flow, rules })].map(put)];
  return mistakes.length > 0 ? wrong(inOrder(mistakes)) : right({ flow, rules, waiting, locate: put });
}

/** What a rule says, in one language for both or in each. */
const readSays: Language<Words> = (value) => {
  if (typeof value === 'string') return right({ en: value, zh: value });
  const read = shaped(strict({ en: text.exactOptional(), zh: text.exactOptional() }))(value);
  if (!read.ok) return read;
  const { en = read.value.zh, zh = en } = read.value;
  return en === undefined || zh === undefined
    ? refuse(
        'missing-key',
        { en: 'this says nothing', zh: '没有内容' },
        {
          expected: {
            en: 'a sentence, or {en: .., zh: ..} with one of them or both',
            zh: '一句话，或 {en: .., zh: ..}，可只写其一',
          },
        },
      )
    : right({ en, zh });
};

const waiting = strict({ id: text, says: field(readSays), for: field(readSays) });

const bookForm = {
  en: 'rules: a list of rules, each with id, says and what it claims',
  zh: 'rules: 规则列表，每条含 id、says 和所断言的内容',
};

const aboutBook = shaped(
  entry({
    flow: text.exactOptional(),
    rules: z.array(z.unknown(), 'array'),
    waiting: z.array(waiting, 'array').exactOptional(),
  }),
);

interface ReadBook extends Omit<RuleBook, 'locate'> {
  readonly mistakes: readonly Mistake[];
}

/** Rule by rule: in the place of a wrong one stands one that names nothing, so that the others are checked to the end. */
function readBook(value: unknown): ReadBook {
  const nothing = { flow: undefined, rules: [], waiting: [] };
  if (!isMap(value) || (value['rules'] === undefined && value['flow'] === undefined)) {
    const none = refuse('wrong-type', { en: 'this is no file of rules', zh: '这不是规则文件' }, { expected: bookForm });
    return { ...nothing, mistakes: none.wrong };
  }
  const about = aboutBook(value);
  const { flow, waiting: later = [] } = about.ok ? about.value : { flow: undefined };
  const written: readonly unknown[] = Array.isArray(value['rules']) ? value['rules'] : [];
  const read = written.map((each, index) => under('rules', under(index, readRule(each))));
  const rules = read.map((each) => (each.ok ? each.value : wrongRule));
  return {
    flow,
    rules,
    waiting: later,
    mistakes: [
      ...(about.ok ? [] : about.wrong),
      ...read.flatMap((each) => (each.ok ? [] : each.wrong)),
      ...identityMistakes(rules, written.map(idOf)),
    ],
  };
}

const wrongRule: Rule = { id: '', says: { en: '', zh: '' }, source: '', claim: { canEnd: true } };

/** The id of a rule as it is written, whether the rule is right or not. */
function idOf(rule: unknown): string | undefined {
  const id = isMap(rule) ? rule['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** Rules that have the id of one before, and rules that speak of one that is not there. */
function identityMistakes(rules: readonly Rule[], ids: readonly (string | undefined)[]): readonly Mistake[] {
  const twins = ids.flatMap((id, index): Mistake[] =>
    id !== undefined && ids.indexOf(id) < index
      ? [
          {
            code: 'duplicate-name',
            path: ['rules', index, 'id'],
            message: { en: 'another rule has this id', zh: '另一条规则已用此编号' },
            found: id,
            expected: { en: 'an id of its own', zh: '不同的编号' },
          },
        ]
      : [],
  );
  const lost = rules.flatMap(({ claim }, index): Mistake[] =>
    'share' in claim && typeof claim.share.of === 'string' && !ids.includes(claim.share.of)
      ? [
          {
            code: 'unknown-word',
            path: ['rules', index, 'share', 'of'],
            message: { en: 'no rule of this file has this id', zh: '此文件中没有此编号的规则' },
            found: claim.share.of,
            expected: {
              en: 'the id of a rule, or {from: .., to: .., within: ..}',
              zh: '规则的编号，或 {from: .., to: .., within: ..}',
            },
            ...nearestOf(
              claim.share.of,
              ids.filter((id) => id !== undefined),
            ),
          },
        ]
      : [],
  );
  const misplaced = rules.flatMap(({ claim }, index): Mistake[] => {
    const of = 'share' in claim && typeof claim.share.of === 'string' ? claim.share.of : undefined;
    const other = rules.find(({ id }) => id === of)?.claim;
    if (other === undefined || 'template' in other || 'never' in other) return [];
    return [
      {
        code: 'wrong-kind',
        path: ['rules', index, 'share', 'of'],
        message: { en: 'no consignment keeps or breaks this rule by itself', zh: '单票货物无所谓遵守或违反此规则' },
        found: of ?? '',
        expected: { en: 'a rule about events or states of single consignments', zh: '关于单票货物的事件或状态的规则' },
      },
    ];
  });
  return [...twins, ...lost, ...misplaced];
}

/** A rule: its id, what it says, and one claim. */
export const readRule: Language<Rule> = (value) => {
  if (!isMap(value))
    return refuse(
      'wrong-type',
      { en: 'this is no rule', zh: '这不是规则' },
      { expected: { en: 'a map with id, says and what it claims', zh: '映射：id、says 和所断言的内容' } },
    );
  const claimed = Object.keys(value).filter((key) => claimKeys.includes(key));
  const [key] = claimed;
  const about = aboutRule(Object.fromEntries(Object.entries(value).filter(([each]) => !claimed.includes(each))));
  // A key may be meant for what is said about the rule, or for what it claims.
  const unknown = (about.ok ? [] : about.wrong).map((each): Mistake => {
    if (each.code !== 'unknown-key' || each.path.length !== 1) return each;
    const { nearest: _, ...rest } = each;
    return { ...rest, ...nearestOf(String(each.path[0]), [...aboutKeys, ...claimKeys]) };
  });
  if (key === undefined) {
    // A claim that is misspelt is an unknown key; it is told once, with the nearest of the claims.
    const odd = unknown.find(({ code }) => code === 'unknown-key');
    const missing: Mistake = {
      code: 'missing-key',
      path: [],
      message: { en: 'this rule claims nothing', zh: '此规则没有断言' },
      expected: oneOf(claimKeys),
    };
    if (odd === undefined) return wrong([...unknown, missing]);
    const near = nearestOf(String(odd.path.at(-1)), claimKeys);
    return wrong(unknown.map((each) => (each === odd ? { ...odd, expected: oneOf(claimKeys), ...near } : each)));
  }
  if (claimed.length > 1)
    return wrong([
      ...unknown,
      {
        code: 'either-or',
        path: [claimed[1] ?? ''],
        message: { en: 'a rule claims one thing', zh: '一条规则只断言一件事' },
        found: claimed.join(', '),
        expected: { en: 'two rules', zh: '两条规则' },
      },
    ]);
  const claim = under(
    key,
    claimLanguage(key)?.(value[key]) ?? refuse('unknown-key', { en: 'no such claim', zh: '没有这种断言' }),
  );
  if (!about.ok || !claim.ok) return wrong([...unknown, ...(claim.ok ? [] : claim.wrong)]);
  const fit = misfits(claim.value, about.value, key);
  if (fit.length > 0) return wrong(fit);
  const { id, says = { en: '', zh: '' }, law = 'assumption', same = [], different = [], ...rest } = about.value;
  const isKin = same.length + different.length > 0 && 'template' in claim.value && 'b' in claim.value;
  return right({
    ...rest,
    id,
    says,
    source: law,
    claim: isKin ? { ...claim.value, kinship: { same, different } } : claim.value,
  });
};

const readId: Language<string> = (value) =>
  (typeof value === 'string' || typeof value === 'number') && /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(String(value))
    ? right(String(value))
    : refuse(
        'no-name',
        { en: 'this cannot be the id of a rule', zh: '这不能用作规则编号' },
        {
          ...(typeof value === 'string' || typeof value === 'number' ? { found: String(value) } : {}),
          expected: { en: 'letters, digits, _, . and -, as in R11b', zh: '字母、数字、_、. 和 -，如 R11b' },
        },
      );

/** What is said about a rule beside its claim. */
const aboutKeys = ['id', 'says', 'law', 'confidence', 'severity', 'tolerate', 'when', 'same', 'different'];

const aboutRule = shaped(
  entry({
    id: field(readId),
    says: field(readSays).exactOptional(),
    law: text.exactOptional(),
    confidence: z.enum(['cited', 'high', 'medium', 'assumed']).exactOptional(),
    severity: z.enum(['error', 'warning']).exactOptional(),
    tolerate: field(readShare).exactOptional(),
    when: field(readCondition).exactOptional(),
    same: field(readNames).exactOptional(),
    different: field(readNames).exactOptional(),
  }),
);

type About = ReturnType<typeof aboutRule> extends Read<infer Value> ? Value : never;

/** What is said beside a claim, and does not go with it. */
function misfits(claim: Claim, about: About, key: string): readonly Mistake[] {
  const isPattern = 'template' in claim;
  const trigger = isPattern ? triggeredBy[claim.template] : undefined;
  const takesWhen = trigger !== undefined || 'never' in claim || 'possible' in claim || 'amount' in claim;
  const isWindowed = isPattern && windowed.some((each) => each === claim.template);
  const misfit = (of: string, message: Words, expected: Words): Mistake => ({
    code: 'either-or',
    path: [of],
    message,
    expected,
  });
  const takesTolerate = isPattern || 'never' in claim || 'amount' in claim;
  return [
    ...(about.tolerate === undefined || takesTolerate
      ? []
      : [
          misfit(
            'tolerate',
            { en: `${key} is not about how many may break it`, zh: `${key} 与多少票可违反无关` },
            { en: 'a rule about single consignments', zh: '针对单票货物的规则' },
          ),
        ]),
    ...(about.when === undefined || takesWhen
      ? []
      : [
          misfit(
            'when',
            {
              en: `nothing triggers ${key}, so that there is no moment at which to ask`,
              zh: `${key} 没有触发事件，因而没有检验的时刻`,
            },
            {
              en: 'a rule that an event triggers, as respondedExistence: {if: .., then: ..}',
              zh: '由事件触发的规则，如 respondedExistence: {if: .., then: ..}',
            },
          ),
        ]),
    ...(['same', 'different'] as const).flatMap((kin) =>
      about[kin] === undefined || isWindowed
        ? []
        : [
            misfit(
              kin,
              { en: `${key} does not compare two events`, zh: `${key} 不比较两个事件` },
              verbatim(windowed.join(', ')),
            ),
          ],
    ),
  ];
}
