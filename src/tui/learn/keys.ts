import type { KeyRow } from '../keys.ts';

/** Keys of the list of lessons. */
export const learnKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'learn', command: 'open', label: { en: 'open lesson', zh: '打开课程' }, footer: 1 },
];
