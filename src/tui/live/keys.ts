import type { KeyRow } from '../keys.ts';

/** Keys of the live view. */
export const liveKeys: readonly KeyRow[] = [
  { keys: ['Space'], context: 'live', command: 'play', label: { en: 'play, pause', zh: '播放，暂停' }, footer: 1 },
  { keys: ['.'], context: 'live', command: 'forward', label: { en: 'step', zh: '单步' }, footer: 2 },
  { keys: [','], context: 'live', command: 'backward', label: { en: 'step back', zh: '退一步' } },
  { keys: ['['], context: 'live', command: 'previousItem', label: { en: 'hour back', zh: '退一小时' } },
  { keys: [']'], context: 'live', command: 'nextItem', label: { en: 'hour', zh: '进一小时' }, footer: 3 },
  { keys: ['+', '='], context: 'live', command: 'faster', label: { en: 'faster', zh: '加速' }, footer: 4 },
  { keys: ['-'], context: 'live', command: 'slower', label: { en: 'slower', zh: '减速' } },
  { keys: ['f'], context: 'live', command: 'follow', label: { en: 'follow', zh: '跟踪' }, footer: 5 },
  { keys: ['t'], context: 'live', command: 'goto', label: { en: 'time', zh: '时刻' }, footer: 7 },
  { keys: ['g', 'Home'], context: 'live', command: 'first', label: { en: 'start', zh: '起点' }, footer: 6 },
  { keys: ['G', 'End'], context: 'live', command: 'last', label: { en: 'end', zh: '终点' } },
];
