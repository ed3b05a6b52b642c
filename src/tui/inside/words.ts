import type { Language } from '../../report/index.ts';

const en = {
  station: 'station',
  count: 'n',
  busy: 'busy',
  whenOpen: 'open',
  in: (letter: string): string => `in ${letter}`,
  to: (letter: string): string => `to ${letter}`,
  queue: 'queue',
  mean: 'mean',
  most: 'most',
  wait: (unit: string): string => `wait ${unit} [95 %]`,
  line: 'over the week',
  lineSoFar: (done: number, most: number): string => `week, ${done} of ${most}`,
  days: ['M', 'T', 'W', 'T', 'F', 'S', 'S'] as readonly string[],
  waits: (of: { station: string; by: string; unit: string }): string => `${of.station}: wait by ${of.by}, ${of.unit}`,
  priority: 'priority',
  noClasses: 'Waits by class come with the first week that is replayed.',
  deadlines: 'deadlines missed',
  late: '% [95 %]',
  fees: 'fees',
  perConsignment: 'each',
  stages: 'time by stage',
  oneMore: (of: { station: string; wait: string; what: string; figure: string }): string =>
    `One more of ${of.station} saves ${of.wait} of the wait for them, ${of.figure} of ${of.what}.`,
  pairs: (done: number, most: number): string =>
    done < most ? `Measured by ${done} of ${most} pairs of runs so far.` : `Measured by ${done} pairs of runs.`,
  oneMoreComing: (station: string): string =>
    `What one more of ${station} would save is being measured by pairs of runs.`,
  nobodyWaits: (station: string): string => `Nobody asks for ${station}.`,
  overload: (station: string): string =>
    `${station} cannot keep up: the line grows without end, means describe this horizon only.`,
  nearOverload: (station: string): string =>
    `${station} are busy nearly always: small changes make great differences to the wait.`,
};

const zh: typeof en = {
  station: '作业处',
  count: '数',
  busy: '忙碌',
  whenOpen: '开放',
  in: (letter) => `${letter} 中`,
  to: (letter) => `比 ${letter}`,
  queue: '队长',
  mean: '均值',
  most: '最长',
  wait: (unit) => `等待 ${unit} [95 %]`,
  line: '一周队长',
  lineSoFar: (done, most) => `一周 ${done}/${most}`,
  days: ['一', '二', '三', '四', '五', '六', '日'],
  waits: ({ station, by, unit }) => `${station}：等待 ${unit}，按${by}`,
  priority: '优先级',
  noClasses: '首个重放的一周到来后，即有分类等待。',
  deadlines: '逾期',
  late: '% [95 %]',
  fees: '费用',
  perConsignment: '每票',
  stages: '分环节时间',
  oneMore: ({ station, wait, what, figure }) => `${station}增加一个：等待缩短 ${wait}，${what}缩短 ${figure}。`,
  pairs: (done, most) =>
    done < most ? `目前由 ${done}/${most} 对同运气的运行测得。` : `由 ${done} 对同运气的运行测得。`,
  oneMoreComing: (station) => `正在用成对运行测量${station}增加一个的效果。`,
  nobodyWaits: (station) => `无人需要${station}。`,
  overload: (station) => `${station}能力不足：队列持续增长，均值只代表本次时段。`,
  nearOverload: (station) => `${station}几乎始终忙碌：微小变化会显著影响等待。`,
};

/** What only the view into a scenario says. */
export function insideWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
