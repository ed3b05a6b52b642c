import type { Io } from './io.ts';

/** The world in which standard input can be read again: it gives what it has but once. */
export function keepInput(io: Io): Io {
  let kept: Uint8Array | undefined;
  return {
    ...io,
    read: (file, bytesMax) => (file === '-' ? (kept ??= io.read(file, bytesMax)) : io.read(file, bytesMax)),
  };
}
