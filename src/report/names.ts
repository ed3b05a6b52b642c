import type { Label } from '../base/index.ts';
import { happenings, indicatorLabels, lanes, milestones, stages, words } from '../customs/index.ts';
import { visible } from './visible.ts';

/** Languages that clearsim speaks. */
export type Language = 'en' | 'zh';

/** `release time`: an indicator in full. */
export function indicatorName(name: string, language: Language): string {
  return labelIn(indicatorLabels, name)?.[language] ?? wordsIn(name);
}

/** `release`, `preparing`: an indicator or a stage as the head of a narrow column. */
export function headName(name: string, language: Language): string {
  const stage = stages.find((each) => each.name === name);
  return (labelIn(heads, name) ?? stage?.label)?.[language] ?? indicatorName(name, language);
}

/** `inspection bays`: an attribute, level, activity, resource, fee or term. */
export function thingName(name: string, language: Language): string {
  return labelIn(words, name)?.[language] ?? wordsIn(name);
}

/** `perishable`, `taxable: true`: a level of an attribute; those of flags need the attribute to be understood. */
export function levelName(attribute: string, level: string, language: Language): string {
  return level === 'true' || level === 'false'
    ? `${thingName(attribute, language)}: ${level}`
    : thingName(level, language);
}

/** `arrived`, `goods may leave`: where an indicator begins or ends; alternatives come joined by `|` (first reached) or `&` (last reached). */
export function anchorName(anchor: string, language: Language): string {
  const known = labelIn(anchors, anchor) ?? labelIn(milestones, anchor);
  if (known !== undefined) return known[language];
  for (const [sign, joint] of Object.entries(together)) {
    const parts = anchor.split(sign);
    if (parts.length > 1)
      return `${joint[language]}${parts.map((part) => anchorName(part, language)).join(language === 'en' ? ', ' : '、')}`;
  }
  return wordsIn(anchor);
}

/** `goods destroyed`: how a consignment ended. */
export function endingName(name: string, language: Language): string {
  return labelIn(milestones, name)?.[language] ?? wordsIn(name);
}

/** `the ship arrives`, `review begins`, `released`: what comes to a consignment or is reached, by its name in rules and walks. */
export function happeningName(name: string, language: Language): string {
  const known = labelIn(happenings, name) ?? labelIn(milestones, name);
  if (known !== undefined) return known[language];
  const [kind = '', thing] = name.split(':');
  const phrase = labelIn(phrases, kind);
  return thing === undefined || phrase === undefined
    ? wordsIn(name)
    : phrase[language].replace('*', thingName(thing, language));
}

/** `payment`, `the ship`: what somebody waits for until this comes. */
export function awaitedName(name: string, language: Language): string {
  const [, thing] = name.split(':');
  return thing === undefined ? (labelIn(awaited, name)?.[language] ?? wordsIn(name)) : thingName(thing, language);
}

/** `declaration`: a lane of a procedure. */
export function laneName(name: string, language: Language): string {
  return labelIn(lanes, name)?.[language] ?? wordsIn(name);
}

/** What a flow calls something of its own; a name in words where it only repeats the name. */
export function ownName(label: Label, language: Language): string {
  return wordsIn(label[language]);
}

/** `inspectionBays` as `inspection bays`; a name that is not camel case stays as it is. */
function wordsIn(name: string): string {
  return visible(name).replaceAll(/(?<=[a-z0-9])[A-Z](?![A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A label by name; names come from users, so `constructor` must find none. */
function labelIn(labels: Readonly<Record<string, Label>>, name: string): Label | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}

const heads: Readonly<Record<string, Label>> = {
  releaseTime: { en: 'release', zh: '通关时间' },
  formalReleaseTime: { en: 'formal release', zh: '放行时间' },
  customsTime: { en: 'customs time', zh: '海关作业' },
  dwellTime: { en: 'removal', zh: '提离时间' },
  clearanceTime: { en: 'clearance', zh: '全流程' },
  preparation: { en: 'preparing', zh: '申报准备' },
  customs: { en: 'customs', zh: '海关作业' },
};

/** `*` stands for the activity or delay. */
const phrases: Readonly<Record<string, Label>> = {
  due: { en: '* over', zh: '*完成' },
  start: { en: '* begins', zh: '*开始' },
  end: { en: '* ends', zh: '*结束' },
  granted: { en: '* granted', zh: '*就绪' },
};

const awaited: Readonly<Record<string, Label>> = {
  ARRIVED: { en: 'the ship', zh: '到港' },
};

const anchors: Readonly<Record<string, Label>> = {
  arrived: { en: 'arrival', zh: '到达' },
  lodged: { en: 'lodgement', zh: '申报' },
  accepted: { en: 'acceptance', zh: '接受申报' },
  'pickupPermitted|released': { en: 'goods may leave', zh: '可提离' },
  released: { en: 'release', zh: '放行' },
  removed: { en: 'removal', zh: '提离' },
};

const together: Readonly<Record<string, Label>> = {
  '&': { en: 'last of ', zh: '最后到达：' },
  '|': { en: 'first of ', zh: '最先到达：' },
};
