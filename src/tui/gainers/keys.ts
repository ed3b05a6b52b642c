import type { KeyRow } from '../keys.ts';

/** Keys of gainers and losers. */
export const gainersKeys: readonly KeyRow[] = [
  { keys: [']'], context: 'gainers', command: 'nextItem', label: { en: 'scenario', zh: '方案' }, footer: 2 },
  { keys: ['['], context: 'gainers', command: 'previousItem', label: { en: 'scenario back', zh: '方案回退' } },
  { keys: ['a'], context: 'gainers', command: 'attribute', label: { en: 'attribute', zh: '属性' }, footer: 3 },
  { keys: ['Enter'], context: 'gainers', command: 'open', label: { en: 'those who lose', zh: '受损者' }, footer: 1 },
  { keys: ['i'], context: 'gainers', command: 'nextIndicator', label: { en: 'indicator', zh: '指标' }, footer: 4 },
  { keys: ['I'], context: 'gainers', command: 'previousIndicator', label: { en: 'indicator back', zh: '指标回退' } },
];
