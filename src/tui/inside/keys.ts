import type { KeyRow } from '../keys.ts';

/** Keys of the view into a scenario. */
export const insideKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'inside', command: 'open', label: { en: 'week', zh: '周历' }, footer: 1 },
  { keys: ['Tab'], context: 'inside', command: 'nextPane', label: { en: 'picture', zh: '切换图形' }, footer: 3 },
  { keys: ['Shift-Tab'], context: 'inside', command: 'previousPane', label: { en: 'picture back', zh: '图形回退' } },
  { keys: ['a'], context: 'inside', command: 'attribute', label: { en: 'attribute', zh: '属性' }, footer: 4 },
  { keys: ['d'], context: 'inside', command: 'changes', label: { en: 'diff', zh: '差异' }, footer: 5 },
  { keys: [']'], context: 'inside', command: 'nextItem', label: { en: 'next scenario', zh: '下一方案' }, footer: 6 },
  { keys: ['['], context: 'inside', command: 'previousItem', label: { en: 'scenario back', zh: '上一方案' } },
  { keys: ['i'], context: 'inside', command: 'nextIndicator', label: { en: 'indicator', zh: '指标' } },
  { keys: ['I'], context: 'inside', command: 'previousIndicator', label: { en: 'indicator back', zh: '指标回退' } },
];
