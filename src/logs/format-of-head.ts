import { columnsOf } from './columns.ts';
import { delimiters } from './csv-rows.ts';
import { isObject, jsonValue } from './json-value.ts';
import type { LogFormat } from './read-log.ts';

/** The format of a log by how its file begins; undefined if it begins as none does. */
export function formatOfHead(head: string): LogFormat | undefined {
  const text = head.trimStart();
  if (text.startsWith('<')) return /<log[\s>]/u.test(text) ? 'xes' : undefined;
  if (/^\{\s*"(?:objectTypes|eventTypes|objects|events|ocel:[^"]*)"/u.test(text)) return 'ocel';
  const [line = ''] = text.split('\n', 1);
  const row = jsonValue(line);
  if (isObject(row)) return areColumns(Object.keys(row)) ? 'ndjson' : undefined;
  const names = delimiters.map((delimiter) => line.split(delimiter).map((name) => name.replaceAll('"', '')));
  return names.some(areColumns) ? 'csv' : undefined;
}

function areColumns(names: readonly string[]): boolean {
  return columnsOf(names, []).ok;
}
