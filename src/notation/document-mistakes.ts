import { isNode, isPair, isScalar, visit, type Document, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { verbatim, type Label, type Mistake } from '../base/index.ts';
import { parserWordsZh } from './parser-words.ts';
import { numberPattern } from './quantity.ts';

/** What a document holds that the notation leaves out, and what is easily taken for something else. A distribution cut in two by a comma is mended. */
export function documentMistakes(document: Document, text: string, refuse: Refuse): Mistake[] {
  const mistakes: Mistake[] = [];
  if (document.directives?.yaml.explicit === true || text.startsWith('%'))
    mistakes.push(
      refuse(
        'directive',
        0,
        { en: 'a file has no directives', zh: '文件不能有指令' },
        {
          found: lineAround(text, 0),
          expected: { en: 'YAML 1.2 without a line %', zh: '不含 % 行的 YAML 1.2' },
        },
      ),
    );
  let aliases = 0;
  visit(document, {
    Alias(_, node) {
      aliases++;
      if (aliases === aliasesMax + 1)
        mistakes.push(
          refuse(
            'too-many-aliases',
            node.range?.[0] ?? 0,
            { en: 'this file uses too many aliases', zh: '此文件使用别名过多' },
            {
              expected: { en: `at most ${aliasesMax} uses`, zh: `至多使用 ${aliasesMax} 次` },
            },
          ),
        );
    },
    Scalar(_, node) {
      if (typeof node.value === 'number' && !isPlainNumber(node)) {
        mistakes.push(
          refuse(
            'odd-number',
            node.range?.[0] ?? 0,
            { en: 'this number is not what it seems', zh: '此数字并非看上去的数值' },
            {
              found: node.source ?? '',
              expected: { en: 'a decimal number, or text in quotes', zh: '十进制数，或引号内的文字' },
            },
          ),
        );
      }
    },
    Map(_, map) {
      mistakes.push(...keyMistakes(map, refuse), ...commaMistakes(map, text, refuse));
    },
    Seq(_, list) {
      if (list.flow === true) mistakes.push(...commaMistakes(list, text, refuse));
    },
  });
  return mistakes;
}

/** Makes a mistake at an offset of the text. */
export type Refuse = (code: string, offset: number, message: Label, more?: Partial<Mistake>) => Mistake;

/** Most uses of aliases (`*name`) in a file. */
export const aliasesMax = 100;

/** Mistakes that leave the rest of a document readable; a comma inside braces is mended to go on. */
export const harmless: ReadonlySet<string> = new Set(['comma-in-braces', 'duplicate-key', 'odd-number']);

/** What the parser itself stumbled over, one mistake for a line. */
export function parserMistakes(documents: readonly Document[], text: string, refuse: Refuse): Mistake[] {
  const seen = new Set<number>();
  return documents
    .flatMap((document) => [...document.errors, ...document.warnings])
    .flatMap((error): Mistake[] => {
      const [offset] = error.pos;
      const line = text.slice(0, offset).split('\n').length;
      // After one slip the parser stumbles over what follows it.
      if (seen.has(line) || (error.code === 'UNEXPECTED_TOKEN' && seen.size > 0)) return [];
      seen.add(line);
      if (error.code === 'TAB_AS_INDENT' || /^[ ]*\t/u.test(lineAround(text, offset))) {
        const start = text.lastIndexOf('\n', offset - 1) + 1;
        return [
          refuse(
            'tab-indent',
            start,
            { en: 'this line is indented with a tab', zh: '此行用制表符缩进' },
            { expected: { en: 'spaces', zh: '空格' } },
          ),
        ];
      }
      if (error.code === 'TAG_RESOLVE_FAILED') return [];
      if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
        return [
          refuse(
            'no-yaml',
            offset,
            {
              en: 'a colon and a space begin a value, and one has begun already',
              zh: '冒号加空格引出一个值，而此处已有一个值',
            },
            {
              found: lineAround(text, offset).trim().slice(0, 60),
              expected: {
                en: 'a text that holds ": " in quotes, a map within a map on lines of its own',
                zh: '含“: ”的文字加引号，映射中的映射另起一行',
              },
            },
          ),
        ];
      }
      const around = lineAround(text, offset).trim().slice(0, 60);
      const message = (error.message.split('\n')[0] ?? '')
        .replace(/ at line \d+, column \d+:?$/u, '')
        .replace(/\.$/u, '');
      return [
        refuse(
          'no-yaml',
          offset,
          {
            en: `this is no YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
            zh: `不是 YAML：${parserWordsZh[error.code]}`,
          },
          around === '' ? {} : { found: around },
        ),
      ];
    });
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

function isPlainNumber(node: Scalar): boolean {
  const source = node.source ?? '';
  const { value } = node;
  if (numberPattern.exec(source)?.[0] !== source || /^[-+]?0\d/u.test(source)) return false;
  return (
    typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  );
}

function keyMistakes(map: YAMLMap, refuse: Refuse): Mistake[] {
  const first = new Map<string, number>();
  return map.items.flatMap((pair): Mistake[] => {
    const key = keyOf(pair);
    const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    if (key === undefined)
      return [
        refuse(
          'no-key',
          offset,
          { en: 'this key is no word', zh: '此键不是词' },
          { expected: { en: 'a word', zh: '词' } },
        ),
      ];
    if (key === '<<')
      return [
        refuse(
          'merge-key',
          offset,
          { en: 'a file has no merge keys', zh: '文件不能用合并键' },
          {
            found: '<<',
            expected: { en: 'the entries themselves', zh: '直接写出各项' },
          },
        ),
      ];
    if (key in Object.prototype)
      return [
        refuse(
          'reserved-name',
          offset,
          { en: `"${key}" is a reserved word`, zh: `“${key}”是保留字` },
          { found: key, expected: { en: 'another name', zh: '另一个名称' } },
        ),
      ];
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, offset);
      return [];
    }
    const { line, column } = refuse('', before, verbatim('')).place ?? { line: 0, column: 0 };
    return [
      refuse(
        'duplicate-key',
        offset,
        { en: `"${key}" is given twice`, zh: `“${key}”重复给出` },
        {
          found: key,
          expected: {
            en: `one of them; the first stands at ${line}:${column}`,
            zh: `只保留一个；第一个在 ${line}:${column}`,
          },
        },
      ),
    ];
  });
}

/** A distribution that a comma has cut in two: YAML takes what follows the comma inside braces or brackets for the next entry. */
function commaMistakes(collection: YAMLMap | { readonly items: unknown[] }, text: string, refuse: Refuse): Mistake[] {
  const mistakes: Mistake[] = [];
  const kept: unknown[] = [];
  let open = false;
  for (const item of collection.items) {
    const words = isPair(item) ? [item.key, item.value] : [item];
    const last = words.findLast((word) => isScalar(word) && word.value !== null);
    if (open) {
      if (textIn(words[0]).includes(')')) open = false;
      continue;
    }
    kept.push(item);
    if (!isScalar(last) || !isCutOpen(textIn(last))) continue;
    const start = last.range?.[0] ?? 0;
    const end = text.indexOf(')', start);
    if (end < 0 || !text.slice(start, end).includes(',')) continue;
    open = true;
    const whole = text.slice(start, end + 1);
    const without = whole.replaceAll(/\s*,\s*/gu, ' ');
    last.value = without;
    mistakes.push(
      refuse(
        'comma-in-braces',
        start,
        { en: 'inside braces a comma ends the entry', zh: '花括号内逗号会结束该项' },
        {
          found: whole,
          expected: { en: 'a distribution without commas, or in quotes', zh: '不含逗号的分布，或加引号' },
          nearest: without,
        },
      ),
    );
  }
  if (mistakes.length > 0) collection.items.splice(0, collection.items.length, ...kept);
  return mistakes;
}

function isCutOpen(text: string): boolean {
  return /^\s*[\p{L}_]+\s*\([^)]*$/u.test(text);
}

function textIn(node: unknown): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value : '';
}

/** The key of a pair as text; none where it is no word. */
export function keyOf(pair: Pair): string | undefined {
  if (typeof pair.key === 'string') return pair.key;
  if (!isScalar(pair.key)) return undefined;
  const { value } = pair.key;
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
}
