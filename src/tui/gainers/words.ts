import type { Language } from '../../report/index.ts';

const en = {
  title: (of: { indicator: string; letter: string; base: string; unit: string }): string =>
    `change of ${of.indicator} per consignment, ${of.letter} against ${of.base} (same luck), ${of.unit}`,
  orLess: (change: string): string => `${change} or less`,
  orMore: (change: string): string => `${change} or more`,
  better: (share: string): string => `better ${share}`,
  worse: (share: string): string => `worse ${share}`,
  sameNotDrawn: (share: string): string => `not drawn: ${share} that stay the same`,
  who: 'who',
  all: 'all',
  share: 'share',
  same: 'same',
  meanChange: (of: { unit: string; level: string }): string => `mean ${of.unit} [${of.level} each]`,
  sentence: (of: { better: string; gain: string; worse: string; loss: string }): string =>
    `${of.better} gain ${of.gain} each, ${of.worse} lose ${of.loss} each.`,
  passedOn: (sentence: string): string => `Waiting is passed on, not removed: ${sentence}`,
  onlyBase: 'There is nothing beside the base: a variant in the file, or another file, has gainers.',
  unpaired: 'Consignments cannot be paired: arrivals differ, or one of both lacks this indicator.',
};

const zh: typeof en = {
  title: ({ indicator, letter, base, unit }) => `每票货物${indicator}的变化，${letter} 比 ${base}（同运气），${unit}`,
  orLess: (change) => `${change} 及以下`,
  orMore: (change) => `${change} 及以上`,
  better: (share) => `缩短 ${share}`,
  worse: (share) => `延长 ${share}`,
  sameNotDrawn: (share) => `未画出：不变的 ${share}`,
  who: '对象',
  all: '全部',
  share: '占比',
  same: '不变',
  meanChange: ({ unit, level }) => `平均变化 ${unit} [${level} 各自]`,
  sentence: ({ better, gain, worse, loss }) => `${better}每票缩短 ${gain}，${worse}每票延长 ${loss}。`,
  passedOn: (sentence) => `等待只是转移，没有消除：${sentence}`,
  onlyBase: '只有基准方案：文件中的变体或另一文件才有得失。',
  unpaired: '无法逐票配对：到达不同，或其中之一没有此指标。',
};

/** What gainers and losers say. */
export function gainersWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
