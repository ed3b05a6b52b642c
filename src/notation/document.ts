import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { right, wrong, type Mistake, type Path, type Place, type Result, type Label } from '../base/index.ts';
import { documentBytesMax } from './decode.ts';
import { aliasesMax, documentMistakes, harmless, keyOf, parserMistakes } from './document-mistakes.ts';
import { depthMax, scan } from './scan.ts';

/** A file's name and text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A file as plain data, and where each value of it stands. */
export interface Written {
  readonly file: string;
  /** Plain objects, lists, texts, numbers, booleans and nulls; what stood under `is:` stands where its map stood. */
  readonly value: unknown;
  /** What is wrong with the notation, though the rest could be read. */
  readonly mistakes: readonly Mistake[];
  /** Whether the file says something at `path`. */
  readonly has: (path: Path) => boolean;
  /** Where the key or the value at `path` begins; both the same for the root and for parts of a list. */
  readonly placeOf: (path: Path, what: 'key' | 'value') => Place;
  /** The value at `path` as written, in one line. */
  readonly textOf: (path: Path) => string;
}

/**
 * Reads YAML 1.2 (and so JSON) into plain data: no tags, directives, merge keys, several documents or odd numbers. `holds` says
 * what a file of this kind holds, for one that says nothing.
 */
export function readDocument(source: Source, holds: Label): Result<Written, readonly Mistake[]> {
  const text = source.text.replace(/^\uFEFF/u, '');
  const lines = new LineCounter();
  const at = (offset: number): Place => placeIn(source.file, lines, offset);
  const refuse = (code: string, offset: number, message: Label, more: Partial<Mistake> = {}): Mistake => ({
    code,
    path: [],
    message,
    place: at(offset),
    ...more,
  });

  if (text.length > documentBytesMax)
    return wrong([
      refuse(
        'too-large',
        0,
        { en: 'this text is too large', zh: '此文本过大' },
        { expected: { en: 'at most 1 MiB', zh: '至多 1 MiB' } },
      ),
    ]);
  const { deepAt, tags } = scan(text);
  if (deepAt !== undefined) {
    for (let start = 0; start <= deepAt; start = nextLine(text, start)) lines.addNewLine(start);
    return wrong([
      refuse(
        'too-deep',
        deepAt,
        { en: 'this is nested too deeply', zh: '嵌套过深' },
        { expected: { en: `at most ${depthMax} levels`, zh: `至多 ${depthMax} 层` } },
      ),
    ]);
  }

  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    merge: false,
    version: '1.2',
    prettyErrors: false,
    logLevel: 'silent',
    strict: true,
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const [document] = documents;
  if (document?.contents === undefined || document.contents === null)
    return wrong([
      refuse(
        'empty-file',
        0,
        { en: 'this file says nothing', zh: '此文件没有内容' },
        {
          expected: holds,
        },
      ),
    ]);
  const mistakes = [
    ...parserMistakes(documents, text, refuse),
    ...tags.map((tag) =>
      refuse(
        'tag',
        tag.offset,
        { en: 'a file has no tags', zh: '文件不能用标签' },
        { found: tag.text, expected: { en: 'a plain value', zh: '普通的值' } },
      ),
    ),
    ...documentMistakes(document, text, refuse),
  ];
  if (documents.length > 1)
    mistakes.push(
      refuse(
        'several-documents',
        documents[1]?.range[0] ?? 0,
        { en: 'this file holds several documents', zh: '此文件含多个文档' },
        {
          expected: { en: 'one document, without a line ---', zh: '一个文档，不含 --- 行' },
        },
      ),
    );
  if (mistakes.some(({ code }) => !harmless.has(code))) return wrong(mistakes);
  let value: unknown;
  try {
    value = withoutIs(document.toJS({ maxAliasCount: aliasesMax }), 0);
  } catch {
    return wrong([
      ...mistakes,
      refuse(
        'too-many-aliases',
        0,
        { en: 'the aliases of this file unfold into too much', zh: '此文件的别名展开后过大' },
        {
          expected: { en: `at most ${aliasesMax} uses`, zh: `至多使用 ${aliasesMax} 次` },
        },
      ),
    ]);
  }
  const written: Written = {
    file: source.file,
    value,
    mistakes,
    has: (path) => find(document, path) !== undefined,
    placeOf: (path, what) => at(offsetOf(find(document, path), what)),
    textOf: (path) => slice(text, find(document, path)?.value),
  };
  return right(written);
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length + 1 : end + 1;
}

/** The tree with every `{is: value, source: ...}` below the sections replaced by its value; machines are left alone. */
function withoutIs(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutIs(each, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= isDepth && isWrapper(value)) return withoutIs(value.is, depth);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      depth === 0 && key === 'flow' ? each : withoutIs(each, depth + 1),
    ]),
  );
}

/** Sections are no entries: a map can stand for its `is` from the second level on. */
const isDepth = 2;

function isWrapper(value: object): value is { readonly is: unknown } {
  return Object.hasOwn(value, 'is') && Object.keys(value).every((key) => key === 'is' || key === 'source');
}

interface Found {
  readonly key: unknown;
  readonly value: unknown;
}

/** Pairs of a map by key, the last of a key that is given twice; kept, since places are asked for often. */
const pairsOf: WeakMap<YAMLMap, ReadonlyMap<string, Pair>> = new WeakMap();

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  const pairs = pairsOf.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair) ?? '', pair]));
  pairsOf.set(map, pairs);
  return pairs.get(key);
}

function find(document: Document, path: Path): Found | undefined {
  let found: Found = { key: undefined, value: inside(document, document.contents, path, 0) };
  for (const [depth, step] of path.entries()) {
    const { value } = found;
    if (isMap(value)) {
      const pair = pairOf(value, String(step));
      if (pair === undefined) return undefined;
      found = { key: pair.key, value: inside(document, pair.value, path, depth + 1) };
    } else if (isSeq(value) && typeof step === 'number') {
      const item = value.items[step];
      if (item === undefined) return undefined;
      found = { key: undefined, value: inside(document, item, path, depth + 1) };
    } else return undefined;
  }
  return found;
}

/** What a node stands for: the target of an alias, the value under `is:`. */
function inside(document: Document, node: unknown, path: Path, depth: number): unknown {
  const target = isAlias(node) ? node.resolve(document) : node;
  if (depth < isDepth || path[0] === 'flow' || !isMap(target)) return target;
  const is = pairOf(target, 'is');
  if (is === undefined || !target.items.every((pair) => keyOf(pair) === 'is' || keyOf(pair) === 'source'))
    return target;
  return inside(document, is.value, path, depth);
}

function offsetOf(found: Found | undefined, what: 'key' | 'value'): number {
  const key = isNode(found?.key) ? found.key.range?.[0] : undefined;
  const value =
    isNode(found?.value) && !(isScalar(found.value) && found.value.value === null) ? found.value.range?.[0] : undefined;
  return (what === 'key' ? (key ?? value) : (value ?? key)) ?? 0;
}

function slice(text: string, node: unknown): string {
  if (!isNode(node) || node.range === undefined || node.range === null) return '';
  return text.slice(node.range[0], node.range[1]).trim().replaceAll(/\s+/gu, ' ');
}

function placeIn(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}
