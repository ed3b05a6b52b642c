import { present, type Minutes } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import { lawRange, type Range } from '../random/index.ts';
import { beginningsOf, expiryRange } from './expiry-range.ts';
import type { Graph } from './graph.ts';
import type { Act } from './timed-question.ts';
import type { Label, Pending } from './label.ts';
import { atMost, below, inWhole, valueOf, Zone } from './zone.ts';

/**
 * How what goes by days or open hours is taken, whose length hangs on the day and hour. `wide`: to end at any time that some day and hour
 * give: more than can happen, never less. `narrow`: deadlines do not fall due, while no time passes in which they may, and a window is
 * open, or closed, where it is so on every day: less than can happen.
 */
export type Width = 'wide' | 'narrow';

/** Clocks while a consignment stays in a state: when nothing more happens at the instant in which it was entered. */
export interface Stay {
  readonly zone: Zone;
  /** Deadlines that were past when they were armed: they are due at once. */
  readonly late: readonly number[];
}

/** A step of a history: by number in the graph (-1: an entry) and with its label, the state that it led to, and the deadlines that were past there. */
export interface TimedStep {
  readonly step: number;
  readonly label: number;
  readonly state: number;
  readonly late: readonly number[];
  /** What a rule did with its clocks. */
  readonly acts: readonly Act[];
}

/** From when to when a step of a history can happen, in minutes from the entry; the latest may be infinite. */
export interface Span {
  readonly earliest: Minutes;
  readonly latest: Minutes;
}

/** Something that is waited for and has a clock: it falls due when this shows `least` to `most` seconds. */
interface Wait {
  /** See {@link Pending}. */
  readonly source: number;
  readonly clock: number;
  readonly least: number;
  /** Infinite if there is no end to it. */
  readonly most: number;
  /** The clock runs from the anchor on: it may show more than `most` when the deadline is armed, which is then due at once. */
  readonly isDeadline: boolean;
  /** It may keep time from passing, but never falls due. */
  readonly isBarred: boolean;
}

/** What a state of the graph says about time. */
interface Moment {
  readonly waits: readonly Wait[];
  /** Clocks that are looked at, in order. */
  readonly clocks: readonly number[];
  /** No time passes. */
  readonly isUrgent: boolean;
  /** What begins before anything else happens, since it needs nobody. */
  readonly first: readonly number[];
  /** By anchor: whether it is reached. */
  readonly isReached: readonly boolean[];
}

/** An instant that deadlines count from, with their timers by number. */
interface Anchor {
  readonly deadlines: ReadonlyMap<number, Deadline>;
}

type Deadline = Extract<engineModel.Timer, { kind: 'deadline' }>;

/** Most clocks that are looked at in a state: what is beyond them is taken to last as long as it likes. */
const clocksMax = 8;

const secondsPerMinute = 60;

/** Seconds that are taken for rounding errors of a product or sum. */
const noise = 1e-6;

/**
 * The time that a consignment takes on its way through a graph: delays, services and the voyage last what their laws can give,
 * deadlines count from their anchors. Ranges are widened to whole seconds. Resources are free at any time, so that a wait for them has
 * any length; what needs nobody begins at once. What happens at one instant happens in any order, and durations that are parts of one
 * piece of work are taken as free of each other.
 *
 * Clocks are numbered as what is waited for, then one for each anchor.
 */
export class TimedGraph {
  readonly graph: Graph;
  readonly #engine: engineModel.Model;
  readonly #width: Width;
  readonly #anchors: readonly Anchor[];
  /** By anchor and state: 1 where a deadline that counts from it is armed, or may be later. */
  readonly #isLive: readonly Uint8Array[];
  readonly #moments: Moment[] = [];
  readonly #dayRanges: Map<number, Range> = new Map();
  /** By clock: the greatest values that it is asked to have reached, and not to have passed. */
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];

  /** `graph` must be one with time in it. */
  constructor(graph: Graph, width: Width) {
    this.graph = graph;
    this.#engine = graph.world.engine;
    this.#width = width;
    this.#anchors = anchorsOf(this.#engine);
    this.#isLive = this.#anchors.map((anchor) => liveness(graph, anchor));
    this.#ask();
  }

  /** All clocks at zero, in a state of an entry; `own` is the number of clocks, from 1 on, that whoever searches has for itself. */
  enter(state: number, own: number): Zone {
    return Zone.point(1 + own + this.#moment(state).clocks.length);
  }

  /** Stays in a state that is entered with these clocks. */
  stay(state: number, entered: Zone, own: number): readonly Stay[] {
    const { waits, clocks, isUrgent } = this.#moment(state);
    const limited = waits.flatMap((wait) => {
      const at = clocks.indexOf(wait.clock);
      return at < 0 || wait.most === Number.POSITIVE_INFINITY ? [] : [{ ...wait, place: 1 + own + at }];
    });
    let stays: readonly Stay[] = [{ zone: entered, late: [] }];
    for (const { place, most, source, isBarred } of limited.filter(({ isDeadline }) => isDeadline))
      stays = stays.flatMap(({ zone, late }) => {
        if (valueOf(zone.bound(place, 0)) <= most) return [{ zone, late }];
        const past = zone.copy();
        const isPast = !isBarred && past.constrain(0, place, below(-most));
        return [
          ...(isPast ? [{ zone: past, late: [...late, source] }] : []),
          ...(zone.constrain(place, 0, atMost(most)) ? [{ zone, late }] : []),
        ];
      });
    return stays.filter(({ zone, late }) => {
      if (!isUrgent && late.length === 0) zone.delay();
      return limited.every(
        ({ place, most, source }) => late.includes(source) || zone.constrain(place, 0, atMost(most)),
      );
    });
  }

  /** Clocks at the instant of a step, taken at the end of a stay; undefined if it cannot be taken. */
  take(state: number, { zone, late }: Stay, step: number, own: number): Zone | undefined {
    const { waits, clocks, first } = this.#moment(state);
    const { by } = this.#label(step);
    if (first.length > 0 && !first.includes(by)) return undefined;
    const wait = waits.find(({ source }) => source === by);
    if (wait?.isBarred === true) return undefined;
    const instant = zone.copy();
    const place = wait === undefined || late.includes(by) ? -1 : clocks.indexOf(wait.clock);
    if (wait !== undefined && place >= 0 && !instant.constrain(0, 1 + own + place, atMost(-wait.least)))
      return undefined;
    const begun = this.#begun(state, step);
    const next = this.#moment(this.graph.target(step)).clocks;
    const former = next.map((clock) => {
      const at = begun.includes(clock) ? -1 : clocks.indexOf(clock);
      return at < 0 ? -1 : 1 + own + at;
    });
    const after = instant.through([...Array.from({ length: 1 + own }, (_, clock) => clock), ...former]);
    for (const [at, clock] of next.entries()) if (begun.includes(clock)) after.reset(1 + own + at);
    return after;
  }

  /** Widens a stay so that there are finitely many; `own` are the greatest values that the searcher's clocks are compared with. */
  extrapolate(state: number, { zone }: Stay, own: readonly number[]): void {
    const { clocks } = this.#moment(state);
    const greatest = (of: readonly number[]): readonly number[] => [
      0,
      ...own,
      ...clocks.map((clock) => present(of[clock], 'a clock')),
    ];
    zone.extrapolate(greatest(this.#lower), greatest(this.#upper));
  }

  /**
   * When each step of a history can happen, with all clocks looked at, in whole seconds; undefined if no times fit. All steps at their earliest are times
   * that fit.
   */
  times(history: readonly TimedStep[]): readonly Span[] | undefined {
    // Clock i of this zone is the instant of step i.
    const zone = Zone.anywhere(history.length);
    /** By clock: the step that set it to zero; the entry if none has. */
    const since = new Map<number, number>();
    const sinceOwn = new Map<number, number>();
    for (const [index, { step, acts }] of history.entries()) {
      const before = history[index - 1];
      if (before !== undefined) {
        if (!this.#fits(zone, { index, before, step, since })) return undefined;
        for (const clock of this.#begun(before.state, step)) since.set(clock, index);
      }
      for (const act of acts) {
        if ('reset' in act) sinceOwn.set(act.reset, index);
        else if (
          !zone.constrain(
            act.clock === 0 ? (sinceOwn.get(act.other) ?? 0) : index,
            act.clock === 0 ? index : (sinceOwn.get(act.clock) ?? 0),
            inWhole(act.bound),
          )
        )
          return undefined;
      }
    }
    return history.map((_, index) => ({
      earliest: Math.max(0, -valueOf(zone.bound(0, index))) / secondsPerMinute,
      latest: valueOf(zone.bound(index, 0)) / secondsPerMinute,
    }));
  }

  /** Keeps the instants at which a step can follow the one before it; false if there are none. `since`: steps by which clocks began. */
  #fits(
    zone: Zone,
    of: {
      readonly index: number;
      readonly before: TimedStep;
      readonly step: number;
      readonly since: ReadonlyMap<number, number>;
    },
  ): boolean {
    const { index, before, step, since } = of;
    const { waits, isUrgent, first } = this.#moment(before.state);
    const { by } = this.#label(step);
    if (first.length > 0 && !first.includes(by)) return false;
    const stands = isUrgent || before.late.length > 0;
    return (
      zone.constrain(index - 1, index, atMost(0)) &&
      (!stands || zone.constrain(index, index - 1, atMost(0))) &&
      waits.every(({ source, clock, least, most, isBarred }) => {
        const start = since.get(clock) ?? 0;
        if (source === by && isBarred) return false;
        if (before.late.includes(source)) return zone.constrain(start, index - 1, below(-most));
        return (
          zone.constrain(index, start, atMost(most)) && (source !== by || zone.constrain(start, index, atMost(-least)))
        );
      })
    );
  }

  #label(step: number): Label {
    return present(this.graph.labels[this.graph.labelOf(step)], 'a label');
  }

  /** Clocks that a step sets to zero. */
  #begun(state: number, step: number): readonly number[] {
    const { armed, by, cause } = this.#label(step);
    const before = this.#moment(state).isReached;
    const after = this.#moment(this.graph.target(step)).isReached;
    const reached = this.#anchors.flatMap((_, anchor) =>
      after[anchor] === true && before[anchor] === false ? [this.#anchorClock(anchor)] : [],
    );
    return [...armed, ...(cause.startsWith('start:') ? [by] : []), ...reached];
  }

  #moment(state: number): Moment {
    return (this.#moments[state] ??= this.#look(state));
  }

  #look(state: number): Moment {
    const { world } = this.graph;
    const words = this.graph.read(state);
    const pending = world.pending(words);
    const waits = pending.flatMap((each) =>
      this.#wait(each, (duration) => world.facts.range(duration, world.known(words))),
    );
    const isReached = this.#anchors.map(({ deadlines }) =>
      [...deadlines.values()].some((deadline) => world.isAnchored(deadline, words)),
    );
    const kept = isReached.flatMap((reached, anchor) =>
      reached && this.#isLive[anchor]?.[state] === 1 ? [this.#anchorClock(anchor)] : [],
    );
    const begins = pending.filter((each) => each.kind === 'start' && each.activity.needs.length === 0);
    return {
      waits,
      clocks: [...new Set([...waits.map(({ clock }) => clock), ...kept])].slice(0, clocksMax).toSorted((a, b) => a - b),
      isUrgent: begins.length > 0 || pending.some(({ kind }) => kind === 'grant'),
      first: begins.map(({ source }) => source),
      isReached,
    };
  }

  /** The wait for something pending; none if it is due as soon or as late as it likes. */
  #wait(pending: Pending, rangeOf: (duration: engineModel.Duration) => Range): readonly Wait[] {
    const { source, kind } = pending;
    if (kind === 'timer' && pending.timer.kind === 'deadline')
      return pending.isAnchored ? [this.#deadline(source, pending.timer)] : [];
    const range =
      kind === 'arrival'
        ? lawRange(present(this.#engine.laws[pending.travel], 'a law'))
        : kind === 'timer' && pending.timer.kind === 'delay'
          ? rangeOf(pending.timer.takes)
          : kind === 'end' && pending.activity.takes !== undefined
            ? rangeOf(pending.activity.takes)
            : anyTime;
    const { least, most } = inSeconds(range);
    if (least === 0 && most === Number.POSITIVE_INFINITY) return [];
    return [{ source, clock: source, least, most, isDeadline: false, isBarred: false }];
  }

  #deadline(source: number, { due }: Deadline): Wait {
    const clock = this.#anchorClock(this.#anchors.findIndex(({ deadlines }) => deadlines.has(source)));
    const { least, most } = this.#dueRange(source, due);
    const isBarred = 'ofDay' in due && this.#width === 'narrow';
    return { source, clock, least, most: isBarred ? least : most, isDeadline: true, isBarred };
  }

  /** After how many seconds from its anchor a deadline falls due. */
  #dueRange(source: number, due: engineModel.Due): Range {
    if ('minutes' in due) return inSeconds({ least: due.minutes, most: due.minutes });
    const known = this.#dayRanges.get(source);
    if (known !== undefined) return known;
    const range = inSeconds(expiryRange(due, beginningsOf(this.#engine)));
    this.#dayRanges.set(source, range);
    return range;
  }

  #anchorClock(anchor: number): number {
    const { timers, activities } = this.#engine;
    return timers.length + activities.length + 1 + anchor;
  }

  /** What each clock is compared with anywhere. */
  #ask(): void {
    const { facts } = this.graph.world;
    const { timers, activities, arrivals } = this.#engine;
    const ask = (clock: number, ranges: readonly Range[]): void => {
      const seconds = ranges.map(inSeconds);
      this.#lower[clock] = Math.max(0, ...seconds.map(({ least }) => least));
      this.#upper[clock] = Math.max(0, ...seconds.map(({ most }) => most).filter(Number.isFinite));
    };
    for (const [index, timer] of timers.entries()) ask(index, timer.kind === 'delay' ? facts.ranges(timer.takes) : []);
    for (const [index, { takes }] of activities.entries())
      ask(timers.length + index, takes === undefined ? [] : facts.ranges(takes));
    ask(
      timers.length + activities.length,
      arrivals.kind === 'conveyances' ? [lawRange(present(this.#engine.laws[arrivals.travel], 'a law'))] : [],
    );
    for (const [anchor, { deadlines }] of this.#anchors.entries()) {
      const ends = [...deadlines].map(([source, { due }]) => this.#dueRange(source, due));
      // Whether a deadline is past is asked too.
      const greatest = Math.max(...ends.map(({ most }) => most));
      this.#lower[this.#anchorClock(anchor)] = greatest;
      this.#upper[this.#anchorClock(anchor)] = greatest;
    }
  }
}

const anyTime: Range = { least: 0, most: Number.POSITIVE_INFINITY };

/** A range of minutes in whole seconds, widened to these. */
export function inSeconds({ least, most }: Range): Range {
  return {
    least: Math.max(0, Math.floor(least * secondsPerMinute + noise)),
    most: Math.max(0, Math.ceil(most * secondsPerMinute - noise)),
  };
}

/** Anchors of the deadlines, each once. */
function anchorsOf({ timers }: engineModel.Model): readonly Anchor[] {
  const anchors = new Map<string, Map<number, Deadline>>();
  for (const [source, timer] of timers.entries()) {
    if (timer.kind !== 'deadline') continue;
    const name = JSON.stringify(timer.from);
    const deadlines = anchors.get(name) ?? new Map<number, Deadline>();
    anchors.set(name, deadlines.set(source, timer));
  }
  return [...anchors.values()].map((deadlines) => ({ deadlines }));
}

/** By state: 1 where a deadline of an anchor is armed, or may be in a state that follows. */
function liveness(graph: Graph, { deadlines }: Anchor): Uint8Array {
  const isLive = new Uint8Array(graph.states);
  const before: number[][] = Array.from({ length: graph.states }, () => []);
  const open: number[] = [];
  for (let state = 0; state < graph.states; state++) {
    const isArmed = graph.world.pending(graph.read(state)).some(({ source }) => deadlines.has(source));
    if (isArmed || state >= graph.explored) {
      isLive[state] = 1;
      open.push(state);
    }
    if (state >= graph.explored) continue;
    const [from, to] = graph.stepsOf(state);
    for (let step = from; step < to; step++) before[graph.target(step)]?.push(state);
  }
  for (const state of open)
    for (const former of before[state] ?? []) {
      if (isLive[former] === 1) continue;
      isLive[former] = 1;
      open.push(former);
    }
  return isLive;
}
