import type { Mistake } from '../../src/base/index.ts';
import { logFormatOf, readLog, type Log, type LogWish } from '../../src/logs/index.ts';

/** How a test reads a log: cut into pieces of so many bytes; what is wanted of it. */
export interface Reading extends Partial<LogWish> {
  readonly bytes?: number;
}

/** What comes of a log: itself, or its mistakes as `2:1 message: found; nearest`. */
export type Told = { readonly log: Log } | { readonly said: readonly string[] };

/** Reads a log from its text. */
export function read(file: string, text: string | Uint8Array, { bytes = 100_000, ...wish }: Reading = {}): Told {
  const all = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  // A piece is good only until the next: here, as where files are read, they lie in the same memory.
  const piece = Buffer.alloc(bytes);
  function* pieces(): Iterable<Uint8Array> {
    for (let at = 0; at < all.length; at += bytes) {
      piece.set(all.subarray(at, at + bytes));
      yield piece.subarray(0, Math.min(bytes, all.length - at));
    }
  }
  return readPieces(file, pieces(), wish);
}

/** Reads a log from pieces of its file. */
export function readPieces(file: string, pieces: Iterable<Uint8Array>, wish: Partial<LogWish> = {}): Told {
  const format = logFormatOf(file);
  if (format === undefined) throw new Error(`${file} is no log`);
  const result = readLog({ file, format, pieces }, { attributes: [], localZone: 0, ...wish });
  return result.ok ? { log: result.value } : { said: said(result.wrong) };
}

/** A log that must be right. */
export function right(file: string, text: string, reading: Reading = {}): Log {
  const told = read(file, text, reading);
  if ('said' in told) throw new Error(told.said.join('\n'));
  return told.log;
}

/** What a log tells, a line for each row: `C1 0 accepted`. Minutes count from the first time; `-` for none. */
export function rowsOf({ cases, events, first, event, at }: Log): readonly string[] {
  const begin = Math.min(...at.filter((each) => !Number.isNaN(each)));
  return cases.flatMap((name, of) =>
    Array.from({ length: (first[of + 1] ?? 0) - (first[of] ?? 0) }, (_, place) => {
      const row = (first[of] ?? 0) + place;
      const { kind, name: what } = events[event[row] ?? 0] ?? { kind: 'event', name: '' };
      const time = at[row] ?? Number.NaN;
      return `${name} ${Number.isNaN(time) ? '-' : time - begin} ${kind === 'event' ? '' : `${kind}:`}${what}`;
    }),
  );
}

/** Mistakes as `2:1 message: found; nearest`. */
export function said(mistakes: readonly Mistake[]): readonly string[] {
  return mistakes.map(
    ({ place, message, found, nearest }) =>
      `${place?.line ?? ''}:${place?.column ?? ''} ${message.en}${found === undefined ? '' : `: ${found}`}${nearest === undefined ? '' : `; ${nearest}`}`,
  );
}
