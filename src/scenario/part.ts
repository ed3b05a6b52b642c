import { mapped, type Read, readShare } from '../notation/index.ts';

/** A part of something else: `12 % of preparation`. */
export interface Part {
  readonly of: string;
  readonly share: number;
}

/** The part that a value names; undefined when it is none. */
export function readPart(value: unknown): Read<Part> | undefined {
  const words = typeof value === 'string' ? /^(.*\S)\s+of\s+(\S+)$/u.exec(value.trim()) : null;
  if (words === null || words[1]?.includes('(') === true) return undefined;
  return mapped(readShare(words[1]), (share) => ({ of: words[2] ?? '', share }));
}
