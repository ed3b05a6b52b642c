import { cellsOf } from './cells.ts';

/** A sentence on lines of at most `width` cells, broken at spaces and between Chinese characters; a word that is wider than that stays whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const { piece, joint } of piecesOf(text)) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}${joint}${piece}`;
    if (last !== undefined && cellsOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** Cells below which some word of a text does not fit on a line. */
export function widestWord(text: string): number {
  return Math.max(0, ...piecesOf(text).map(({ piece }) => cellsOf(piece)));
}

/** What stays together on a line, and what stands before it where it does not begin one. */
function piecesOf(text: string): readonly { readonly piece: string; readonly joint: string }[] {
  return text
    .split(' ')
    .flatMap((word) => (word.match(together) ?? ['']).map((piece, at) => ({ piece, joint: at === 0 ? ' ' : '' })));
}

const opening = '（「『《“‘';
const closing = '。，、；：？！）」』》”’';

/** A Chinese character, or a run of others; closing marks begin no line, opening marks end none. */
const together = new RegExp(
  `[${opening}]*(?:\\p{Script=Han}\\p{M}*|[^\\p{Script=Han}${opening}${closing}]+)[${closing}]*|[${opening}${closing}]+`,
  'gu',
);
