import type { KeyRow } from '../keys.ts';

/** Keys of the week. */
export const weekKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'week', command: 'open', label: { en: 'list', zh: '名单' }, footer: 1 },
  { keys: ['Tab'], context: 'week', command: 'nextPane', label: { en: 'station', zh: '下一处' }, footer: 3 },
  { keys: ['Shift-Tab'], context: 'week', command: 'previousPane', label: { en: 'station back', zh: '上一处' } },
  { keys: ['i'], context: 'week', command: 'nextIndicator', label: { en: 'quantity', zh: '数量' }, footer: 4 },
  { keys: ['I'], context: 'week', command: 'previousIndicator', label: { en: 'quantity back', zh: '数量回退' } },
  { keys: [']'], context: 'week', command: 'nextItem', label: { en: 'next scenario', zh: '下一方案' }, footer: 5 },
  { keys: ['['], context: 'week', command: 'previousItem', label: { en: 'scenario back', zh: '上一方案' } },
];
