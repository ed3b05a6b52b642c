import type { Language } from '../../report/index.ts';

const en = {
  titles: {
    waiting: (station: string): string => `${station}: waiting, by hour and weekday`,
    wait: (station: string): string => `${station}: wait h, by hour and weekday of coming`,
    busy: (station: string): string => `${station}: units at work, by hour and weekday`,
    arrivals: (): string => 'arrivals an hour, by hour and weekday',
    releases: (): string => 'leave granted an hour, by hour and weekday',
  },
  quantities: { waiting: 'waiting', wait: 'wait h', busy: 'at work', arrivals: 'arrive', releases: 'may leave' },
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as readonly string[],
  daysInFull: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as readonly string[],
  mean: 'mean',
  open: 'open',
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  andMore: (from: string): string => `${from} and more`,
  blankBelow: (to: string): string => `blank below ${to}`,
  longestLine: (most: string): string => `longest ${most}`,
  thoseWhoCame: (of: { station: string; wait: string; share: string }): string =>
    `those who came then waited ${of.wait} h for ${of.station}: ${of.share} of all`,
  nobodyCame: (station: string): string => `nobody came to ${station} then`,
  closedShare: (of: { station: string; share: string }): string =>
    `${of.share} of the waiting for ${of.station} lies in hours in which they never work.`,
  replayed: (done: number, most: number): string => `${done}/${most} replayed`,
  coming: 'The first replication is being replayed; its week comes in a moment.',
  failed: (why: string): string => `It could not be replayed: ${why}.`,
  lines: 'lines over the week',
  behind: (done: number, most: number): string =>
    done < most ? `${done} of ${most} replications so far` : `${done} ${done === 1 ? 'replication' : 'replications'}`,
  scarce: (least: string): string =>
    `Hardly used: no hour has ${least} observations, so that nothing can be told from chance, and nothing is drawn.`,
};

const zh: typeof en = {
  titles: {
    waiting: (station) => `${station}：等待票数，按星期与小时`,
    wait: (station) => `${station}：该小时到达者的等待时间 h`,
    busy: (station) => `${station}：在岗作业数量，按星期与小时`,
    arrivals: () => '每小时到港票数，按星期与小时',
    releases: () => '每小时起可提离的票数，按星期与小时',
  },
  quantities: { waiting: '等待', wait: '等待 h', busy: '作业中', arrivals: '到港', releases: '可提离' },
  days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  daysInFull: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  mean: '均值',
  open: '开放',
  fromTo: (from, to) => `${from} 至 ${to}`,
  andMore: (from) => `${from} 及以上`,
  blankBelow: (to) => `空白低于 ${to}`,
  longestLine: (most) => `最长 ${most}`,
  thoseWhoCame: ({ station, wait, share }) => `此时到${station}者平均等待 ${wait} h，占全部 ${share}`,
  nobodyCame: (station) => `此时无人到${station}`,
  closedShare: ({ station, share }) => `对${station}的等待有 ${share} 落在其从不工作的时段。`,
  replayed: (done, most) => `已重放 ${done}/${most}`,
  coming: '正在重放首次重复，周历稍候即来。',
  failed: (why) => `无法重放：${why}。`,
  lines: '各处一周内的队长',
  behind: (done, most) => (done < most ? `目前 ${done}/${most} 次重复` : `${done} 次重复`),
  scarce: (least) => `极少使用：没有任何小时达到 ${least} 次观测，无法与偶然区分，故不绘制。`,
};

/** What only the week says. */
export function weekWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
