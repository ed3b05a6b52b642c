import type { Language } from '../../report/index.ts';

const en = {
  ofRules: (rules: number, hold: number): string => `${rules} ${rules === 1 ? 'rule' : 'rules'}: ${hold} hold`,
  byProof: 'proof',
  inRuns: 'runs, broken',
  sentence: 'sentence',
  law: 'law',
  proving: 'The rules of this flow are being proved.',
  notProved: (why: string): string => `The rules could not be proved: ${why}.`,
  ofFile: (file: string): string => `Rules of ${file}`,
  none: 'This flow has no rules yet. clearsim FILE --rules RULES asks your own.',
  selections: { all: 'all', broken: 'broken', never: 'never triggered, not possible' },
  someOf: (shown: string, some: number, all: number): string => `${shown}: ${some} of ${all} rules`,
  only: (shown: string, next: string): string => `Shown: ${shown}. v goes on to: ${next}.`,
  noSuch: (shown: string): string => `Shown: ${shown}. There are none; v shows others.`,
  sorts: { book: 'the order of the book', id: 'rule', verdict: 'verdict', severity: 'severity' },
  sortedBy: (what: string): string => `Sorted by ${what}. S turns the order.`,
  complete: (of: { states: string; rules: string }): string =>
    `Proof complete: ${of.states} states x ${of.rules} ${of.rules === '1' ? 'rule' : 'rules'}.`,
  bounded: (depth: number): string => `Proof bounded: all histories of up to ${depth} steps were looked at.`,
  counterexample: (steps: number, timing: string): string =>
    `Shortest counterexample: ${steps} steps${timing === '' ? '' : `, ${timing}`}. Enter steps through it.`,
  witness: (steps: number, timing: string): string =>
    `Shortest history that shows it: ${steps} steps${timing === '' ? '' : `, ${timing}`}. Enter steps through it.`,
  never: 'Never triggered: it says nothing about this flow.',
  runs: 'It speaks of amounts, shares or lines, which only runs tell: clearsim check --by run.',
  open: 'Open: the exploration was cut, or the answer hangs on how long things last.',
};

const zh: typeof en = {
  ofRules: (rules, hold) => `${rules}条规则：${hold}条成立`,
  byProof: '证明',
  inRuns: '运行中违反',
  sentence: '内容',
  law: '依据',
  proving: '正在证明此流程的规则。',
  notProved: (why) => `无法证明规则：${why}。`,
  ofFile: (file) => `规则 ${file}`,
  none: '此流程尚无规则。可用 clearsim 文件 --rules 规则文件 检验自己的规则。',
  selections: { all: '全部', broken: '违反', never: '从未触发、不可能' },
  someOf: (shown, some, all) => `${shown}：${some}/${all}条规则`,
  only: (shown, next) => `现显示：${shown}。按 v 转为：${next}。`,
  noSuch: (shown) => `现显示：${shown}。没有这样的规则；按 v 显示其他。`,
  sorts: { book: '规则书次序', id: '规则', verdict: '证明结果', severity: '严重程度' },
  sortedBy: (what) => `按${what}排序。按 S 倒序。`,
  complete: ({ states, rules }) => `证明完整：${states}个状态 x ${rules}条规则。`,
  bounded: (depth) => `有界证明：已检查至多${depth}步的全部经过。`,
  counterexample: (steps, timing) => `最短反例：${steps}步${timing === '' ? '' : `，${timing}`}。按 Enter 逐步查看。`,
  witness: (steps, timing) => `最短例证：${steps}步${timing === '' ? '' : `，${timing}`}。按 Enter 逐步查看。`,
  never: '从未触发：对此流程没有约束。',
  runs: '涉及金额、比例或排队，只有运行才能说明：clearsim check --by run。',
  open: '未定：搜索被截断，或取决于时长。',
};

/** What only the view of rules says. */
export function rulesWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
