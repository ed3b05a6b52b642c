import type { Language } from '../../report/index.ts';

const en = {
  title: (name: string): string => `change ${name}`,
  changes: (base: string): string => `what changes against ${base}`,
  nothing: 'nothing yet',
  saveAs: 'write as (a new file):',
  runsAs: (letter: string, name: string): string => `runs as ${letter}, ${name}`,
  soFar: (letter: string): string => `${letter} so far`,
  toBase: (letter: string): string => `to ${letter}`,
  noFigures: 'no figures yet',
  fromDefaults: 'from the defaults of the flow',
  notInFile: (before: string): string => `not in the file, whose base says ${before}`,
  emptyFilter: (text: string): string => `No setting has "${text}" in its name. Esc clears the filter.`,
};

const zh: typeof en = {
  title: (name) => `修改 ${name}`,
  changes: (base) => `相对于 ${base} 的改动`,
  nothing: '尚无改动',
  saveAs: '另存为（新文件）：',
  runsAs: (letter, name) => `以 ${letter} 运行：${name}`,
  soFar: (letter) => `${letter} 目前`,
  toBase: (letter) => `与 ${letter} 之差`,
  noFigures: '尚无结果',
  fromDefaults: '取自流程的默认值',
  notInFile: (before) => `不在文件中，文件基准为 ${before}`,
  emptyFilter: (text) => `没有名称含“${text}”的设置。按 Esc 清除筛选。`,
};

/** What is said while a variant is made. */
export function editWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
