import type { Language } from '../../report/index.ts';

const en = {
  title: 'mistakes',
  cannotBeOpened: (file: string, count: number): string =>
    `${file} cannot be opened: ${count} ${count === 1 ? 'mistake' : 'mistakes'}.`,
  cannotBeUsed: (file: string, count: number): string =>
    `${file} cannot be used: ${count} ${count === 1 ? 'mistake' : 'mistakes'}. What is shown elsewhere is the last good one.`,
  isBroken: (file: string, count: number): string =>
    `${file}: ${count} ${count === 1 ? 'mistake' : 'mistakes'}; shown is the last good one. E edits it.`,
  readsAgain: 'It is read again by itself when it is saved.',
  opensThen: 'It is opened by itself when it is right and saved. Esc gives it up.',
};

const zh: typeof en = {
  title: '错误',
  cannotBeOpened: (file, count) => `${file}无法打开：${count}处错误。`,
  cannotBeUsed: (file, count) => `${file}无法使用：${count}处错误。别处显示的是上一个有效版本。`,
  isBroken: (file, count) => `${file}：${count}处错误；所示为上一个有效版本。按 E 编辑。`,
  readsAgain: '文件保存后会自动重新读取。',
  opensThen: '改正并保存后会自动打开。按 Esc 放弃。',
};

/** What is said about files that have become wrong. */
export function mistakesWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
