import { Refused } from './refused.ts';

const newline = 10;

/**
 * The text of a file of bytes, piece by piece: UTF-8 with or without byte order mark. Pieces end where a line does, if they can, so that
 * hardly any line has to be put together. Throws {@link Refused} at the first line that is not UTF-8.
 */
export function* textsOf(pieces: Iterable<Uint8Array>, file: string): Iterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  /** The beginning of a line. */
  let rest = new Uint8Array();
  const decode = (bytes: Uint8Array, isLast: boolean): string => {
    try {
      return decoder.decode(bytes, { stream: !isLast });
    } catch {
      throw notUtf8(file, line + (badLineIn(bytes) ?? 0));
    }
  };
  for (const piece of pieces) {
    const cut = piece.lastIndexOf(newline) + 1 || piece.length;
    const bytes = new Uint8Array(rest.length + cut);
    bytes.set(rest);
    bytes.set(piece.subarray(0, cut), rest.length);
    // A copy: a piece is good only until the next.
    rest = new Uint8Array(piece.subarray(cut));
    yield decode(bytes, false);
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) line++;
  }
  yield decode(rest, true);
}

/** A line is not UTF-8. */
export function notUtf8(file: string, line: number): Refused {
  return new Refused(
    {
      code: 'not-utf8',
      message: { en: 'this line is not UTF-8', zh: '此行不是 UTF-8' },
      expected: { en: 'UTF-8: save the file as UTF-8', zh: 'UTF-8：请将文件存为 UTF-8' },
    },
    { file, line, column: 1 },
  );
}

/** The first line that is not UTF-8, from 0; undefined if there is none so far: the last one may go on. */
export function badLineIn(bytes: Uint8Array): number | undefined {
  let at = 0;
  for (let line = 0; ; line++) {
    const end = bytes.indexOf(newline, at) + 1;
    if (!isUtf8(bytes.subarray(at, end || bytes.length), end === 0)) return line;
    if (end === 0) return undefined;
    at = end;
  }
}

function isUtf8(bytes: Uint8Array, mayGoOn: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayGoOn });
    return true;
  } catch {
    return false;
  }
}
