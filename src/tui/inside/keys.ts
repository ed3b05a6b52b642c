import type { KeyRow } from '../keys.ts';

/** Keys of the view into a scenario. */
export const insideKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'inside', command: 'open', label: { en: 'open', zh: '打开' }, footer: 1 },
  { keys: ['e'], context: 'inside', command: 'edit', label: { en: 'change it', zh: '改措施' }, footer: 2 },
  { keys: ['Tab'], context: 'inside', command: 'nextPane', label: { en: 'pane', zh: '窗格' }, footer: 3 },
  { keys: ['Shift-Tab'], context: 'inside', command: 'previousPane', label: { en: 'pane back', zh: '窗格回退' } },
  { keys: ['a'], context: 'inside', command: 'attribute', label: { en: 'attribute', zh: '属性' }, footer: 4 },
  { keys: ['d'], context: 'inside', command: 'changes', label: { en: 'diff', zh: '差异' }, footer: 5 },
  { keys: [']'], context: 'inside', command: 'nextItem', label: { en: 'next scenario', zh: '下一方案' }, footer: 6 },
  { keys: ['['], context: 'inside', command: 'previousItem', label: { en: 'scenario back', zh: '上一方案' } },
  { keys: ['i'], context: 'inside', command: 'nextIndicator', label: { en: 'indicator', zh: '指标' } },
  { keys: ['I'], context: 'inside', command: 'previousIndicator', label: { en: 'indicator back', zh: '指标回退' } },
];
