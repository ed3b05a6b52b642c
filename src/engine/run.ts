import { assert, present, type Minutes, type SimTime } from '../base/index.ts';
import { openKernel, type Image, type Kernel } from '../kernel/index.ts';
import { dueAfter } from './due-after.ts';
import { closeBooks, type Figures } from './figures.ts';
import type { Model } from './model.ts';
import { Happening, type Observer } from './observer.ts';
import { isOpenAt, nextChange } from './openings.ts';
import { setUp, type Places } from './set-up.ts';
import type { Stop } from './stop.ts';
import { TimesKept, type Times } from './times.ts';
import { Watched, type Watch } from './watched.ts';

/** How a run is made, and what beside its figures is wanted. */
export interface RunOptions {
  /** Number of the replication, from 0. */
  readonly replication: number;
  /** Minutes left out at the start. */
  readonly warmUp: Minutes;
  /** Keep the indicators and levels of every counted entity, by number. */
  readonly keepTimes: boolean;
  readonly observer?: Observer;
  readonly watch?: Watch;
}

/** All that is needed to go on with a run, on this machine or another. */
export interface Checkpoint {
  readonly image: Image;
  readonly times: Times | undefined;
}

/** Bytes that a run may have: some ten million of the smallest entities in the system. What grows without bound is stopped there. */
const memoryMax = 1_073_741_824;

/** The first entities, which are watched whatever their number is. */
const watchedFirst = 3;

const noLevels: ReadonlyMap<number, number> = new Map();

/** Entities counted where a window in time says which. */
const countMax = 2_147_483_647;

const statuses = ['going', 'over', 'stopped'] as const;
const reasons = ['none', 'endlessInstant', 'tooManyVisits', 'overflow'] as const;

/** Bytes of an entry of the log. */
const entrySize = 32;

/** A model that has been put into a kernel: what a run of it begins with. */
interface Prepared {
  readonly image: Image;
  readonly places: Places;
}

/** Every run of a model begins alike: it is put into a kernel once a thread. */
const prepared = new WeakMap<Model, Prepared>();

/** One run of a model. It goes on when it is told to, can be saved between two events, and is closed once. */
export class Run {
  readonly #model: Model;
  readonly #options: RunOptions;
  readonly #kernel: Kernel;
  readonly #places: Places;
  readonly #times: TimesKept | undefined;
  /** Whether the watch sees the step under way: where an observer asks for guards, the kernel shows every entity. */
  #isSeen = false;
  /** Answers to the guards that the observer asks for, of entities of which it has not been told yet. */
  #answers: boolean[] = [];

  private constructor(model: Model, options: RunOptions, checkpoint: Checkpoint | undefined) {
    this.#model = model;
    this.#options = options;
    this.#kernel = openKernel();
    const { image, places } = prepare(model, this.#kernel);
    this.#places = places;
    this.#kernel.restore(checkpoint?.image ?? image);
    this.#times = options.keepTimes ? new TimesKept(model, checkpoint?.times) : undefined;
    const { call } = this.#kernel;
    const watched = new Watched(this.#kernel, places);
    this.#kernel.host = {
      dueOfDay: (due, day) => dueOfDay(places, due, day),
      dueOfInstant: (due, at) => dueOfInstant(places, due, at, model.midnight),
      nextChange: (calendar, after) =>
        nextChange(present(model.calendars[calendar], 'a calendar'), after, model.midnight) ?? Number.NaN,
      stepBegins: (entity, event) => this.#stepBegins(watched.at(entity), event),
      reaches: (milestone) => this.#seeing?.reaches(milestone),
      charges: (fee) => this.#seeing?.charges(fee),
      stepEnds: (entity) => this.#seeing?.stepEnds(watched.at(entity)),
    };
    call.listen(options.observer !== undefined);
    if (checkpoint === undefined) this.#begin();
  }

  /** A run from its very start. */
  static begin(model: Model, options: RunOptions): Run {
    return new Run(model, options, undefined);
  }

  /** A run that goes on where it was saved, under the options that it was begun with. */
  static resume(model: Model, options: RunOptions, checkpoint: Checkpoint): Run {
    return new Run(model, options, checkpoint);
  }

  /** The instant at which it is, in minutes. */
  get now(): SimTime {
    return this.#kernel.call.clockNow();
  }

  /** Entities that have entered. */
  get created(): number {
    return this.#kernel.call.createdCount();
  }

  /**
   * Goes on for at most so many events, fewer where the observer or `keepTimes` has to be told in between: `over` when every
   * counted entity has ended, or the run has gone on as long as it may for those that have not.
   */
  advance(events: number): (typeof statuses)[number] {
    const status = present(statuses[this.#kernel.call.goOn(events)], 'a status');
    this.#tell();
    this.#times?.take(this.#kernel);
    return status;
  }

  /** Why it was stopped; none if it was not. */
  get stop(): Stop | undefined {
    const { call } = this.#kernel;
    const reason = present(reasons[call.stopReason()], 'a reason');
    if (reason === 'none') return undefined;
    const noted = reason === 'endlessInstant' ? call.stopAbout() : 0;
    return {
      reason,
      entity: call.stopEntity(),
      at: call.stopAt(),
      inSystem: call.systemCount(),
      about:
        reason === 'tooManyVisits'
          ? present(this.#places.names[call.stopAbout()], 'a name')
          : reason === 'overflow'
            ? this.#longestLine()
            : '',
      configurations: [...new Set(Array.from({ length: noted }, (_, index) => call.stopConfiguration(index)))],
    };
  }

  /** Its state between two events. */
  save(): Checkpoint {
    return { image: this.#kernel.save(), times: this.#times?.copy() };
  }

  /** Ends it, when it is over or was stopped: closes its books and gives its figures. Those of a run that was stopped are kept up to there. */
  close(): { readonly figures: Figures; readonly times: Times | undefined } {
    const figures = closeBooks(this.#model, this.#kernel, this.#places, this.#options.warmUp);
    this.#times?.take(this.#kernel);
    this.#kernel.close();
    return { figures, times: this.#times?.copy() };
  }

  #begin(): void {
    const { call } = this.#kernel;
    const { window, calendars, midnight } = this.#model;
    const { replication, warmUp, keepTimes, watch, observer } = this.#options;
    const asksGuards = (observer?.guards ?? []).length > 0;
    const [to, count] = 'to' in window ? [window.to, countMax] : [Number.POSITIVE_INFINITY, window.count];
    call.keepRecords(keepTimes);
    call.begin(replication, warmUp, to, count, memoryMax, asksGuards ? 1 : (watch?.every ?? 0));
    for (const resource of this.#places.resources) call.beginResource(resource);
    for (const [index, calendar] of calendars.entries())
      call.beginCalendar(present(this.#places.calendars[index], 'a calendar'), isOpenAt(calendar, this.now, midnight));
  }

  /** The watch, if it sees the step under way. */
  get #seeing(): Watch | undefined {
    return this.#isSeen ? this.#options.watch : undefined;
  }

  #stepBegins(entity: Watched, event: number): void {
    const { watch, observer } = this.#options;
    if (event < 0) for (const guard of observer?.guards ?? []) this.#answers.push(entity.wouldHold(guard, noLevels));
    this.#isSeen = watch !== undefined && (entity.number < watchedFirst || entity.number % watch.every === 0);
    this.#seeing?.stepBegins(entity, event);
  }

  /** Tells the observer what is in the log. */
  #tell(): void {
    const { observer } = this.#options;
    const { call } = this.#kernel;
    const count = call.logCount();
    if (observer === undefined || count === 0) return;
    const entries = call.logEntries();
    const numbers = this.#kernel.numbersAt(entries, (count * entrySize) / 8);
    const words = this.#kernel.wordsAt(entries, (count * entrySize) / 4);
    call.forgetLog();
    const answers = this.#answers.values();
    for (let entry = 0; entry < count; entry++) {
      const number = entry * (entrySize / 8);
      const word = entry * (entrySize / 4) + 4;
      const happening = words[word + 1] as number;
      const at = numbers[number] as number;
      const entity = words[word] as number;
      observer.happened(happening, at, entity, words[word + 2] as number, numbers[number + 1] as number);
      if (happening === Happening.created)
        for (const guard of observer.guards ?? [])
          observer.happened(Happening.answered, at, entity, guard, answers.next().value === true ? 1 : 0);
    }
    this.#answers = [];
  }

  #longestLine(): string {
    const lines = this.#places.resources.map((resource) => this.#kernel.call.resourceQueue(resource));
    const longest = Math.max(0, ...lines);
    return longest === 0 ? '' : (this.#model.resources[lines.indexOf(longest)]?.name ?? '');
  }
}

function prepare(model: Model, kernel: Kernel): Prepared {
  const known = prepared.get(model);
  if (known !== undefined) return known;
  const places = setUp(model, kernel);
  const made = { image: kernel.save(), places };
  prepared.set(model, made);
  return made;
}

function dueOfDay({ dues }: Places, index: number, day: number): SimTime {
  const due = present(dues[index], 'a due');
  assert('ofDay' in due, 'the kernel asks by day only for dues that go by days');
  return due.ofDay(day);
}

function dueOfInstant({ dues }: Places, index: number, at: SimTime, midnight: Minutes): SimTime {
  const due = present(dues[index], 'a due');
  return dueAfter(due, at, midnight);
}
