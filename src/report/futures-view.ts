import { minutesPerDay, minutesPerHour, type Minutes, type SimTime } from '../base/index.ts';
import { beginnings, stages } from '../customs/index.ts';
import { outlineOf, statesOfLanes, type OutlineState } from '../flows/index.ts';
import { letters, type Charge, type Stand, type WalkStep } from '../learn/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { clockText, lengthText } from './clock-text.ts';
import type { LaneCourse, CourseSpan } from './lane-course.ts';
import { endingName, laneName, ownName } from './names.ts';
import { missing, money } from './numbers.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** What each choice of a lesson's step leads to, one beside the other. Instants in minutes since the consignment entered. */
export interface FuturesView {
  /** End of the axis, which begins with the entry. */
  readonly to: SimTime;
  readonly ticks: readonly { readonly at: SimTime; readonly label: string }[];
  /** One for each choice, in their order. */
  readonly futures: readonly FutureView[];
  /** Milestones that some of them reach after the choice, in their order. */
  readonly reached: readonly ReachedView[];
  /** What each has cost in all; empty: nothing. */
  readonly costs: readonly string[];
}

/** One of them. */
export interface FutureView {
  readonly letter: string;
  readonly label: string;
  /** Whether its flow has ended. */
  readonly hasEnded: boolean;
  /** From the entry to the end of what is told. */
  readonly lanes: readonly LaneCourse[];
}

/** A milestone in all futures. */
export interface ReachedView {
  readonly what: string;
  /** Whether it is reached by all at one instant. */
  readonly isSame: boolean;
  /** `Thu 15 Jul 08:00`, and how much later (`+1 h`) or earlier than by the first choice; a future that never comes there has a dash. */
  readonly when: readonly { readonly clock: string; readonly later: string }[];
}

/** What each of the choices leads to: `stands` are those after them, which have the first `before` steps in common. */
export function futuresView(
  stands: readonly Stand[],
  {
    labels,
    before,
    scenario,
  }: { readonly labels: readonly string[]; readonly before: number; readonly scenario: Scenario },
  words: Words,
): FuturesView {
  const { language } = words;
  const outline = outlineOf(scenario.flow);
  const isSingle = outline.lanes.length === 1;
  const to = Math.max(1, ...stands.map(({ now }) => now));
  return {
    to,
    ticks: ticksTo(to).map((at) => ({ at, label: lengthText(at, language) })),
    futures: stands.map(({ steps, now, hasEnded }, at) => ({
      letter: letters[at] ?? '',
      label: labels[at] ?? '',
      hasEnded,
      lanes: outline.lanes.map((lane) => ({
        label: isSingle ? '' : visible(laneName(lane.name, language)),
        ...laneOf(statesOfLanes([lane]), { steps, now, language }),
      })),
    })),
    reached: reachedIn(
      stands.map(({ steps }) => steps.slice(before)),
      { scenario, language },
    ),
    costs: stands.map(({ charged }) => totalText(charged)),
  };
}

/** `CNY 2,530`: all fees together, by currency. */
function totalText(charged: readonly Charge[]): string {
  const sums = new Map<string, number>();
  for (const { currency, amount } of charged) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, sum]) => money(sum, currency)).join(', ');
}

/** Instants for an axis: whole hours or days, a dozen at most. */
function ticksTo(to: SimTime): readonly SimTime[] {
  const steps: readonly Minutes[] = [
    ...[1, 2, 3, 6, 12].map((hours) => hours * minutesPerHour),
    ...[1, 2, 7, 14, 28].map((days) => days * minutesPerDay),
  ];
  const step = steps.find((each) => to / each < 12) ?? 91 * minutesPerDay;
  return Array.from({ length: Math.floor(to / step) }, (_, at) => (at + 1) * step);
}

function laneOf(
  states: readonly OutlineState[],
  { steps, now, language }: Pick<Stand, 'steps' | 'now'> & Pick<Words, 'language'>,
): Pick<LaneCourse, 'spans' | 'marks'> {
  const byPath = new Map(states.map((state) => [state.path, state]));
  const stays = steps.flatMap(({ at, states: here }) => {
    const state = here.map((path) => byPath.get(path)).find((each) => each !== undefined);
    return state === undefined ? [] : [{ at, state }];
  });
  const entered = stays.filter(({ state }, at) => stays[at - 1]?.state !== state);
  const label = (state: OutlineState): string => visible(ownName(state.label, language));
  const last = entered.at(-1);
  return {
    spans: entered
      .map(({ at, state }, index): CourseSpan => {
        const stage = stages.findIndex(({ name }) => name === state.stage);
        return {
          from: at,
          to: entered[index + 1]?.at ?? (state.isFinal ? at : now),
          label: label(state),
          isWait: !state.transitions.some(({ waitsFor }) => waitsFor.kind === 'delay' || waitsFor.kind === 'activity'),
          stage: stage < 0 ? undefined : stage,
        };
      })
      .filter((span) => span.to > span.from),
    marks: last?.state.isFinal === true ? [{ at: last.at, label: label(last.state) }] : [],
  };
}

function reachedIn(
  futures: readonly (readonly WalkStep[])[],
  { scenario, language }: { readonly scenario: Scenario } & Pick<Words, 'language'>,
): readonly ReachedView[] {
  const reached = futures.map((steps) =>
    steps.flatMap(({ at, milestones }, place) =>
      milestones.map((name) => {
        const begun = steps.slice(place).find(({ comes }) => comes === `start:${beginnings[name] ?? ''}`);
        return { name, at: begun?.at ?? at };
      }),
    ),
  );
  // The first time counts.
  const instants = reached.map((all) => new Map(all.toReversed().map(({ name, at }) => [name, at])));
  const order = reached.flat().toSorted((one, other) => one.at - other.at);
  const names = [...new Set(order.map(({ name }) => name))];
  return names.map((name) => {
    const all = instants.map((of) => of.get(name));
    const [first] = all;
    return {
      what: visible(endingName(name, language)),
      isSame: all.every((at) => at === first),
      when: all.map((at) => ({
        clock: at === undefined ? missing : clockText(at, scenario, language),
        later: at === undefined || first === undefined ? '' : laterText(at - first, language),
      })),
    };
  });
}

/** `+1 h`, `-4 h`; nothing where it is less than a minute. */
function laterText(minutes: Minutes, language: Words['language']): string {
  if (Math.abs(minutes) < 1) return '';
  return `${minutes < 0 ? '-' : '+'}${lengthText(Math.abs(minutes), language)}`;
}
