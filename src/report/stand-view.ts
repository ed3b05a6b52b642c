import type { SimTime } from '../base/index.ts';
import { beginnings } from '../customs/index.ts';
import { outlineOf, statesOfLanes, type OutlineState } from '../flows/index.ts';
import type { Charge, Coming, DeadlineAhead, Lane, Stand, StateStanding, WalkStep } from '../learn/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { attributeText } from './attribute-text.ts';
import { citationText } from './citation-text.ts';
import { clockText, lengthText } from './clock-text.ts';
import {
  anchorName,
  awaitedName,
  endingName,
  happeningName,
  laneName,
  ownName,
  thingName,
  type Language,
} from './names.ts';
import { money } from './numbers.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** How a consignment stands, in words. */
export interface StandView {
  /** `Mon 6 Mar 14:00` */
  readonly clock: string;
  readonly hasEnded: boolean;
  readonly lanes: readonly LaneView[];
  readonly coming: readonly ComingView[];
  readonly deadlines: readonly DeadlineView[];
  /** What it has been charged so far, by fee. */
  readonly costs: readonly string[];
  readonly happened: readonly HappenedView[];
  /** Citations for where it stands, each once: of which state, deadline or term. */
  readonly laws: readonly { readonly about: string; readonly law: string }[];
}

/** A lane. */
export interface LaneView {
  readonly name: string;
  readonly states: readonly StateView[];
  /** `waits: the ship, 2 d`; empty where it waits for nothing. */
  readonly waitsFor: string;
}

/** A state of a lane. */
export interface StateView {
  readonly label: string;
  readonly depth: number;
  readonly standing: StateStanding;
  /** Whether the consignment stands in it and in no state inside it. */
  readonly isHere: boolean;
}

/** Something that can come. */
export interface ComingView {
  /** `electronic check done: fault found in the declaration` */
  readonly what: string;
  /** States that it enters; empty: none. */
  readonly leads: string;
  /** `Wed 8 Mar 08:00, in 2 d` */
  readonly when: string;
  /** From the earliest to the latest instant. */
  readonly range: string;
  readonly isDeadline: boolean;
}

/** A deadline or term. */
export interface DeadlineView {
  readonly what: string;
  /** `Thu 23 Mar 00:00`; what it counts from while that is not known. */
  readonly when: string;
  /** `13 d 6 h`; empty where it is not known or over. */
  readonly left: string;
  readonly law: string;
}

/** A step that was made. */
export interface HappenedView {
  readonly when: string;
  readonly what: string;
  /** Milestones reached and fees charged; of the entry, what the consignment is. */
  readonly then: string;
}

/** A stand in words. */
export function standView(stand: Stand, scenario: Scenario, words: Words): StandView {
  const { language } = words;
  const names = new Map(statesOfLanes(outlineOf(scenario.flow).lanes).map((state) => [state.path, state]));
  const nameOf = (path: string): string => {
    const state = names.get(path);
    return visible(state === undefined ? path : ownName(state.label, language));
  };
  const clock = (at: SimTime): string => clockText(at, scenario, language);
  const texts: Texts = { words, nameOf, clock, now: stand.now, isSingle: stand.lanes.length === 1, scenario };
  const deadlines = stand.deadlines.map((each) => deadlineView(each, texts));
  return {
    clock: clock(stand.now),
    hasEnded: stand.hasEnded,
    lanes: stand.lanes.map((lane) => laneView(lane, texts)),
    coming: stand.coming.map((each) => comingView(each, texts)),
    deadlines,
    costs: stand.charged.map((charge) => chargeText(charge, language)),
    happened: stand.steps.map((step, at) => {
      const view = happenedView(step, texts);
      return at === 0
        ? {
            ...view,
            then: [...whatItIs(stand, scenario, language), view.then]
              .filter((text) => text !== '')
              .join(words.punctuation.list),
          }
        : view;
    }),
    laws: lawsOf(stand, deadlines, { names, nameOf, language }),
  };
}

interface Texts {
  readonly words: Words;
  readonly nameOf: (path: string) => string;
  readonly clock: (at: SimTime) => string;
  readonly now: SimTime;
  /** Whether the flow has no regions. */
  readonly isSingle: boolean;
  readonly scenario: Scenario;
}

/** `electronic check done: fault found in the declaration` */
function comesText(
  { comes, chances }: Pick<Coming, 'comes' | 'chances'>,
  { language, punctuation, stand }: Words,
): string {
  const what = comes === '' ? stand.enters : visible(happeningName(comes, language));
  return chances.length === 0
    ? what
    : `${what}${punctuation.colon}${chances.map((each) => visible(thingName(each, language))).join(punctuation.list)}`;
}

function laneView({ name, states, waitsFor }: Lane, { words, nameOf, now, isSingle }: Texts): LaneView {
  const { language, stand } = words;
  const waits = waitsFor.map((each) => {
    if ('lane' in each) return visible(laneName(each.lane, language));
    const what = visible(awaitedName(each.comes, language));
    return each.expected <= now ? what : stand.within(what, lengthText(each.expected - now, language));
  });
  return {
    // A flow without regions is one lane that is named as the flow.
    name: isSingle ? stand.procedure : visible(laneName(name, language)),
    states: states.map(({ path, depth, standing }) => ({
      label: nameOf(path),
      depth,
      standing,
      isHere:
        standing === 'active' &&
        !states.some((other) => other.standing === 'active' && other.path.startsWith(`${path}.`)),
    })),
    waitsFor: waits.length === 0 ? '' : stand.waitsFor(waits),
  };
}

function comingView(coming: Coming, { words, nameOf, clock, now }: Texts): ComingView {
  const { language, stand } = words;
  const { enters, earliest, expected, latest, isDeadline } = coming;
  return {
    what: comesText(coming, words),
    leads: enters.map(nameOf).join(words.punctuation.list),
    when:
      expected - now < 1 / 60
        ? stand.now(clock(expected))
        : stand.in(clock(expected), lengthText(expected - now, language)),
    range: stand.range(clock(earliest), latest === Infinity ? undefined : clock(latest)),
    isDeadline,
  };
}

function deadlineView({ name, at, runs, from, source }: DeadlineAhead, { words, clock, now }: Texts): DeadlineView {
  const { language, stand } = words;
  const when =
    at === undefined
      ? stand.countsFrom(from.map((each) => visible(anchorName(each, language))).join(words.punctuation.list))
      : runs
        ? clock(at)
        : stand.expected(clock(at));
  return {
    what: visible(thingName(name, language)),
    when,
    left: at === undefined || at <= now ? '' : lengthText(at - now, language),
    law: citationText(source, language),
  };
}

function happenedView(step: WalkStep, { words, clock, scenario }: Texts): HappenedView {
  const { language } = words;
  const what = comesText(step, words);
  return {
    when: clock(step.at),
    what,
    then: [
      // What came often says already what was reached.
      ...step.milestones
        .filter((each) => !isToldByItself(each, scenario))
        .map((each) => visible(endingName(each, language)))
        .filter((reached) => reached !== what),
      ...step.charged.map((charge) => chargeText(charge, language)),
    ].join(words.punctuation.list),
  };
}

/** What was drawn of a consignment when it entered, in words. */
function whatItIs({ attributes }: Stand, scenario: Scenario, language: Language): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const kind = scenario.attributes[name]?.kind;
    return kind === 'levels' || kind === 'flag' || kind === 'number'
      ? attributeText(scenario, { name, value, language })
      : [];
  });
}

/** Whether the beginning of an activity, which comes by itself, says what the milestone says, and says when. */
function isToldByItself(milestone: string, { activities }: Scenario): boolean {
  const activity = beginnings[milestone];
  return activity !== undefined && Object.hasOwn(activities, activity);
}

function chargeText({ fee, currency, amount }: Charge, language: Language): string {
  return `${visible(thingName(fee, language))} ${money(amount, currency)}`;
}

/** What the law says of the states that it is in, inner ones first, and of the deadlines ahead. */
function lawsOf(
  { lanes }: Stand,
  deadlines: readonly DeadlineView[],
  {
    names,
    nameOf,
    language,
  }: { readonly names: ReadonlyMap<string, OutlineState> } & Pick<Texts, 'nameOf'> & Pick<Words, 'language'>,
): StandView['laws'] {
  const active = lanes.flatMap(({ states }) => states.filter(({ standing }) => standing === 'active'));
  return [
    ...active
      .toReversed()
      .map(({ path }) => ({ about: nameOf(path), law: citationText(names.get(path)?.law ?? '', language) })),
    ...deadlines.map(({ what, law }) => ({ about: what, law })),
  ].filter(({ law }, at, all) => law !== '' && all.findIndex((each) => each.law === law) === at);
}
