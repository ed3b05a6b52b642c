import { Lexer } from 'yaml';

/** Deepest nesting of brackets, and of list marks on one line. */
export const depthMax = 64;
/** Deepest indentation in columns. */
const indentMax = 128;

/** What a look at the tokens of a text shows before a parser sees it; offsets count characters. */
export interface Scan {
  /** Where it nests deeper than the parser can be trusted with. */
  readonly deepAt: number | undefined;
  readonly tags: readonly { readonly offset: number; readonly text: string }[];
}

/** Looks at tokens and at line beginnings only, so that a hostile text costs no more than a long one. */
export function scan(text: string): Scan {
  const tags: { offset: number; text: string }[] = [];
  const indented = tooIndented.exec(text);
  if (indented !== null) return { deepAt: indented.index, tags };
  let depth = 0;
  let offset = 0;
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
    if (depth > depthMax) return { deepAt: offset, tags };
    if (token.startsWith('!') && before !== scalarMark) tags.push({ offset, text: token });
    if (!marks.has(token)) offset += token.length;
    before = token;
  }
  return { deepAt: undefined, tags };
}

const tooIndented: RegExp = new RegExp(`^(?: {${indentMax + 1},}\\S| *(?:[-?:][ \\t]+){${depthMax + 1},})`, 'mu');

/** Tokens of the lexer that stand for no text: start of a document, end of a flow collection, start of a plain scalar. */
const scalarMark = '\u001F';
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', scalarMark]);
