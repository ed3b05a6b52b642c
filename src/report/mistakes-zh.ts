/**
 * What is wrong with a file or a value, in Chinese. Mistakes are told in English by whoever finds them; those that one meets who types values,
 * opens files or steps a consignment have Chinese here, `*` standing for what is named. Others stay as they are.
 */
export function mistakeZh(english: string): string {
  for (const { pattern, zh } of patterns) {
    const match = pattern.exec(english);
    if (match !== null) return zh.reduce((told, part, at) => told + (match[at] ?? '') + part);
  }
  return english;
}

/** By the English sentence. */
export const sentences: Readonly<Record<string, string>> = {
  // Shares, lengths of time, counts, money.
  'this is no share': '这不是比例',
  '"*" is no unit of a share': '“*”不是比例的单位',
  'a share without % lies between 0 and 1': '不带 % 的比例应在 0 与 1 之间',
  'a share is at most 100 %': '比例最多为 100 %',
  'a share is at least 0 %': '比例至少为 0 %',
  'a share from 0 % to 100 %, as in 12 % or 0.12': '0 % 至 100 % 的比例, 如 12 % 或 0.12',
  'the shares sum to *': '各比例之和为 *',
  'shares that sum to 100 %': '合计 100 % 的比例',
  'this is no duration': '这不是时长',
  'a duration needs a unit': '时长需要单位',
  'a unit s, min, h, d or weeks, as in 90 s, 12 min, 1.5 h, 3 d, 2 weeks':
    '单位 s, min, h, d 或 weeks, 如 90 s, 12 min, 1.5 h, 3 d, 2 weeks',
  'this duration is out of range': '时长超出范围',
  '0 to 100 years': '0 至 100 年',
  '"*" is no unit of time': '“*”不是时间单位',
  '"*" counts civil days, which only deadlines and terms can': '“*”按日历日计, 只有期限和时限可用',
  'a duration as in 4 h, a distribution as in lognormal(mean 4 h cv 0.7), or a mixture':
    '时长如 4 h, 分布如 lognormal(mean 4 h cv 0.7), 或混合分布',
  'this is no count': '这不是数量',
  'a whole number, poisson(40), geometric(mean 4) or a mixture': '整数, poisson(40), geometric(mean 4), 或混合分布',
  'a count has no unit "*"': '数量没有单位“*”',
  'a plain number': '不带单位的数字',
  'this count is out of range': '数量超出范围',
  'this is no amount': '这不是金额',
  'an amount needs a unit': '金额需要单位',
  'this amount is out of range': '金额超出范围',
  'this is no amount of money': '这不是金额',
  'a number and a currency in three capital letters, as in 20 CNY': '数字加三个大写字母的币种, 如 20 CNY',
  'an amount of money needs its currency': '金额需要币种',
  '"*" is no currency': '“*”不是币种',
  'a bare number could be a share or an amount': '单独的数字可能是比例, 也可能是金额',
  // Laws.
  'there is no distribution "*"': '没有分布“*”',
  '* lacks *': '* 缺少 *',
  '"*" is no parameter of *': '“*”不是 * 的参数',
  '* is a plain number, it has no unit "*"': '* 是不带单位的数字, 没有单位“*”',
  'this is always 0': '这永远为 0',
  'something above 0': '大于 0 的值',
  // Measures, resources, runs.
  'this is no state of a measure': '这不是措施的状态',
  'a measure is on or off': '措施只能开或关',
  'on, off or a share from 0 % to 100 %, as in 12 %': 'on (开), off (关), 或 0 % 至 100 % 的比例, 如 12 %',
  'this is no number of units': '这不是数量',
  'a whole number from 1': '从 1 起的整数',
  'there must be at least one unit': '至少要有一个',
  'these are too many units': '数量过多',
  'this is no priority': '这不是优先级',
  'a number; a bigger one goes first': '数字, 大者优先',
  'this is no warm-up': '这不是预热期',
  'auto or a duration as in 2 weeks': 'auto (自动), 或时长如 2 weeks',
  'a run lasts some time': '运行须有时长',
  'a duration above 0': '大于 0 的时长',
  'this is no seed': '这不是种子',
  'min is above max': '最少大于最多',
  'this number of replications is out of range': '重复次数超出范围',
  'a variant cannot change "*"': '方案不能改“*”',
  'the base says nothing at "*"': '基准中没有“*”',
  // Files and their parts.
  'this file cannot be read: *': '无法读取此文件: *',
  'this is no scenario': '这不是方案',
  'this is no name': '这不是名称',
  'this is no text': '这不是文字',
  'this is no flow': '这不是流程',
  'there is no flow "*"': '没有流程“*”',
  'there is no key "*" here': '此处没有“*”这一项',
  'a scenario has no key "*"': '方案没有“*”这一项',
  '* is missing': '缺少 *',
  'another variant has this name': '另一个方案已用此名称',
  'a name of its own': '不同的名称',
  'the guard "*" is not defined': '条件“*”没有定义',
  'the scenario has no attribute "*"': '方案没有属性“*”',
  'the scenario has no measure "*"': '方案没有措施“*”',
  'the scenario has no chance "*"': '方案没有概率“*”',
  'this number is too small': '数字过小',
  'this number is too big': '数字过大',
  'at least *': '至少 *',
  'at most *': '至多 *',
  'a text': '文字',
  'name: a few words': 'name: 几个字',
  'there is a file of this name': '已有同名文件',
  'standard input is the keyboard here': '标准输入在此是键盘',
  'no rules ship for "*"': '“*”没有自带的规则',
  // A consignment that is stepped.
  'no such consignment has this * here': '此处这样的货物没有此 *',
  'no such consignment has * * here': '此处这样的货物不可能 *: *',
  'this consignment may not use "*"': '这票货物不能适用“*”',
  '"*" is written by the flow': '“*”由流程写入',
  '"*" follows from "*"': '“*”由“*”得出',
};

const patterns = Object.entries(sentences).map(([english, zh]) => ({
  pattern: new RegExp(`^${english.split('*').map(escaped).join('(.+?)')}$`, 'u'),
  zh: zh.split('*'),
}));

function escaped(text: string): string {
  return text.replaceAll(/[.()+?]/gu, String.raw`\$&`);
}
