import { isNode, isPair, isScalar, visit, type Document, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Mistake } from '../base/index.ts';
import { numberPattern } from './quantity.ts';

/** What a document holds that the notation leaves out, and what is easily taken for something else. A distribution cut in two by a comma is mended. */
export function documentMistakes(document: Document, text: string, refuse: Refuse): Mistake[] {
  const mistakes: Mistake[] = [];
  if (document.directives?.yaml.explicit === true || text.startsWith('%'))
    mistakes.push(
      refuse('directive', 0, 'a file has no directives', {
        found: lineAround(text, 0),
        expected: 'YAML 1.2 without a line %',
      }),
    );
  let aliases = 0;
  visit(document, {
    Alias(_, node) {
      aliases++;
      if (aliases === aliasesMax + 1)
        mistakes.push(
          refuse('too-many-aliases', node.range?.[0] ?? 0, 'this file uses too many aliases', {
            expected: `at most ${aliasesMax} uses`,
          }),
        );
    },
    Scalar(_, node) {
      if (typeof node.value === 'number' && !isPlainNumber(node)) {
        mistakes.push(
          refuse('odd-number', node.range?.[0] ?? 0, 'this number is not what it seems', {
            found: node.source ?? '',
            expected: 'a decimal number, or text in quotes',
          }),
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
export type Refuse = (code: string, offset: number, message: string, more?: Partial<Mistake>) => Mistake;

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
          refuse('tab-indent', start, 'this line is indented with a tab', { found: 'a tab', expected: 'spaces' }),
        ];
      }
      if (error.code === 'TAG_RESOLVE_FAILED') return [];
      if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
        return [
          refuse('no-yaml', offset, 'a colon and a space begin a value, and one has begun already', {
            found: lineAround(text, offset).trim().slice(0, 60),
            expected: 'a text that holds ": " in quotes, a map within a map on lines of its own',
          }),
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
          `this is no YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
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
    if (key === undefined) return [refuse('no-key', offset, 'this key is no word', { expected: 'a word' })];
    if (key === '<<')
      return [
        refuse('merge-key', offset, 'a file has no merge keys', {
          found: '<<',
          expected: 'the entries themselves',
        }),
      ];
    if (key in Object.prototype)
      return [refuse('reserved-name', offset, `"${key}" is a reserved word`, { found: key, expected: 'another name' })];
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, offset);
      return [];
    }
    const { line, column } = refuse('', before, '').place ?? { line: 0, column: 0 };
    return [
      refuse('duplicate-key', offset, `"${key}" is given twice`, {
        found: key,
        expected: `one of them; the first stands at ${line}:${column}`,
      }),
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
      refuse('comma-in-braces', start, 'inside braces a comma ends the entry', {
        found: whole,
        expected: 'a distribution without commas, or in quotes',
        nearest: without,
      }),
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
