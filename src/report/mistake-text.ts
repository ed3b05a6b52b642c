import type { Mistake, Label } from '../base/index.ts';
import { cellsOf } from './cells.ts';
import { citationText } from './citation-text.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/**
 * A user's mistake with its place, the line it stands on and a mark under it:
 * ```text
 * port.yaml:14:23   measures.twoStepDeclaration
 *      14 |   twoStepDeclaration: 160 %
 *         |                       ^^^^^
 *      not a share: found 160 %, expected a share from 0 % to 100 %
 * ```
 * `lines` are those of the file of the mistake; where they are not known the line is left out. No newline at the end.
 */
export function mistakeText(mistake: Mistake, lines: readonly string[], words: Words): string {
  const path = mistake.path.join('.');
  const { place } = mistake;
  const head =
    place === undefined
      ? path
      : `${visible(place.file)}:${place.line}:${place.column}${path === '' ? '' : `   ${visible(path)}`}`;
  return [...(head === '' ? [] : [head]), ...sourceLines(mistake, lines), `     ${sentence(mistake, words)}`].join(
    '\n',
  );
}

function sourceLines({ place, found }: Mistake, lines: readonly string[]): readonly string[] {
  const line = place === undefined ? undefined : lines[place.line - 1];
  if (place === undefined || line === undefined) return [];
  const before = shown(line.slice(0, place.column - 1));
  const rest = line.slice(place.column - 1);
  const marked = found !== undefined && rest.startsWith(found) ? found : (/^[\p{L}\p{N}_.-]+/u.exec(rest)?.[0] ?? '');
  const number = String(place.line).padStart(7);
  return [
    `${number} | ${shown(line)}`.trimEnd(),
    `${' '.repeat(7)} | ${' '.repeat(cellsOf(before))}${'^'.repeat(Math.max(1, cellsOf(shown(marked))))}`,
  ];
}

/** A line of a file on one line of the terminal; a tab is a space. */
function shown(text: string): string {
  return visible(text.replaceAll('\t', ' ').replaceAll('\r', ''));
}

/** What is wrong, what was found, what was expected. */
export function sentence(mistake: Mistake, words: Words): string {
  const { message, found, expected, nearest } = mistake;
  const { colon, comma, semicolon } = words.punctuation;
  const details = [
    ...(found === undefined ? [] : [words.found(visible(found))]),
    ...(expected === undefined ? [] : [words.expected(visible(expectedText(mistake.code, expected, words)))]),
  ].join(comma);
  const said = `${visible(message[words.language])}${details === '' ? '' : colon}${details}`;
  return nearest === undefined ? said : `${said}${semicolon}${words.nearest(visible(nearest))}`;
}

/** What may stand there; why a measure is not for a consignment is said with its law. */
function expectedText(code: string, expected: Label, { language }: Words): string {
  return code === 'not-eligible' ? citationText(expected.en, language) : expected[language];
}
