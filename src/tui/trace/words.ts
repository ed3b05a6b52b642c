import type { Language } from '../../report/index.ts';

const en = {
  counterexample: 'counterexample',
  witness: 'witness',
  eventOf: (event: number, all: number): string => `event ${event} of ${all}`,
  no: 'no',
  clock: 'not before',
  comes: 'what comes',
  theRule: 'the rule',
  standings: { never: 'idle', open: 'armed', kept: 'kept', broken: 'broken' },
  shown: 'shown',
  now: 'now',
  next: 'next',
  then: 'reached',
  noWalk: 'It cannot go this way with these delays and calendars: it cannot be led.',
  shortest: 'The shortest history.',
  timed: 'Times are the earliest, from the entry.',
  untimed: 'Possible in some order.',
  looking: 'Enter leads it.',
};

const zh: typeof en = {
  counterexample: '反例',
  witness: '例证',
  eventOf: (event, all) => `第 ${event} 步，共 ${all} 步`,
  no: '序号',
  clock: '最早',
  comes: '发生',
  theRule: '规则',
  standings: { never: '未触发', open: '待满足', kept: '遵守', broken: '违反' },
  shown: '已出现',
  now: '现在',
  next: '接着',
  then: '达到',
  noWalk: '在给定时长与工作时间下不可能如此经过：无法推演。',
  shortest: '最短的经过。',
  timed: '时间为自进入起的最早时刻。',
  untimed: '在某种次序下可能。',
  looking: '按 Enter 推演这票货物。',
};

/** What only the view of a story says. */
export function traceWords(language: Language): typeof en {
  return language === 'en' ? en : zh;
}
