import type { Language } from '../../report/index.ts';

const en = {
  arrived: (instant: string): string => `arrival ${instant}`,
  takes: (of: { indicator: string; time: string }): string => `${of.indicator} ${of.time}`,
  isOpen: (indicator: string): string => `${indicator} not yet over`,
  day: 'day',
  waitedFor: 'waited for',
  holder: 'who held it',
  place: (what: string, place: number): string => `${what}, ${ordinal(place)} in line`,
  closed: (hours: string): string => `${hours} of it closed`,
  nothing: 'It waited for nothing.',
  legend: (wait: string): string => `${wait} waits, others as in the stage bars.`,
  inBase: (of: { letter: string; time: string }): string => `In ${of.letter} it takes ${of.time} (c).`,
  baseTitle: (of: { letter: string; takes: string }): string => `the same one in ${of.letter}: ${of.takes}`,
};

/** `17th`. */
function ordinal(n: number): string {
  const isTeen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

const zh: typeof en = {
  arrived: (instant) => `到达 ${instant}`,
  takes: ({ indicator, time }) => `${indicator} ${time}`,
  isOpen: (indicator) => `${indicator}尚未结束`,
  day: '天',
  waitedFor: '等待事项',
  holder: '由谁造成',
  place: (what, place) => `${what}，排第${place}位`,
  closed: (hours) => `其中 ${hours} 不上班`,
  nothing: '没有等待。',
  legend: (wait) => `${wait} 为等待，其余同分环节图。`,
  inBase: ({ letter, time }) => `同一票在 ${letter} 中用时 ${time} (c)。`,
  baseTitle: ({ letter, takes }) => `同一票在 ${letter} 中：${takes}`,
};

/** What the timeline says. */
export function timelineWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
