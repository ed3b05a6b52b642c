import { everyWord } from './command-words.ts';
import type { Prompt } from './prompt.ts';

/** The folder whose names are proposed: one types the path of a file to open. None: one does not. */
export function folderTyped({ prompt }: { readonly prompt: Prompt | undefined }): string | undefined {
  if (prompt?.of !== 'say') return undefined;
  const word = /^\s*(\S+)\s/u.exec(prompt.text)?.[1];
  const isOpen = word !== undefined && everyWord.filter((each) => each.startsWith(word)).join() === 'open';
  return isOpen ? pathTyped(prompt.text).folder : undefined;
}

/** The path that is being typed at the end of a line: what stands before it, its folder with the slash, the rest. */
export function pathTyped(line: string): { readonly before: string; readonly folder: string; readonly name: string } {
  const path = /\S*$/u.exec(line)?.[0] ?? '';
  const slash = path.lastIndexOf('/') + 1;
  return { before: line.slice(0, line.length - path.length), folder: path.slice(0, slash), name: path.slice(slash) };
}
