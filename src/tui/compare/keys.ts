import type { KeyRow } from '../keys.ts';

/** Keys of the comparison. */
export const compareKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'compare', command: 'open', label: { en: 'inside', zh: '内部' }, footer: 1 },
  { keys: ['Tab'], context: 'compare', command: 'nextPane', label: { en: 'picture', zh: '切换图形' }, footer: 3 },
  { keys: ['Shift-Tab'], context: 'compare', command: 'previousPane', label: { en: 'picture back', zh: '图形回退' } },
  { keys: ['Space'], context: 'compare', command: 'mark', label: { en: 'mark', zh: '标记' }, footer: 2 },
  { keys: ['i'], context: 'compare', command: 'nextIndicator', label: { en: 'indicator', zh: '指标' }, footer: 4 },
  { keys: ['I'], context: 'compare', command: 'previousIndicator', label: { en: 'indicator back', zh: '指标回退' } },
  { keys: ['s'], context: 'compare', command: 'sort', label: { en: 'sort', zh: '排序' }, footer: 5 },
  { keys: ['S'], context: 'compare', command: 'turn', label: { en: 'turn the order', zh: '倒序' } },
  { keys: ['d'], context: 'compare', command: 'changes', label: { en: 'diff', zh: '差异' }, footer: 6 },
  { keys: ['e'], context: 'compare', command: 'edit', label: { en: 'change it', zh: '改措施' }, footer: 1 },
  { keys: ['b'], context: 'compare', command: 'base', label: { en: 'base', zh: '基准' }, footer: 7 },
  { keys: ['w'], context: 'compare', command: 'write', label: { en: 'write a file', zh: '写文件' }, footer: 8 },
  { keys: ['D'], context: 'compare', command: 'drop', label: { en: 'drop it', zh: '丢弃' } },
];
