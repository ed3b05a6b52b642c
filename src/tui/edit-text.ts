import { lettersOf } from '../report/index.ts';

/** A line of text that is being typed. */
export interface Typing {
  readonly text: string;
  /** Letters (as a reader counts them) before the cursor. */
  readonly cursor: number;
}

/** Typing that begins with a text, the cursor at its end. */
export function typing(text: string): Typing {
  return { text, cursor: lettersOf(text).length };
}

/** The line after a key by its name; the same where the key means nothing to it. */
export function typed(before: Typing, key: string): Typing {
  const letters = lettersOf(before.text);
  const { cursor } = before;
  const cut = (from: number, to: number): Typing => ({
    text: [...letters.slice(0, from), ...letters.slice(to)].join(''),
    cursor: from,
  });
  switch (key) {
    case 'Left':
    case 'Ctrl-b':
      return { ...before, cursor: Math.max(0, cursor - 1) };
    case 'Right':
    case 'Ctrl-f':
      return { ...before, cursor: Math.min(letters.length, cursor + 1) };
    case 'Home':
    case 'Ctrl-a':
      return { ...before, cursor: 0 };
    case 'End':
    case 'Ctrl-e':
      return { ...before, cursor: letters.length };
    case 'Backspace':
    // Terminals send this for the key above Enter too.
    case 'Delete':
      return cursor === 0 ? before : cut(cursor - 1, cursor);
    case 'Ctrl-d':
      return cut(cursor, cursor + 1);
    case 'Ctrl-u':
      return cut(0, cursor);
    case 'Ctrl-k':
      return cut(cursor, letters.length);
    case 'Ctrl-w': {
      const left = letters.slice(0, cursor).join('').trimEnd();
      return cut(lettersOf(left.slice(0, left.lastIndexOf(' ') + 1)).length, cursor);
    }
    case 'Space':
      return pasted(before, ' ');
    default:
      return lettersOf(key).length === 1 ? pasted(before, key) : before;
  }
}

/** The line after a text was pasted at the cursor; of several lines the first. */
export function pasted({ text, cursor }: Typing, added: string): Typing {
  const letters = lettersOf(text);
  const line = (added.split(/[\r\n]/, 1)[0] ?? '').replaceAll(/\p{Cc}/gu, '');
  return {
    text: [...letters.slice(0, cursor), line, ...letters.slice(cursor)].join(''),
    cursor: cursor + lettersOf(line).length,
  };
}
