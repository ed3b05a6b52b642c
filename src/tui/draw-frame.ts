import { cellsOf, fit, lettersOf, type Message } from '../report/index.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import { fitLine, fitLines, lineOf, widthOf, type Line, type Room } from './drawing/line.ts';

/** What stands around the body of a view. */
export interface Frame {
  /** From the file to what is shown. */
  readonly crumbs: readonly string[];
  /** Right end of the first line. */
  readonly state: Line;
  /** The views in the order of their digits. */
  readonly views: readonly { readonly name: string; readonly isActive: boolean; readonly isThere: boolean }[];
  readonly body: readonly Line[];
  readonly message: Message;
  /** A line that is being typed takes the place of the message; the cursor stands before letter `cursor`. */
  readonly prompt?: { readonly label: string; readonly text: string; readonly cursor: number };
  /** Keys with what they do, from left to right; the last stands at the right end. */
  readonly keys: readonly FooterKey[];
}

/** Least size of a window that the frame fits in. */
export const leastSize: Room = { width: 80, height: 24 };

/** Lines of the frame that are not body. */
export const frameHeight = 5;

/** The grid: crumbs and state, views, a rule, the body, the message, the keys; exactly `width` x `height` cells. */
export function drawFrame(
  frame: Frame,
  { width, height, glyphs }: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  return [
    fitLine(crumbLine(frame, width, glyphs), width),
    fitLine(viewsLine(frame.views, width, glyphs), width),
    fitLine(lineOf(glyphs.rule.repeat(width), 'dim'), width),
    ...fitLines(frame.body, { width, height: height - frameHeight }),
    fitLine(
      frame.prompt === undefined ? messageLine(frame.message, width, glyphs) : promptLine(frame.prompt, width, glyphs),
      width,
    ),
    fitLine(keysLine(frame.keys, width), width),
  ];
}

/** What is shown in a window below 80 x 24: its size, what is wanted, the figures as far as they fit. */
export function drawTooSmall(
  {
    sentences,
    figures,
    quit,
  }: { readonly sentences: readonly string[]; readonly figures: string; readonly quit: string },
  { width, height }: Room,
): readonly Line[] {
  const key = `q ${quit} `;
  const last = lineOf(' '.repeat(Math.max(0, width - cellsOf(key))) + key, 'accent');
  const lines = [[], ...sentences.map((sentence) => lineOf(`   ${sentence}`)), lineOf(` ${figures}`)];
  return [...fitLines(lines, { width, height: height - 1 }), ...(height > 0 ? [fitLine(last, width)] : [])];
}

function crumbLine({ crumbs, state }: Frame, width: number, glyphs: Glyphs): Line {
  const name = ' clearsim  ';
  const room = Math.max(0, width - cellsOf(name) - widthOf(state) - 3);
  return [
    ...lineOf(name, 'dim'),
    ...lineOf(fit(crumbs.join(' > '), { width: room, cut: 'start', ellipsis: glyphs.ellipsis }), 'strong'),
    ...lineOf('  '),
    ...state,
    ...lineOf(' '),
  ];
}

/** Each view has its place whether it is active or not; where there is room they stand further apart. */
function viewsLine(views: Frame['views'], width: number, glyphs: Glyphs): Line {
  const texts = views.map(({ name }, at) => `${at + 1} ${name}`);
  const needed = texts.reduce((sum, text) => sum + cellsOf(text) + 1, 0);
  const gap = ' '.repeat(needed + 2 * views.length <= width ? 3 : 1);
  return views.flatMap(({ isActive, isThere }, at) => {
    const before = at === 0 ? ' ' : gap;
    return [
      ...(isActive ? [...lineOf(before.slice(1)), ...lineOf(glyphs.pointer, 'accent')] : lineOf(before)),
      ...lineOf(texts[at] ?? '', isActive ? 'accent' : isThere ? 'plain' : 'dim'),
    ];
  });
}

/** The line that is being typed, its cursor drawn as `_`; what is left of a long one is cut. */
function promptLine({ label, text, cursor }: NonNullable<Frame['prompt']>, width: number, glyphs: Glyphs): Line {
  const letters = lettersOf(text);
  const before = letters.slice(0, cursor).join('');
  const after = letters.slice(cursor).join('');
  const room = Math.max(0, width - 3 - cellsOf(label));
  const left = Math.min(cellsOf(before), Math.max(0, room - Math.min(cellsOf(after), 8)));
  return [
    ...lineOf(` ${label}`, 'accent'),
    ...lineOf(fit(before, { width: left, cut: 'start', ellipsis: glyphs.ellipsis })),
    ...lineOf('_', 'accent'),
    ...lineOf(after),
  ];
}

function messageLine({ isAlarm, text }: Message, width: number, glyphs: Glyphs): Line {
  const cut = fit(text, { width: Math.max(0, width - (isAlarm ? 4 : 2)), ellipsis: glyphs.ellipsis });
  return isAlarm ? [...lineOf(' '), ...lineOf('! ', 'alarm'), ...lineOf(cut)] : lineOf(` ${cut}`);
}

/** As many keys as fit; the last one always. */
function keysLine(keys: Frame['keys'], width: number): Line {
  const last = keys.at(-1);
  if (last === undefined) return [];
  let left = width - 2 - keyCells(last);
  const others: Line[] = [];
  for (const each of keys.slice(0, -1)) {
    if (keyCells(each) + 2 > left) break;
    left -= keyCells(each) + 2;
    others.push([...drawKey(each), ...lineOf('  ')]);
  }
  return [...lineOf(' '), ...others.flat(), ...lineOf(' '.repeat(Math.max(0, left))), ...drawKey(last), ...lineOf(' ')];
}

/** A key and what it does. */
export interface FooterKey {
  readonly key: string;
  readonly label: string;
}

function keyCells({ key, label }: FooterKey): number {
  return cellsOf(key) + 1 + cellsOf(label);
}

function drawKey({ key, label }: FooterKey): Line {
  return [...lineOf(key, 'accent'), ...lineOf(` ${label}`)];
}
