import type { Language } from '../report/index.ts';

const en = {
  views: {
    compare: 'Compare',
    spread: 'Spread',
    gainers: 'Gainers',
    inside: 'Inside',
    week: 'Week',
    slowest: 'Slowest',
    live: 'Live',
    learn: 'Learn',
    rules: 'Rules',
  },
  help: 'help',
  escCloses: 'Esc closes',
  everywhere: 'everywhere',
  here: 'here',
  marks: 'marks',
  marksHelp: { chosen: 'chosen', marked: 'marked', alarm: 'look here' },
  exportTo: 'write to (.txt, .csv, .md):',
  written: (file: string, rows: number): string => `Written: ${file} (${rows} ${rows === 1 ? 'row' : 'rows'}).`,
  saved: (file: string): string => `Written: ${file}.`,
  failed: (why: string): string => `This could not be done: ${why}.`,
  unsaved: (letters: readonly string[]): string =>
    `${letters.join(', ')} ${letters.length === 1 ? 'is' : 'are'} not saved. w writes, q again quits.`,
  wrongEnding: (file: string): string => `found ${file}, expected a name that ends in .txt, .csv or .md`,
  copied: 'Copied.',
  unknownWord: (found: string, nearest: string | undefined): string =>
    `unknown word "${found}"${nearest === undefined ? '' : `; nearest: ${nearest}`}`,
  notHere: (word: string): string => `"${word}" means nothing in this view`,
  emptyFilter: (text: string): string => `Nothing matches "${text}". Esc clears the filter.`,
  said: {
    quit: 'leaves clearsim',
    lang: 'English or Chinese',
    indicator: 'shows another indicator',
    export: 'writes what is shown to a file',
    filter: 'only what has this text',
    sort: 'sorts the table',
    view: 'goes to the view',
  },
  coming: 'This comes in a moment.',
  tooSmall: (columns: number, rows: number): readonly string[] => [
    `This window is ${columns} x ${rows}.`,
    'clearsim needs 80 x 24.',
    '',
    'Runs go on; make it larger,',
    'or: clearsim compare FILE > table.txt',
  ],
  quit: 'quit',
};

const zh: typeof en = {
  views: {
    compare: '比较',
    spread: '分布',
    gainers: '得失',
    inside: '内部',
    week: '周历',
    slowest: '最慢',
    live: '实况',
    learn: '教学',
    rules: '规则',
  },
  help: '帮助',
  escCloses: 'Esc 关闭',
  everywhere: '处处可用',
  here: '此处',
  marks: '标记',
  marksHelp: { chosen: '当前', marked: '已标记', alarm: '注意' },
  exportTo: '写入文件 (.txt, .csv, .md):',
  written: (file, rows) => `已写入${file} (${rows}行)。`,
  saved: (file) => `已写入${file}。`,
  failed: (why) => `无法完成: ${why}。`,
  unsaved: (letters) => `${letters.join('、')}尚未保存。w 保存, 再按 q 退出。`,
  wrongEnding: (file) => `现为${file}, 应以 .txt、.csv 或 .md 结尾`,
  copied: '已复制。',
  unknownWord: (found, nearest) => `未知的词"${found}"${nearest === undefined ? '' : `; 最接近: ${nearest}`}`,
  notHere: (word) => `"${word}"在此视图中无意义`,
  emptyFilter: (text) => `没有符合"${text}"的条目。按 Esc 清除筛选。`,
  said: {
    quit: '退出',
    lang: '英文或中文',
    indicator: '换一个指标',
    export: '将所示内容写入文件',
    filter: '只显示含此文字的条目',
    sort: '排序',
    view: '转到此视图',
  },
  coming: '稍候即来。',
  tooSmall: (columns, rows) => [
    `窗口为${columns} x ${rows}。`,
    'clearsim 需要 80 x 24。',
    '',
    '运行不会中断; 请放大窗口,',
    '或: clearsim compare 文件 > table.txt',
  ],
  quit: '退出',
};

/** What the shell of the screen says; each place has words of its own beside it. */
export function shellWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
