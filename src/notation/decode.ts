import { right, wrong, type Mistake, type Place, type Result } from '../base/index.ts';
import type { Source } from './document.ts';

/** Most bytes that a file may have: 1 MiB. Whoever reads a file may stop there. */
export const documentBytesMax: number = 1024 * 1024;

/** The text of a file's bytes: UTF-8 with or without byte order mark, any line ends, no control characters, at most 1 MiB. */
export function decodeText(bytes: Uint8Array, file: string): Result<Source, readonly Mistake[]> {
  if (bytes.length > documentBytesMax) {
    const size = `${(bytes.length / documentBytesMax).toFixed(1)} MiB`;
    return refuse(
      {
        code: 'too-large',
        message: { en: 'this file is too large', zh: '此文件过大' },
        found: size,
        expected: { en: 'at most 1 MiB', zh: '至多 1 MiB' },
      },
      { file, line: 1, column: 1 },
    );
  }
  const good = goodBytes(bytes);
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, good));
  if (good < bytes.length) {
    const byte = `0x${(bytes[good] ?? 0).toString(16).padStart(2, '0').toUpperCase()}`;
    return refuse(
      {
        code: 'not-utf8',
        message: {
          en: `this file is not UTF-8: byte ${byte} at offset ${good}`,
          zh: `此文件不是 UTF-8：偏移 ${good} 处的字节 ${byte}`,
        },
        expected: { en: 'UTF-8: save the file as UTF-8', zh: 'UTF-8：请将文件存为 UTF-8' },
      },
      placeAfter(text, file),
    );
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u.exec(text);
  if (control !== null) {
    const found = `U+${control[0].codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase() ?? ''}`;
    return refuse(
      {
        code: 'control-character',
        message: { en: 'this file holds a control character', zh: '此文件含控制字符' },
        found,
        expected: { en: 'plain text', zh: '纯文本' },
      },
      placeAfter(text.slice(0, control.index), file),
    );
  }
  return right({ file, text });
}

function refuse(mistake: Omit<Mistake, 'path' | 'place'>, place: Place): Result<never, readonly Mistake[]> {
  return wrong([{ ...mistake, path: [], place }]);
}

/** Number of bytes before the first that is not UTF-8; all of them where there is none. */
function goodBytes(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return bytes.length;
  let good = 0;
  let bad = bytes.length;
  // The longest good beginning, by halving; a character cut in two by the cut itself is waited for.
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good--;
  return good;
}

function isUtf8(bytes: Uint8Array, goesOn = false): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: goesOn });
    return true;
  } catch {
    return false;
  }
}

function placeAfter(text: string, file: string): Place {
  const lines = text.split(/\r\n|\n|\r/u);
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
