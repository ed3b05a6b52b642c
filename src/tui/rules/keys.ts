import type { KeyRow } from '../keys.ts';

/** Keys of the view of rules. */
export const rulesKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'rules', command: 'open', label: { en: 'step through', zh: '逐步查看' }, footer: 1 },
  { keys: ['v'], context: 'rules', command: 'onlyBroken', label: { en: 'only broken', zh: '仅违反' }, footer: 3 },
  { keys: ['['], context: 'rules', command: 'previousItem', label: { en: 'scenario back', zh: '上一方案' } },
  { keys: [']'], context: 'rules', command: 'nextItem', label: { en: 'next scenario', zh: '下一方案' }, footer: 4 },
];
