import { isMap, isNode, isSeq, parseDocument, type Document, type YAMLSeq } from 'yaml';

/**
 * A YAML text with an item at the end of a list at its top, which is made if it is not there. Nothing else in the text changes, its
 * comments and spaces neither; only a list that is not written one item a line is written anew. The text must be a map without mistakes.
 */
export function withItem(text: string, list: string, item: readonly string[]): string {
  const document = parseDocument(text);
  const items = blockOf(document, list);
  const last = items?.items.at(-1);
  if (items === undefined || last === undefined) {
    if (!document.has(list)) return `${ended(text)}${list}:\n${linesOf(item, '  ')}`;
    const added = parseDocument(linesOf(item, '')).contents;
    const old = document.get(list, true);
    const both = [old, added].flatMap((each) => (isSeq(each) ? each.items : []));
    document.set(list, document.createNode(both));
    return String(document);
  }
  const end = lineEnd(text, endOf(last));
  return `${ended(text.slice(0, end))}${linesOf(item, indentAt(text, dashOf(text, startOf(last))))}${text.slice(end)}`;
}

/** A YAML text without a key at its top; comments within may go with it. */
export function withoutKey(text: string, key: string): string {
  const document = parseDocument(text);
  document.delete(key);
  return String(document);
}

function blockOf(document: Document, list: string): YAMLSeq | undefined {
  if (!isMap(document.contents)) return undefined;
  const items = document.contents.get(list, true);
  return isSeq(items) && items.flow !== true ? items : undefined;
}

function linesOf(item: readonly string[], indent: string): string {
  return item.map((line, at) => `${indent}${at === 0 ? '- ' : '  '}${line}\n`).join('');
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function endOf(node: unknown): number {
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** Where the dash of an item stands that begins at `start`. */
function dashOf(text: string, start: number): number {
  return text.lastIndexOf('-', start);
}

function indentAt(text: string, at: number): string {
  return ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
}

/** The end of the line in which something ends; what ends at the beginning of a line ended with the line before. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
