import type { KeyRow } from '../keys.ts';

/** Keys of a lesson's question. */
export const questionKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'question', command: 'open', label: { en: 'experiment', zh: '实验' }, footer: 1 },
  { keys: ['r'], context: 'question', command: 'again', label: { en: 'answer', zh: '作答' }, footer: 2 },
  { keys: ['v'], context: 'question', command: 'showAnswer', label: { en: 'show answer', zh: '显示答案' }, footer: 3 },
  { keys: ['u'], context: 'question', command: 'backward', label: { en: 'to the lesson', zh: '回到课程' }, footer: 4 },
  { keys: ['n'], context: 'question', command: 'nextLesson', label: { en: 'next lesson', zh: '下一课' }, footer: 5 },
];
