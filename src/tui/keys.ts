import type { Label } from '../base/index.ts';
import { compareKeys } from './compare/keys.ts';
import type { Crumb } from './crumb.ts';
import { editKeys } from './edit/keys.ts';
import { gainersKeys } from './gainers/keys.ts';
import { insideKeys } from './inside/keys.ts';
import { learnKeys } from './learn/keys.ts';
import { lessonKeys } from './lesson/keys.ts';
import { liveKeys } from './live/keys.ts';
import { questionKeys } from './question/keys.ts';
import { rulesKeys } from './rules/keys.ts';
import { views, type ViewName } from './shared.ts';
import { slowestKeys } from './slowest/keys.ts';
import { spreadKeys } from './spread/keys.ts';
import { stepKeys } from './step/keys.ts';
import { timelineKeys } from './timeline/keys.ts';
import { traceKeys } from './trace/keys.ts';
import { weekKeys } from './week/keys.ts';
import { shellWords } from './words.ts';

/** What a key does. Which of it is possible where one is, the place says. */
export type Command =
  | `view:${ViewName}`
  // Moving.
  | 'down'
  | 'up'
  | 'left'
  | 'right'
  | 'first'
  | 'last'
  | 'pageDown'
  | 'pageUp'
  | 'nextPane'
  | 'previousPane'
  | 'nextItem'
  | 'previousItem'
  | 'open'
  | 'back'
  // Tables and pictures.
  | 'mark'
  | 'base'
  | 'sort'
  | 'turn'
  | 'nextIndicator'
  | 'previousIndicator'
  | 'attribute'
  | 'changes'
  | 'zoom'
  | 'whichRules'
  // Scenarios.
  | 'edit'
  | 'editor'
  | 'undo'
  | 'redo'
  | 'drop'
  | 'more'
  | 'write'
  // Players.
  | 'play'
  | 'forward'
  | 'backward'
  | 'faster'
  | 'slower'
  | 'follow'
  | 'goto'
  | 'compareBase'
  // Lessons.
  | 'chooseA'
  | 'chooseB'
  | 'chooseC'
  | 'chooseD'
  | 'question'
  | 'again'
  | 'showAnswer'
  | 'nextLesson'
  // A line that is being typed.
  | 'accept'
  | 'giveUp'
  | 'complete'
  | 'nextProposal'
  | 'previousProposal'
  | 'earlier'
  | 'later'
  // Everywhere.
  | 'filter'
  | 'say'
  | 'export'
  | 'copy'
  | 'pause'
  | 'language'
  | 'help'
  | 'suspend'
  | 'quit'
  | 'quitNow';

/** Where a key acts: everywhere, in one place, or while a line is typed, when no other does. */
export type Context = 'everywhere' | 'typing' | Crumb['place'];

/** A line of the key table, which feeds handler, footer, help and docs. */
export interface KeyRow {
  /** Names of keys as `keyName` gives them. */
  readonly keys: readonly string[];
  readonly context: Context;
  readonly command: Command;
  /** What it does, at most 14 cells. */
  readonly label: Label;
  /** Place in the footer, from left to right; none: only in the help. */
  readonly footer?: number;
}

const everywhere = (
  keys: readonly string[],
  command: Command,
  en: string,
  zh: string,
  others: Pick<KeyRow, 'footer'> = {},
): KeyRow => ({ keys, context: 'everywhere', command, label: { en, zh }, ...others });

const typing: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'typing', command: 'accept', label: { en: 'done', zh: '确定' }, footer: 1 },
  { keys: ['Tab'], context: 'typing', command: 'complete', label: { en: 'complete', zh: '补全' }, footer: 2 },
  {
    keys: ['Ctrl-n'],
    context: 'typing',
    command: 'nextProposal',
    label: { en: 'next proposal', zh: '下一建议' },
    footer: 3,
  },
  {
    keys: ['Ctrl-p', 'Shift-Tab'],
    context: 'typing',
    command: 'previousProposal',
    label: { en: 'proposal back', zh: '上一建议' },
  },
  { keys: ['Up'], context: 'typing', command: 'earlier', label: { en: 'line before', zh: '上一行' }, footer: 4 },
  { keys: ['Down'], context: 'typing', command: 'later', label: { en: 'line after', zh: '下一行' } },
  { keys: ['Esc'], context: 'typing', command: 'giveUp', label: { en: 'give up', zh: '放弃' }, footer: 99 },
];

/** Every key that works, and no other. */
export const keyTable: readonly KeyRow[] = [
  ...views.map((view, at) =>
    everywhere([String(at + 1)], `view:${view}`, shellWords('en').views[view], shellWords('zh').views[view]),
  ),
  everywhere(['j', 'Down'], 'down', 'down', '下移'),
  everywhere(['k', 'Up'], 'up', 'up', '上移'),
  everywhere(['h', 'Left'], 'left', 'left', '左移'),
  everywhere(['l', 'Right'], 'right', 'right', '右移'),
  everywhere(['g', 'Home'], 'first', 'first', '首行'),
  everywhere(['G', 'End'], 'last', 'last', '末行'),
  everywhere(['PgDn', 'Ctrl-d'], 'pageDown', 'page down', '下翻'),
  everywhere(['PgUp', 'Ctrl-u'], 'pageUp', 'page up', '上翻'),
  ...compareKeys,
  ...editKeys,
  ...learnKeys,
  ...lessonKeys,
  ...questionKeys,
  ...stepKeys,
  ...rulesKeys,
  ...traceKeys,
  ...liveKeys,
  ...insideKeys,
  ...weekKeys,
  ...spreadKeys,
  ...gainersKeys,
  ...slowestKeys,
  ...timelineKeys,
  ...typing,
  everywhere(['/'], 'filter', 'filter', '筛选'),
  everywhere([':'], 'say', 'command', '命令', { footer: 93 }),
  everywhere(['x'], 'export', 'export', '导出', { footer: 92 }),
  everywhere(['r'], 'more', 'more runs', '加样'),
  everywhere(['E'], 'editor', 'editor', '编辑器'),
  everywhere(['p'], 'pause', 'pause, go on', '暂停，继续'),
  everywhere(['L'], 'language', 'English, 中文', 'English, 中文', { footer: 95 }),
  everywhere(['Esc'], 'back', 'back', '返回', { footer: 91 }),
  everywhere(['q'], 'quit', 'quit', '退出', { footer: 94 }),
  everywhere(['Ctrl-z'], 'suspend', 'suspend', '暂离'),
  everywhere(['Ctrl-c'], 'quitNow', 'quit now', '立即退出'),
  everywhere(['?'], 'help', 'help', '帮助', { footer: 99 }),
];

/** The command of a key where one is, if it has one there: what a place says of a key goes before what it does everywhere. */
export function commandOf(key: string, context: Context): Command | undefined {
  const rows = keyTable.filter((row) => row.keys.includes(key));
  if (context === 'typing') return rows.find((row) => row.context === context)?.command;
  return (rows.find((row) => row.context === context) ?? rows.find((row) => row.context === 'everywhere'))?.command;
}

/** A key press as Ink tells it, by name: a character, or `Up`, `Shift-Tab`, `Ctrl-c`. */
export function keyName(input: string, key: Pressed): string {
  if (key.ctrl) return `Ctrl-${input}`;
  if (key.tab) return key.shift ? 'Shift-Tab' : 'Tab';
  const named = names.find(([flag]) => key[flag]);
  if (named !== undefined) return named[1];
  return input === ' ' ? 'Space' : input;
}

/** A character as the terminal sends it, by the name of its key. */
export function characterName(character: string): string {
  const named: Readonly<Record<string, string>> = { ' ': 'Space', '\r': 'Enter', '\t': 'Tab', '\u007F': 'Backspace' };
  const code = character.codePointAt(0) ?? 0;
  return named[character] ?? (code > 0 && code < 27 ? `Ctrl-${String.fromCodePoint(code + 96)}` : character);
}

/** What Ink says of a key. */
export interface Pressed {
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly tab: boolean;
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly escape: boolean;
}

const names: readonly (readonly [Exclude<keyof Pressed, 'ctrl' | 'shift' | 'tab'>, string])[] = [
  ['upArrow', 'Up'],
  ['downArrow', 'Down'],
  ['leftArrow', 'Left'],
  ['rightArrow', 'Right'],
  ['pageUp', 'PgUp'],
  ['pageDown', 'PgDn'],
  ['home', 'Home'],
  ['end', 'End'],
  ['return', 'Enter'],
  ['backspace', 'Backspace'],
  ['delete', 'Delete'],
  ['escape', 'Esc'],
];
