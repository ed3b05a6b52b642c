import type { Language } from '../../report/index.ts';

const en = {
  number: 'no.',
  title: 'lesson',
  done: 'done',
  doneOf: (done: number, all: number): string => `${done} of ${all} done`,
  afterwards: 'Afterwards: ',
  law: 'the law here',
  question: 'question',
  lesson: 'lesson',
  stepOf: (step: number, steps: number): string => `step ${step} of ${steps}`,
  clock: 'clock',
  deadline: 'deadline',
  cost: 'cost',
  free: 'nothing so far',
  freeToTheEnd: 'nothing',
  happened: 'what happened',
  futures: 'all ends',
  reached: 'reached',
  since: 'since entry',
  choose: (letters: readonly string[]): string =>
    `Choose ${oneOf(letters, ', ', ' or ')}; u takes it back, so that all ends can be seen.`,
  takeBack: 'u takes the choice back',
  compareEnds: 'Tab shows all ends',
  goOn: 'Space goes on',
  ask: 'o asks the question',
  /** What can be done next. */
  canDo: (all: readonly string[]): string => `${all.join('; ')}.`,
  yourAnswer: (unit: string): string => `your answer in ${unit}:`,
  answer: 'your answer',
  none: 'not yet given; r',
  computing: 'The simulator computes the answer.',
  noNumber: (found: string, unit: string): string => `found ${found}, expected a number of ${unit}; r answers again`,
  right: 'right',
  notYet: 'not yet; r answers again, v shows the answer',
  hint: 'Hint: ',
  computes: (value: string): string => `the simulator computes ${value}`,
  why: 'Why: ',
  tryIt: 'Try: ',
  openExperiment: 'open the experiment',
  notOpened: (why: string): string => `This lesson cannot be opened: ${why}`,
};

const zh: typeof en = {
  number: '课',
  title: '课程',
  done: '已完成',
  doneOf: (done, all) => `已完成 ${done}/${all}`,
  afterwards: '学完之后：',
  law: '依据',
  question: '题目',
  lesson: '课程',
  stepOf: (step, steps) => `第 ${step} 步，共 ${steps} 步`,
  clock: '时间',
  deadline: '期限',
  cost: '费用',
  free: '尚无',
  freeToTheEnd: '无',
  happened: '经过',
  futures: '各种结局',
  reached: '达到',
  since: '进入后',
  choose: (letters) => `选 ${oneOf(letters, '、', ' 或 ')}；按 u 可退回，比较不同结果。`,
  takeBack: '按 u 退回选择',
  compareEnds: '按 Tab 对照各种结局',
  goOn: '按空格前进',
  ask: '按 o 看题目',
  canDo: (all) => `${all.join('，')}。`,
  yourAnswer: (unit) => `你的答案（${unit}）：`,
  answer: '你的答案',
  none: '尚未作答；按 r',
  computing: '模拟器正在计算答案。',
  noNumber: (found, unit) => `现为${found}，应为数字（${unit}）；按 r 再答`,
  right: '正确',
  notYet: '还不对；按 r 再答，按 v 显示答案',
  hint: '提示：',
  computes: (value) => `模拟器算得 ${value}`,
  why: '原因：',
  tryIt: '试一试：',
  openExperiment: '打开实验',
  notOpened: (why) => `无法打开此课：${why}`,
};

/** `a`, `a or b`, `a, b or c`. */
function oneOf(letters: readonly string[], list: string, or: string): string {
  return [letters.slice(0, -1).join(list), ...letters.slice(-1)].filter((each) => each !== '').join(or);
}

/** What the list of lessons, a lesson and its question say. */
export function learnWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
