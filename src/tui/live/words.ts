import type { Language } from '../../report/index.ts';

const en = {
  day: (day: number): string => (day < 1 ? 'before the first day' : `day ${day}`),
  dayOf: (day: number, days: number): string =>
    `${en.day(day)}${day < 1 ? '' : day > days ? `, ${days} are counted` : ` of ${days}`}`,
  office: (of: { name: string; isOpen: boolean; until: string }): string =>
    `${of.name} ${of.isOpen ? 'open' : 'closed'}${of.until === '' ? '' : ` until ${of.until}`}`,
  atSea: 'at sea',
  vessels: (n: number): string => (n === 1 ? '1 vessel' : `${n} vessels`),
  nextVessel: (of: { number: number; in: string; carries: number }): string =>
    `, next: No. ${of.number} in ${of.in} with ${of.carries === 1 ? '1 consignment' : `${of.carries} consignments`}`,
  hours: (n: number): string => `${n} h`,
  station: 'station',
  working: 'working',
  waiting: 'waiting',
  closed: 'closed',
  of: (some: number, all: number): string => `${some} of ${all}`,
  each: (n: number): string => `x ${n}`,
  inProcess: 'in process',
  others: (consignment: number, others: number): string => `${consignment}${others === 0 ? '' : ` +${others}`}`,
  playing: 'playing',
  paused: 'paused',
  speed: (n: string): string => `x ${n}`,
  follows: (number: number): string => `follows ${number}`,
  hasEnded: 'flow ended',
  notYet: 'not yet in the model',
  replayed: (replications: string): string =>
    `One replication of ${replications}, replayed from its seed: what you see is in the figures.`,
  cut: 'This run is too long to be kept whole: what comes later is not shown.',
  atEnd: 'The replication ends here. g goes to the start.',
  goto: 'go to (17 Apr 10:00, 10:00, +3 d, -2 h):',
  noTime: (found: string): string => `found ${found}, expected a time, as in 17 Apr 10:00, 10:00, +3 d or -2 h`,
  failed: (why: string): string => `The replication could not be run: ${why}.`,
};

const zh: typeof en = {
  day: (day) => (day < 1 ? '首日之前' : `第${day}天`),
  dayOf: (day, days) => `${zh.day(day)}${day < 1 ? '' : day > days ? `，只计前${days}天` : `/共${days}天`}`,
  office: ({ name, isOpen, until }) => `${name}：${isOpen ? '开放' : '关闭'}${until === '' ? '' : `至${until}`}`,
  atSea: '在途',
  vessels: (n) => `${n}艘船`,
  nextVessel: ({ number, in: length, carries }) => `，下一艘：第${number}号，${length}后到，载${carries}票`,
  hours: (n) => `${n}小时`,
  station: '环节',
  working: '作业中',
  waiting: '排队',
  closed: '休息',
  of: (some, all) => `${some}/${all}`,
  each: (n) => `x ${n}`,
  inProcess: '在办',
  others: (consignment, others) => `${consignment}${others === 0 ? '' : ` +${others}`}`,
  playing: '播放中',
  paused: '已暂停',
  speed: (n) => `x ${n}`,
  follows: (number) => `跟踪第${number}票`,
  hasEnded: '流程结束',
  notYet: '尚未进入模型',
  replayed: (replications) => `${replications}次重复之一，按其种子重放：所见即在结果之中。`,
  cut: '此次运行过长，未能全部保留：之后的部分不显示。',
  atEnd: '本次重复到此结束。按 g 回到起点。',
  goto: '转到（4月17日 10:00, 10:00, +3 d, -2 h）：',
  noTime: (found) => `现为${found}，应为时刻，如 4月17日 10:00、10:00、+3 d 或 -2 h`,
  failed: (why) => `无法运行此次重复：${why}。`,
};

/** What the live view says. */
export type LiveWords = typeof en;

/** What the live view says in a language. */
export function liveWords(language: Language): LiveWords {
  return language === 'en' ? en : zh;
}
