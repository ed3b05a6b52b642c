import type { Label } from '../base/index.ts';
import { thingName, type Language } from './names.ts';
import { visible } from './visible.ts';

/** `resources`: a section of a scenario, in words. */
export function sectionName(section: string, language: Language): string {
  return labelIn(sections, section)?.[language] ?? visible(section);
}

/**
 * `resources.inspectors.count` as `inspection teams · number`: a setting by its dotted path, its section left out. What the file names is
 * called as everywhere, and only what stands in the place of a key is told as one: a resource may be called `count`. `called`: what the
 * flow calls the entry; none: what it is named.
 */
export function settingName(path: string, language: Language, called?: Label): string {
  const [section = '', ...steps] = path.split('.');
  return steps
    .map((step, at) => {
      const label = keyAt(section, steps, at) ?? (at === 0 ? called : undefined);
      return label === undefined ? thingName(step, language) : visible(label[language]);
    })
    .join(' · ');
}

/** A value as the file says it; one that is a word of the notation, or a name, in words. `path` is that of its setting. */
export function settingValue(value: string, path: string, language: Language): string {
  const [section = '', ...steps] = path.split('.');
  const last = steps.at(-1) ?? '';
  if (naming.includes(last)) return thingName(value, language);
  const word = labelIn(labelIn(valueWords, last) ?? labelIn(valueWords, section) ?? {}, value);
  return word?.[language] ?? visible(value);
}

/** The key that a step is; undefined: it is a name. */
function keyAt(section: string, steps: readonly string[], at: number): Label | undefined {
  const step = steps[at] ?? '';
  if (section === 'arrivals') return labelIn(arrivals, step);
  if (at === 0) return undefined;
  return (at === 1 ? labelIn(labelIn(entries, section) ?? {}, step) : undefined) ?? labelIn(choices, step);
}

/** Names come from users, so `constructor` must find nothing. */
function labelIn<Value>(labels: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}

const sections: Readonly<Record<string, Label>> = {
  measures: { en: 'measures', zh: '便利化措施' },
  resources: { en: 'resources', zh: '资源' },
  arrivals: { en: 'arrivals', zh: '到达' },
  chances: { en: 'chances', zh: '概率' },
  delays: { en: 'delays', zh: '时长' },
  activities: { en: 'activities', zh: '作业' },
  attributes: { en: 'attributes', zh: '货物属性' },
  fees: { en: 'fees', zh: '费用' },
};

/** Keys of arrivals, which have no names. */
const arrivals: Readonly<Record<string, Label>> = {
  consignments: { en: 'consignments', zh: '货物' },
  vessels: { en: 'ships', zh: '船舶' },
  every: { en: 'one every', zh: '间隔' },
  carry: { en: 'consignments each', zh: '载货票数' },
  voyage: { en: 'voyage', zh: '航程' },
  preparationStarts: { en: 'papers begin at', zh: '开始备单' },
};

const share: Label = { en: 'share', zh: '比例' };

/** Keys of an entry, by section. */
const entries: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  resources: {
    count: { en: 'number', zh: '数量' },
    calendar: { en: 'hours', zh: '工作时间' },
    queue: { en: 'line', zh: '排队' },
    atShiftEnd: { en: 'at the end of a shift', zh: '下班时' },
  },
  chances: { share, drawn: { en: 'drawn', zh: '抽取' } },
  activities: {
    needs: { en: 'needs', zh: '需要' },
    takes: { en: 'takes', zh: '用时' },
    holds: { en: 'is held', zh: '占用' },
    priority: { en: 'priority', zh: '优先级' },
  },
  attributes: { share, initial: { en: 'at first', zh: '初值' } },
  fees: { perDay: { en: 'a day', zh: '每日' }, after: { en: 'after', zh: '之后' } },
};

/** Keys of a choice between values. */
const choices: Readonly<Record<string, Label>> = {
  by: { en: 'by', zh: '按' },
  otherwise: { en: 'others', zh: '其他' },
  is: { en: 'is', zh: '取值' },
  true: { en: 'yes', zh: '是' },
  false: { en: 'no', zh: '否' },
};

/** Keys whose values are names. */
const naming: readonly string[] = ['needs', 'calendar', 'by'];

const flag: Readonly<Record<string, Label>> = { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } };

/** Words that a value may be, by its key or else its section. */
const valueWords: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  measures: { on: { en: 'on', zh: '开' }, off: { en: 'off', zh: '关' } },
  fees: { statutory: { en: 'statutory', zh: '法定' } },
  queue: { fifo: { en: 'in order of coming', zh: '先到先办' }, priority: { en: 'by priority', zh: '按优先级' } },
  atShiftEnd: { finish: { en: 'finish', zh: '做完' } },
  drawn: { once: { en: 'once', zh: '一次' }, eachVisit: { en: 'each time', zh: '每次' } },
  preparationStarts: { departure: { en: 'departure', zh: '启运' }, arrival: { en: 'arrival', zh: '到港' } },
  holds: flag,
  initial: flag,
};
