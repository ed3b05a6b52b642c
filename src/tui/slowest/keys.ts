import type { KeyRow } from '../keys.ts';

/** Keys of the list of consignments. */
export const slowestKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'slowest', command: 'open', label: { en: 'timeline', zh: '时间线' }, footer: 1 },
  { keys: ['s'], context: 'slowest', command: 'sort', label: { en: 'sort', zh: '排序' }, footer: 2 },
  { keys: [']'], context: 'slowest', command: 'nextItem', label: { en: 'scenario', zh: '方案' }, footer: 3 },
  { keys: ['['], context: 'slowest', command: 'previousItem', label: { en: 'scenario back', zh: '方案回退' } },
  { keys: ['.'], context: 'slowest', command: 'forward', label: { en: 'replication', zh: '下一次' }, footer: 5 },
  { keys: [','], context: 'slowest', command: 'backward', label: { en: 'one before', zh: '上一次' } },
  { keys: ['i'], context: 'slowest', command: 'nextIndicator', label: { en: 'indicator', zh: '指标' }, footer: 4 },
  { keys: ['I'], context: 'slowest', command: 'previousIndicator', label: { en: 'indicator back', zh: '指标回退' } },
];
