import { cellsOf, fit, type Message, type Words } from '../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import { fitLine, fitLines, lineOf, widthOf, type Line, type Room } from './line.ts';

/** What stands around the body of a view. */
export interface Frame {
  /** From the file to what is shown. */
  readonly crumbs: readonly string[];
  /** Right end of the first line. */
  readonly state: Line;
  /** Names of the views; the first is active. */
  readonly views: readonly string[];
  readonly body: readonly Line[];
  readonly message: Message;
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
    fitLine(viewsLine(frame.views, glyphs), width),
    fitLine(lineOf(glyphs.rule.repeat(width), 'dim'), width),
    ...fitLines(frame.body, { width, height: height - frameHeight }),
    fitLine(messageLine(frame.message, width, glyphs), width),
    fitLine(keysLine(frame.keys, width), width),
  ];
}

/** What is shown in a window below 80 x 24: its size, what is wanted, the figures as far as they fit. */
export function drawTooSmall(figures: string, words: Words, { width, height }: Room): readonly Line[] {
  const quit = `q ${words.quit} `;
  const sentences = words.tooSmall({ columns: width, rows: height });
  const last = lineOf(' '.repeat(Math.max(0, width - cellsOf(quit))) + quit, 'accent');
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

function viewsLine(views: readonly string[], glyphs: Glyphs): Line {
  return views.flatMap((view, at) =>
    lineOf(`${at === 0 ? glyphs.pointer : ' '}${at + 1} ${view} `, at === 0 ? 'accent' : 'plain'),
  );
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
