import type { KeyRow } from '../keys.ts';

/** Keys of a variant in the making. */
export const editKeys: readonly KeyRow[] = [
  { keys: ['Enter'], context: 'edit', command: 'open', label: { en: 'type a value', zh: '输入数值' }, footer: 1 },
  { keys: ['+', '='], context: 'edit', command: 'faster', label: { en: 'more', zh: '增加' }, footer: 2 },
  { keys: ['-'], context: 'edit', command: 'slower', label: { en: 'less', zh: '减少' }, footer: 3 },
  { keys: ['u'], context: 'edit', command: 'undo', label: { en: 'undo', zh: '撤销' }, footer: 4 },
  { keys: ['Ctrl-r'], context: 'edit', command: 'redo', label: { en: 'redo', zh: '重做' } },
  { keys: ['w'], context: 'edit', command: 'write', label: { en: 'write a file', zh: '写文件' }, footer: 5 },
  { keys: ['D'], context: 'edit', command: 'drop', label: { en: 'drop it', zh: '丢弃' }, footer: 6 },
];
