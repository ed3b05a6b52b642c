import type { KeyRow } from '../keys.ts';

/** Keys of the timeline. */
export const timelineKeys: readonly KeyRow[] = [
  { keys: ['j', 'Down'], context: 'timeline', command: 'down', label: { en: 'wait', zh: '等待' }, footer: 2 },
  { keys: ['k', 'Up'], context: 'timeline', command: 'up', label: { en: 'wait back', zh: '等待回退' } },
  { keys: ['h', 'Left'], context: 'timeline', command: 'left', label: { en: 'event back', zh: '事件回退' } },
  { keys: ['l', 'Right'], context: 'timeline', command: 'right', label: { en: 'event', zh: '事件' }, footer: 1 },
  { keys: ['c'], context: 'timeline', command: 'compareBase', label: { en: 'base', zh: '对照基准' }, footer: 3 },
  { keys: [']'], context: 'timeline', command: 'nextItem', label: { en: 'next', zh: '下一票' }, footer: 4 },
  { keys: ['['], context: 'timeline', command: 'previousItem', label: { en: 'previous', zh: '上一票' } },
  { keys: ['y'], context: 'timeline', command: 'copy', label: { en: 'copy', zh: '复制' }, footer: 5 },
];
