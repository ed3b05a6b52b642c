import { noShelf, type FlowTable, type TableShelf } from '../compile/index.ts';
import type { Io } from './io.ts';

/** Set by the build: a digest of the compiler. Tables are those of one compiler; run from its sources it keeps none. */
declare const compilerDigest: string | undefined;

/** Tables of users' flows, kept between runs on this machine. Whatever is wrong with the cache, tables are then made anew. */
export function tableCache(io: Pick<Io, 'recall' | 'remember' | 'digest'>): TableShelf {
  if (typeof compilerDigest === 'undefined') return noShelf;
  const nameOf = (content: string): string => `table-${io.digest(`${compilerDigest} ${content}`)}.json`;
  return {
    find(content) {
      const kept = io.recall('cache', nameOf(content));
      // The digest before the table tells whether all of it is there.
      const [digest = '', text = ''] = kept?.split('\n', 2) ?? [];
      return digest !== '' && digest === io.digest(text) ? (JSON.parse(text) as FlowTable) : undefined;
    },
    put(content, table) {
      const text = JSON.stringify(table);
      io.remember('cache', nameOf(content), `${io.digest(text)}\n${text}`);
    },
  };
}
