import type { Label } from '../customs/index.ts';

/** What a key does. */
export type Command =
  | 'down'
  | 'up'
  | 'first'
  | 'last'
  | 'nextPicture'
  | 'previousPicture'
  | 'nextIndicator'
  | 'previousIndicator'
  | 'sort'
  | 'turn'
  | 'changes'
  | 'pause'
  | 'language'
  | 'help'
  | 'back'
  | 'quit'
  | 'quitNow';

/** Where a key acts: everywhere, in the table of scenarios, or in the help. */
export type Context = 'everywhere' | 'compare' | 'help';

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

/** Every key that works, and no other. */
export const keyTable: readonly KeyRow[] = [
  { keys: ['j', 'Down'], context: 'compare', command: 'down', label: { en: 'down', zh: '下移' }, footer: 1 },
  { keys: ['k', 'Up'], context: 'compare', command: 'up', label: { en: 'up', zh: '上移' }, footer: 2 },
  { keys: ['g', 'Home'], context: 'compare', command: 'first', label: { en: 'first', zh: '首行' } },
  { keys: ['G', 'End'], context: 'compare', command: 'last', label: { en: 'last', zh: '末行' } },
  { keys: ['Tab'], context: 'compare', command: 'nextPicture', label: { en: 'picture', zh: '切换图形' }, footer: 3 },
  {
    keys: ['Shift-Tab'],
    context: 'compare',
    command: 'previousPicture',
    label: { en: 'picture back', zh: '图形回退' },
  },
  { keys: ['i'], context: 'compare', command: 'nextIndicator', label: { en: 'indicator', zh: '指标' }, footer: 4 },
  { keys: ['I'], context: 'compare', command: 'previousIndicator', label: { en: 'indicator back', zh: '指标回退' } },
  { keys: ['s'], context: 'compare', command: 'sort', label: { en: 'sort', zh: '排序' }, footer: 5 },
  { keys: ['S'], context: 'compare', command: 'turn', label: { en: 'turn the order', zh: '倒序' } },
  { keys: ['d'], context: 'compare', command: 'changes', label: { en: 'diff', zh: '差异' }, footer: 6 },
  { keys: ['p'], context: 'everywhere', command: 'pause', label: { en: 'pause, go on', zh: '暂停, 继续' } },
  {
    keys: ['L'],
    context: 'everywhere',
    command: 'language',
    label: { en: 'English, 中文', zh: 'English, 中文' },
    footer: 8,
  },
  { keys: ['?'], context: 'everywhere', command: 'help', label: { en: 'help', zh: '帮助' }, footer: 9 },
  { keys: ['Esc'], context: 'help', command: 'back', label: { en: 'close', zh: '关闭' }, footer: 1 },
  { keys: ['q'], context: 'everywhere', command: 'quit', label: { en: 'quit', zh: '退出' }, footer: 7 },
  { keys: ['Ctrl-c'], context: 'everywhere', command: 'quitNow', label: { en: 'quit now', zh: '立即退出' } },
];

/** The command of a key where one is, if it has one there. */
export function commandOf(key: string, context: Context): Command | undefined {
  return keyTable.find((row) => row.keys.includes(key) && (row.context === context || row.context === 'everywhere'))
    ?.command;
}

/** A key press as Ink tells it, by name: a character, or `Up`, `Shift-Tab`, `Ctrl-c`. */
export function keyName(input: string, key: Pressed): string {
  if (key.ctrl) return `Ctrl-${input}`;
  if (key.tab) return key.shift ? 'Shift-Tab' : 'Tab';
  if (key.upArrow) return 'Up';
  if (key.downArrow) return 'Down';
  if (key.home) return 'Home';
  if (key.end) return 'End';
  return key.escape ? 'Esc' : input;
}

interface Pressed {
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly tab: boolean;
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly escape: boolean;
}
