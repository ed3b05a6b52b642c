import type { Language } from '../../report/index.ts';

const en = {
  step: 'step',
  stepOf: (made: number, all: number): string => (all > made ? `step ${made} of ${all}` : `step ${made}`),
  clock: 'clock',
  cost: 'cost',
  free: 'nothing so far',
  freeToTheEnd: 'nothing',
  deadline: 'deadline',
  deadlines: 'deadlines',
  comes: 'what can come',
  leads: 'leads to',
  when: 'expected',
  range: 'may come',
  happened: 'what happened',
  law: 'the law here',
  rules: 'rules about this',
  consignment: 'the consignment',
  ended: 'The flow has ended for this consignment.',
  stuck: 'Nothing leads on from here, though the flow has not ended.',
  lawOf: (about: string, law: string): string => `Law: ${law} (${about})`,
  leadsTo: (states: string): string => `Leads to: ${states}.`,
  staysPut: 'Changes no state.',
  comesAfter: 'comes after (30 min, 8 h, 3 d):',
  noLength: (found: string): string => `found ${found}, expected a length of time such as 30 min, 8 h or 3 d`,
  notThen: (from: string, to: string | undefined): string =>
    to === undefined
      ? `It comes after ${from} at the earliest.`
      : `It comes after ${from} to ${to}: something else must come then.`,
  value: (name: string, unit: string): string => `${name}${unit === '' ? '' : `, ${unit}`}:`,
  noNumber: (found: string): string => `found ${found}, expected a number`,
  yes: 'yes',
  no: 'no',
  chosenOnTheWay: 'chosen on the way',
  then: 'then',
  minute: 'minute',
  at: 'when',
  states: 'states',
};

const zh: typeof en = {
  step: '推演',
  stepOf: (made, all) => (all > made ? `第 ${made} 步，共 ${all} 步` : `第 ${made} 步`),
  clock: '时间',
  cost: '费用',
  free: '尚无',
  freeToTheEnd: '无',
  deadline: '期限',
  deadlines: '期限',
  comes: '接下来可能',
  leads: '进入',
  when: '预计',
  range: '可能时间',
  happened: '经过',
  law: '法条',
  rules: '相关规则',
  consignment: '本票货物',
  ended: '本票货物流程已结束。',
  stuck: '流程尚未结束，但已无后续。',
  lawOf: (about, law) => `依据：${law}（${about}）`,
  leadsTo: (states) => `进入：${states}。`,
  staysPut: '状态不变。',
  comesAfter: '多久后发生（30 min, 8 h, 3 d）：',
  noLength: (found) => `现为${found}，应为时长，如 30 min、8 h 或 3 d`,
  notThen: (from, to) =>
    to === undefined ? `最早在${from}后发生。` : `只能在${from}至${to}后发生：此后须有他事先发生。`,
  value: (name, unit) => `${name}${unit === '' ? '' : ` (${unit})`}:`,
  noNumber: (found) => `现为${found}，应为数字`,
  yes: '是',
  no: '否',
  chosenOnTheWay: '途中选择',
  then: '结果',
  minute: '分钟',
  at: '时间',
  states: '状态',
};

/** What only the stepping view says. */
export function stepWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
