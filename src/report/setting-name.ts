import { thingName, type Language } from './names.ts';
import { visible } from './visible.ts';

/** A part of a setting's path, `resources` or `inspectors.count`: in English as the file says, in Chinese in words. */
export function settingName(path: readonly string[], language: Language): string {
  return language === 'en' ? visible(path.join('.')) : path.map((part) => wordOf(part)).join(' · ');
}

/** A value as the file says; in Chinese, where it is one word, that word. */
export function settingValue(value: string, language: Language): string {
  return language === 'en' || !/^[a-z]\w*$/iu.test(value) ? visible(value) : wordOf(value);
}

function wordOf(name: string): string {
  return Object.hasOwn(notation, name) ? (notation[name] ?? name) : thingName(name, 'zh');
}

/** Chinese for the notation of scenarios: sections, keys, and values that are words. */
const notation: Readonly<Record<string, string>> = {
  measures: '便利化措施',
  resources: '资源',
  arrivals: '到达',
  chances: '概率',
  delays: '时长',
  activities: '作业',
  attributes: '货物属性',
  fees: '费用',
  run: '运行',
  count: '数量',
  calendar: '工作时间',
  atShiftEnd: '下班时',
  queue: '排队',
  vessels: '船舶',
  every: '间隔',
  carry: '载货票数',
  voyage: '航程',
  preparationStarts: '开始备单',
  share: '比例',
  drawn: '抽取',
  by: '按',
  otherwise: '其他',
  is: '取值',
  needs: '需要',
  takes: '用时',
  holds: '占用',
  priority: '优先级',
  true: '是',
  false: '否',
  on: '开',
  off: '关',
  after: '之后',
  perDay: '每日',
  horizon: '时段',
  warmUp: '预热期',
  stopAfter: '停止于',
  seed: '种子',
  replications: '重复次数',
  min: '最少',
  max: '最多',
  precision: '精度',
  of: '指标',
  arrival: '到港',
  departure: '启运',
  finish: '做完',
  eachVisit: '每次',
  auto: '自动',
  fifo: '先到先办',
  statutory: '法定',
};
