import stringWidth from 'string-width';

/** Width of `text` in terminal cells: a Chinese character or an emoji takes two, a combining mark none. */
export function cellsOf(text: string): number {
  if (isPlain(text)) return text.length;
  const before = known.get(text);
  if (before !== undefined) return before;
  const cells = stringWidth(text);
  if (known.size >= knownMax) known.clear();
  known.set(text, cells);
  return cells;
}

/** Widths of texts that are not plain: to measure one takes microseconds a character, and a frame measures the same ones again and again. */
const known = new Map<string, number>();
const knownMax = 10_000;

/**
 * Whether each character takes one cell: printable ASCII, lines and blocks, braille, and the marks of the screen. To ask for any other
 * the first time costs a tenth of a second.
 */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isAscii = code >= 32 && code <= 126;
    if (
      !isAscii &&
      !(code >= 0x25_00 && code <= 0x25_9f) &&
      !(code >= 0x28_00 && code <= 0x28_ff) &&
      !marks.includes(text.charAt(at))
    )
      return false;
  }
  return true;
}

const marks = '⋯▸◂◉◌✓✗';

/** How text meets a width: where spaces go when it is short, where it is cut when it is long. */
export interface Fit {
  readonly width: number;
  /** Default `left`. */
  readonly align?: 'left' | 'right';
  /** Names are cut in the middle, sentences at the end (default), crumbs at the start. */
  readonly cut?: 'middle' | 'end' | 'start';
  /** Stands for what was cut; one cell. Default `~`. */
  readonly ellipsis?: string;
}

/** `text` in exactly `width` cells, never cut inside a wide character. */
export function fit(text: string, { width, align = 'left', cut = 'end', ellipsis = '~' }: Fit): string {
  const short = cellsOf(text) <= width ? text : cutTo(text, { width, cut, ellipsis });
  const space = ' '.repeat(Math.max(0, width - cellsOf(short)));
  return align === 'right' ? space + short : short + space;
}

function cutTo(
  text: string,
  { width, cut, ellipsis }: { width: number; cut: 'middle' | 'end' | 'start'; ellipsis: string },
): string {
  if (width <= 0) return '';
  const room = width - cellsOf(ellipsis);
  const [before, after] =
    cut === 'end' ? [room, 0] : cut === 'start' ? [0, room] : [Math.ceil(room / 2), Math.floor(room / 2)];
  return head(text, before) + ellipsis + tail(text, after);
}

function head(text: string, width: number): string {
  const at = cuts(text).findLast((each) => cellsOf(text.slice(0, each)) <= width);
  return text.slice(0, at ?? 0);
}

function tail(text: string, width: number): string {
  const at = cuts(text).find((each) => cellsOf(text.slice(each)) <= width);
  return text.slice(at ?? text.length);
}

/** Where `text` may be cut: the widths of both sides add up to the width of the whole, so no cluster is torn. */
function cuts(text: string): readonly number[] {
  const whole = cellsOf(text);
  const places = [0];
  for (const character of text) places.push((places.at(-1) ?? 0) + character.length);
  return places.filter((at) => cellsOf(text.slice(0, at)) + cellsOf(text.slice(at)) === whole);
}

/** The letters of `text` as a reader counts them: a combining mark belongs to what it marks. */
export function lettersOf(text: string): readonly string[] {
  const letters: string[] = [];
  for (const [at, end] of cuts(text).entries()) {
    const start = letters.join('').length;
    if (at === 0) continue;
    const letter = text.slice(start, end);
    if (cellsOf(letter) === 0 && letters.length > 0) letters[letters.length - 1] += letter;
    else letters.push(letter);
  }
  return letters;
}
