import type { KeyRow } from '../keys.ts';

/** Keys of a lesson. */
export const lessonKeys: readonly KeyRow[] = [
  { keys: ['a'], context: 'lesson', command: 'chooseA', label: { en: 'choose', zh: '选择' }, footer: 1 },
  { keys: ['b'], context: 'lesson', command: 'chooseB', label: { en: 'choose', zh: '选择' }, footer: 2 },
  { keys: ['c'], context: 'lesson', command: 'chooseC', label: { en: 'choose', zh: '选择' }, footer: 3 },
  { keys: ['d'], context: 'lesson', command: 'chooseD', label: { en: 'choose', zh: '选择' }, footer: 4 },
  {
    keys: ['Space', '.', 'Enter'],
    context: 'lesson',
    command: 'forward',
    label: { en: 'go on', zh: '前进' },
    footer: 5,
  },
  { keys: ['u', ','], context: 'lesson', command: 'backward', label: { en: 'back', zh: '退回' }, footer: 6 },
  { keys: ['Tab'], context: 'lesson', command: 'nextPane', label: { en: 'story, law', zh: '经过，法条' }, footer: 7 },
  { keys: ['o'], context: 'lesson', command: 'question', label: { en: 'question', zh: '题目' }, footer: 8 },
  { keys: ['n'], context: 'lesson', command: 'nextLesson', label: { en: 'next lesson', zh: '下一课' }, footer: 9 },
];
