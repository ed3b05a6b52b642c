import type { KeyRow } from '../keys.ts';

/** Keys of the view of a story. */
export const traceKeys: readonly KeyRow[] = [
  { keys: ['.'], context: 'trace', command: 'forward', label: { en: 'event on', zh: '下一步' }, footer: 1 },
  { keys: [','], context: 'trace', command: 'backward', label: { en: 'event back', zh: '上一步' }, footer: 2 },
  { keys: ['Enter'], context: 'trace', command: 'open', label: { en: 'step it', zh: '推演' }, footer: 3 },
];
