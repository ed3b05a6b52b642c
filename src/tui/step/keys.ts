import type { KeyRow } from '../keys.ts';

/** Keys of the stepping view. */
export const stepKeys: readonly KeyRow[] = [
  { keys: ['Enter', 'Space'], context: 'step', command: 'open', label: { en: 'choose', zh: '选定' }, footer: 1 },
  { keys: ['.'], context: 'step', command: 'forward', label: { en: 'step on', zh: '前进' }, footer: 2 },
  { keys: [',', 'u'], context: 'step', command: 'backward', label: { en: 'take back', zh: '退回' }, footer: 3 },
  { keys: ['t'], context: 'step', command: 'goto', label: { en: 'when', zh: '时刻' }, footer: 6 },
  { keys: ['Tab'], context: 'step', command: 'nextPane', label: { en: 'law, story', zh: '法条，经过' }, footer: 4 },
  { keys: ['Shift-Tab'], context: 'step', command: 'previousPane', label: { en: 'pane back', zh: '窗格回退' } },
  { keys: ['e'], context: 'step', command: 'edit', label: { en: 'consignment', zh: '货物属性' }, footer: 5 },
];
