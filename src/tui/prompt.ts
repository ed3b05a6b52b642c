import type { Ask } from './place.ts';
import { typed, typing, type Typing } from './edit-text.ts';

/** A line that is being typed at the foot of the screen, and what for. */
export type Prompt = Typing & {
  /** The filter of a table, a command after `:`, where a picture is written to, or an answer that a place asked for. */
  readonly of: 'filter' | 'say' | 'export' | Ask;
  /** Which proposal is chosen; none: the line as it is typed. */
  readonly proposal: number | undefined;
  /** Which of the earlier lines it is, from the last; -1: a new one. */
  readonly recalled: number;
};

/** Opens a line with a text in it. */
export function openPrompt(of: Prompt['of'], text = ''): Prompt {
  return { of, ...typing(text), proposal: undefined, recalled: -1 };
}

/** What stands before the line. */
export function labelOf({ of }: Prompt, exportLabel: string): string {
  if (of === 'filter') return '/';
  if (of === 'say') return ':';
  return `${of === 'export' ? exportLabel : of.label} `;
}

/** The line after a key that edits it. */
export function promptTyped(prompt: Prompt, key: string): Prompt {
  const next = typed(prompt, key);
  return next.text === prompt.text ? { ...prompt, ...next } : { ...prompt, ...next, proposal: undefined };
}
