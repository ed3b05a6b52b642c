import type { Language } from '../../report/index.ts';

const en = {
  slowestTitle: (of: { by: string; replication: number; n: string }): string =>
    `slowest consignments of replication ${of.replication}, by ${of.by} (${of.n})`,
  title: (of: { by: string; replication: number; n: string }): string =>
    `consignments of replication ${of.replication}, by ${of.by} (${of.n})`,
  losingTitle: (of: { by: string; replication: number; n: string }): string =>
    `consignments of replication ${of.replication} that lose, by ${of.by} (${of.n})`,
  changeOf: (indicator: string): string => `change of ${indicator}`,
  sorts: { waiting: 'longest wait', fees: 'fees' },
  fees: (currency: string): string => `fees, ${currency}`,
  chosen: (of: { consignment: string; attributes: string; longest: string }): string =>
    `${[of.consignment, of.attributes].filter((each) => each !== '').join(', ')}, waited longest for ${of.longest}.`,
  who: 'who',
  consignment: 'no.',
  inBase: (of: { letter: string; unit: string }): string => `in ${of.letter}, ${of.unit}`,
  longest: 'waited longest for',
  replication: (of: { seed: string; replication: number }): string => `seed ${of.seed}, rep ${of.replication}`,
  coming: 'One replication is run once more and written down; this takes a moment.',
  failed: (why: string): string => `It could not be written down: ${why}`,
  nobody: 'Nobody.',
  cut: 'The recording is cut: what comes late in the run is not in it.',
  beyond: (hours: string): string => `beyond ${hours} h`,
  losing: 'those who lose',
  station: (station: string): string => `in line: ${station}`,
  arriving: 'arriving',
  weekday: (day: number): string => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][day] ?? '',
  hour: (of: { weekday: string; hour: string }): string => `${of.weekday} ${of.hour}:00`,
};

const zh: typeof en = {
  slowestTitle: ({ by, replication, n }) => `第 ${replication} 次重复中最慢的货物，按${by}（${n}票）`,
  title: ({ by, replication, n }) => `第 ${replication} 次重复中的货物，按${by}（${n}票）`,
  losingTitle: ({ by, replication, n }) => `第 ${replication} 次重复中受损的货物，按${by}（${n}票）`,
  changeOf: (indicator) => `${indicator}变化`,
  sorts: { waiting: '最长等待', fees: '费用' },
  fees: (currency) => `费用，${currency}`,
  chosen: ({ consignment, attributes, longest }) =>
    `${[consignment, attributes].filter((each) => each !== '').join('，')}，等待最久：${longest}。`,
  who: '对象',
  consignment: '编号',
  inBase: ({ letter, unit }) => `在 ${letter} 中，${unit}`,
  longest: '等待最久的事项',
  replication: ({ seed, replication }) => `种子 ${seed}，第 ${replication} 次`,
  coming: '正在重跑一次并记录；稍候即来。',
  failed: (why) => `无法记录：${why}`,
  nobody: '没有货物。',
  cut: '记录被截断：运行后期的事件不在其中。',
  beyond: (hours) => `超过 ${hours} h`,
  losing: '受损者',
  station: (station) => `排队：${station}`,
  arriving: '到达',
  weekday: (day) => ['周一', '周二', '周三', '周四', '周五', '周六', '周日'][day] ?? '',
  hour: ({ weekday, hour }) => `${weekday} ${hour}:00`,
};

/** What the list of the slowest says. */
export function slowestWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
