import type { KeyRow } from '../keys.ts';

/** Keys of the view of rules. */
export const rulesKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'rules', command: 'open', label: { en: 'step through', zh: '逐步查看' }, footer: 1 },
  {
    keys: ['v'],
    context: 'rules',
    command: 'whichRules',
    label: { en: 'which rules', zh: '显示哪些' },
    footer: 3,
  },
  { keys: ['s'], context: 'rules', command: 'sort', label: { en: 'sort', zh: '排序' }, footer: 4 },
  { keys: ['S'], context: 'rules', command: 'turn', label: { en: 'turn order', zh: '倒序' } },
  { keys: ['['], context: 'rules', command: 'previousItem', label: { en: 'scenario back', zh: '上一方案' } },
  { keys: [']'], context: 'rules', command: 'nextItem', label: { en: 'next scenario', zh: '下一方案' }, footer: 5 },
];
