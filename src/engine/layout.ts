import { assert, present } from '../base/index.ts';
import { created, ended, levelsMax, type Anchor, type Choice, type Guard, type Model } from './model.ts';

/**
 * Where an entity keeps what, as offsets in bytes from its start. What is asked for together lies together, the widest first;
 * milestones that nobody asks for have no place.
 */
export interface Layout {
  /** By milestone; 0 where it has no place. */
  readonly milestones: readonly number[];
  /** By number column. */
  readonly numbers: readonly number[];
  /** Registers by timer, and by activity. */
  readonly timers: readonly number[];
  readonly activities: readonly number[];
  /** By guard: the word and the first of the two bits that remember its answer; none where it is found anew each time. */
  readonly answers: readonly ({ readonly offset: number; readonly shift: number } | undefined)[];
  /** By counter of draws. */
  readonly counters: readonly number[];
  /** Clocks of followers. */
  readonly clocks: readonly number[];
  /** The state of all followers together. */
  readonly jointState: number;
  /** By level column. */
  readonly levels: readonly number[];
  /** By fee: the flag that some was paid. */
  readonly fees: readonly number[];
  /** Bytes of an entity, a multiple of 8. */
  readonly size: number;
}

/** Answers that a word remembers. */
const answersPerWord = 16;

/** Lays out the entities of a model behind a head of so many bytes. */
export function layOut(model: Model, head: number): Layout {
  let end = Math.ceil(head / 8) * 8;
  const room = (count: number, width: number): number[] => Array.from({ length: count }, () => (end += width) - width);
  const asked = askedMilestones(model);
  const remembered = rememberedGuards(model);

  const milestones = Array.from({ length: model.milestones }, (_, milestone) =>
    asked.has(milestone) ? (end += 8) - 8 : 0,
  );
  const numbers = room(model.numberColumns.length, 8);
  const clocks = room(model.following?.clocks ?? 0, 8);
  const timers = room(model.timers.length, 4);
  const activities = room(model.activities.length, 4);
  const [jointState = 0] = room(model.following === undefined ? 0 : 1, 4);
  const words = room(Math.ceil(remembered.length / answersPerWord), 4);
  const answers = model.guards.map((_, guard) => {
    const place = remembered.indexOf(guard);
    const offset = words[Math.floor(place / answersPerWord)];
    return offset === undefined ? undefined : { offset, shift: 2 * (place % answersPerWord) };
  });
  const counters = room(model.counters, 2);
  assert(
    model.levelColumns.every((column) => column.levels <= levelsMax),
    'a level fits into a byte',
  );
  const levels = room(model.levelColumns.length, 1);
  const fees = room(model.fees.length, 1);
  return {
    milestones,
    numbers,
    timers,
    activities,
    answers,
    counters,
    clocks,
    jointState,
    levels,
    fees,
    size: Math.ceil(end / 8) * 8,
  };
}

/** Milestones whose instants figures, deadlines or terms ask for. */
function askedMilestones(model: Model): ReadonlySet<number> {
  const anchors: readonly Anchor[] = [
    ...model.indicators.flatMap(({ from, to }) => [from, to]),
    ...model.stages,
    ...model.endings,
    ...model.terms.flatMap(({ from, to }) => [from, to]),
    ...model.timers.flatMap((timer) => (timer.kind === 'deadline' ? [timer.from] : [])),
  ];
  return new Set([created, ended, ...anchors.flatMap((anchor) => anchor.columns)]);
}

/**
 * Guards whose answer an entity remembers: chances drawn once, which must not be drawn anew when an attribute that they hang on
 * is written later; and, to save the asking, all that is put together of answers that cannot change.
 */
function rememberedGuards(model: Model): readonly number[] {
  return model.guards.flatMap((guard, index) => {
    const isOnce = guard.kind === 'chance' && guard.counter === 'once';
    const isTogether = guard.kind === 'all' || guard.kind === 'any';
    return isOnce || (isTogether && isSteady(guard, model)) ? [index] : [];
  });
}

/** True if the answer is the same whenever an entity is asked, also if a chance has not been drawn yet. */
export function isSettled(guard: Guard, model: Model): boolean {
  const settled = (index: number): boolean => isSettled(present(model.guards[index], 'a guard'), model);
  const isFree = (choice: Choice<unknown>): boolean => {
    if ('is' in choice) return true;
    if ('by' in choice) return model.levelColumns[choice.by]?.kind === 'drawn' && choice.levels.every(isFree);
    return settled(choice.if) && isFree(choice.no) && isFree(choice.yes);
  };
  if (guard.kind === 'chance') return guard.counter === 'once' && isFree(guard.share);
  if (guard.kind === 'all' || guard.kind === 'any') return guard.of.every(settled);
  return guard.kind === 'not' ? settled(guard.of) : isSteady(guard, model);
}

/** True if the answer hangs on nothing that is written or drawn again. */
function isSteady(guard: Guard, model: Model): boolean {
  const steady = (index: number): boolean => {
    const other = model.guards[index];
    return other !== undefined && isSteady(other, model);
  };
  switch (guard.kind) {
    case 'chance':
      return guard.counter === 'once';
    case 'level':
      return model.levelColumns[guard.column]?.kind === 'drawn';
    case 'all':
    case 'any':
      return guard.of.every(steady);
    case 'not':
      return steady(guard.of);
    default:
      // Constants, and ranges: numbers are never written.
      return true;
  }
}
