import type { Language } from '../../report/index.ts';

const en = {
  title: (of: { unit: string; indicator: string; span: string }): string =>
    `share within x ${of.unit}   (${of.indicator}${of.span === '' ? '' : `, ${of.span}`})`,
  within: (reading: string): string => `in ${reading}`,
  zooms: {
    most: (): string => 'z: up to 99 %',
    all: (): string => 'z: all',
    around: (reading: string): string => `z: around ${reading}`,
  },
  marked: (of: { marked: string; all: string }): string =>
    `${of.marked} of ${of.all} scenarios are marked; Space marks more in 1 Compare.`,
  noneMarked: 'All scenarios; those that are marked by Space in 1 Compare stand alone here.',
  share: 'share',
};

const zh: typeof en = {
  title: ({ unit, indicator, span }) => `x ${unit} 以内的票数占比   （${indicator}${span === '' ? '' : `，${span}`}）`,
  within: (reading) => `${reading} 以内`,
  zooms: {
    most: () => 'z: 至 99 %',
    all: () => 'z: 全部',
    around: (reading) => `z: ${reading} 附近`,
  },
  marked: ({ marked, all }) => `已标记 ${marked}/${all} 个方案；在 1 比较 中按空格键标记更多。`,
  noneMarked: '全部方案；在 1 比较 中按空格键标记后，此处只显示已标记的方案。',
  share: '占比',
};

/** What the spread says. */
export function spreadWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
