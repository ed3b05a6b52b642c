import type { KeyRow } from '../keys.ts';

/** Keys of the spread. */
export const spreadKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'spread', command: 'open', label: { en: 'those beyond', zh: '更晚的' }, footer: 1 },
  { keys: ['h', 'Left'], context: 'spread', command: 'left', label: { en: 'read earlier', zh: '读数左移' }, footer: 2 },
  { keys: ['l', 'Right'], context: 'spread', command: 'right', label: { en: 'read later', zh: '读数右移' }, footer: 3 },
  { keys: ['i'], context: 'spread', command: 'nextIndicator', label: { en: 'indicator', zh: '指标' }, footer: 4 },
  { keys: ['I'], context: 'spread', command: 'previousIndicator', label: { en: 'indicator back', zh: '指标回退' } },
  { keys: ['z'], context: 'spread', command: 'zoom', label: { en: 'zoom', zh: '缩放' }, footer: 5 },
];
