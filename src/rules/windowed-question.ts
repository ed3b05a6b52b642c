import { present } from '../base/index.ts';
import type { TermLength } from '../notation/index.ts';
import type { Range } from '../random/index.ts';
import type { Model } from '../simulation/index.ts';
import { expiryOf } from './dues.ts';
import { beginningsOf, expiryRange, lastsAsLong } from './expiry-range.ts';
import type { Graph } from './graph.ts';
import type { Rule } from './rule.ts';
import { listOf, symbolOf, unmarked } from './symbols.ts';
import { inSeconds, type Width } from './timed-graph.ts';
import type { Act, TimedQuestion, Way, Windowed } from './timed-question.ts';
import { atMost, below } from './zone.ts';

/** An event to a rule with a window: what it is to the pattern, if it counts, and whether the window is counted from it. */
interface Heard {
  readonly counts: boolean;
  readonly isA: boolean;
  readonly isB: boolean;
  readonly isFrom: boolean;
}

/**
 * How a machine stands: `watching` an `a` that has been picked, any one, as the one by which the rule is broken; with precedence `last`
 * is the `a` before, `gap`
 * the last `a` and the next one, `young` the first `a` of all.
 */
const Base = { idle: 0, watching: 1, last: 1, gap: 2, young: 3, broken: 4 } as const;
const bases = 5;

/** Of a watched or last `a` (or of the event that the window is counted from), and of the one after it. */
const since = 1;
const sinceNext = 2;

/** Machines that find what breaks a pattern with a window. */
export function windowedQuestion(
  rule: Rule,
  pattern: Windowed,
  { graph, model, width }: { readonly graph: Graph; readonly model: Model; readonly width: Width },
): TimedQuestion {
  const { within, atLeast, hours } = pattern.window;
  const lasts = (length: TermLength | undefined, otherwise: number): Range =>
    length === undefined
      ? { least: otherwise, most: otherwise }
      : inSeconds(expiryRange(expiryOf(length, hours, model.scenario), beginningsOf(model.engine)));
  const opens = lasts(atLeast, 0);
  const closes = lasts(within, Number.POSITIVE_INFINITY);
  const machine = new WindowMachine(pattern, { opens, closes, width });
  const symbol = symbolOf(rule, pattern);
  const from = new Set(listOf(pattern.window.from ?? []));
  const isLate = lateEnough(pattern, model);
  const heard = graph.labels.map(({ events, by }) =>
    events.map((event): Heard => {
      const is = symbol(event) ?? -1;
      return {
        counts: is >= 0,
        isA: is >= 0 && (is & 1) !== 0,
        isB: is >= 0 && (is & 2) !== 0 && !isLate(by),
        isFrom: from.has(unmarked(event)),
      };
    }),
  );
  return {
    modes: 2 * bases,
    greatest: [machine.greatest, machine.greatest],
    ways: (mode, label) => machine.ways(mode, present(heard[label], 'a label')),
    isExact: opens.least === opens.most && closes.least === closes.most,
    isSought: (state, mode) =>
      baseOf(mode) === Base.broken || (machine.owes && baseOf(mode) === Base.watching && graph.isEnd(state)),
  };
}

/**
 * Whether what falls due has left the time that a precedence asks for: a deadline that counts from its `a` and is as long. Both hang on one
 * day, which ranges do not know.
 */
function lateEnough(pattern: Windowed, { engine, names, scenario }: Model): (by: number) => boolean {
  const { atLeast, within, from, hours } = pattern.window;
  if (pattern.template !== 'precedence' || atLeast === undefined || within !== undefined || from !== undefined)
    return () => false;
  const opens = expiryOf(atLeast, hours, scenario);
  const isA = new Set(listOf(pattern.a));
  const isEnough = engine.timers.map(
    (timer) =>
      timer.kind === 'deadline' &&
      timer.from.columns.every((column) => isA.has(present(names.milestones[column], 'a milestone'))) &&
      lastsAsLong(timer.due, opens, beginningsOf(engine)),
  );
  return (by) => isEnough[by] === true;
}

function baseOf(mode: number): number {
  return mode >> 1;
}

/** A mode is twice the base, and 1 more once the event has come that the window is counted from. */
class WindowMachine {
  /** Whether an `a` waits for its `b`. */
  readonly owes: boolean;
  readonly #template: Windowed['template'];
  readonly #hasFrom: boolean;
  /** Seconds: a clock below the first is too early, from the second on it is not; beyond the third it is late, up to the fourth it is not. */
  readonly #early: number;
  readonly #opens: number;
  readonly #late: number;
  readonly #closes: number;

  /** `opens` and `closes`: from when to when in seconds, by day and hour, the window may open and close. */
  constructor(
    { template, window }: Windowed,
    { opens, closes, width }: { readonly opens: Range; readonly closes: Range; readonly width: Width },
  ) {
    this.#template = template;
    this.#hasFrom = window.from !== undefined;
    const isWide = width === 'wide';
    this.#early = isWide ? opens.most : opens.least;
    this.#opens = isWide ? opens.least : opens.most;
    this.#late = isWide ? closes.least : closes.most;
    this.#closes = isWide ? closes.most : closes.least;
    this.owes = template === 'response' || template === 'alternateResponse' || template === 'chainResponse';
  }

  /** Greatest value that a clock is compared with, in seconds. */
  get greatest(): number {
    return Math.max(...[this.#early, this.#opens, this.#late, this.#closes].filter(Number.isFinite));
  }

  /** Ways to go by events that come one after another at one instant. */
  ways(mode: number, events: readonly Heard[]): readonly Way[] {
    let ways = this.#wait({ mode, acts: [] });
    for (const event of events) ways = ways.flatMap((way) => this.#hear(way, event));
    return ways;
  }

  /** Time has passed: what is owed may be overdue. */
  #wait(way: Way): readonly Way[] {
    if (!this.owes || baseOf(way.mode) !== Base.watching) return [way];
    return [...this.#ifLate(way).map((each) => to(each, Base.broken)), ...this.#ifInTime(way)];
  }

  #hear(way: Way, event: Heard): readonly Way[] {
    const begun =
      event.isFrom && (way.mode & 1) === 0 ? { mode: way.mode | 1, acts: [...way.acts, { reset: since }] } : way;
    if (!event.counts || baseOf(begun.mode) === Base.broken) return [begun];
    switch (this.#template) {
      case 'response':
      case 'alternateResponse':
      case 'chainResponse':
      case 'notResponse':
      case 'notChainResponse':
        return baseOf(begun.mode) === Base.watching ? this.#watch(begun, event) : this.#idle(begun, event);
      case 'chainPrecedence':
        return this.#lookBack(begun, event).map((each) =>
          isBroken(each) ? each : event.isA ? this.#pick(each, Base.last) : to(each, Base.idle),
        );
      default:
        return this.#lookBack(begun, event).flatMap((each) =>
          isBroken(each) || !event.isA ? [each] : this.#another(each),
        );
    }
  }

  /** No `a` has been picked: this may be the one. */
  #idle(way: Way, { isA }: Heard): readonly Way[] {
    return isA ? [way, this.#pick(way, Base.watching)] : [way];
  }

  /** What an event does to the `a` that has been picked. Where nothing can come of it any more there is no way on. */
  #watch(way: Way, { isA, isB }: Heard): readonly Way[] {
    const broken = (each: Way): Way => to(each, Base.broken);
    switch (this.#template) {
      case 'response':
        return isB ? this.#ifEarly(way) : [way];
      case 'alternateResponse': {
        const waiting = isB ? this.#ifEarly(way) : [way];
        return isA ? waiting.map(broken) : waiting;
      }
      case 'chainResponse':
        return isB ? this.#ifEarly(way).map(broken) : [broken(way)];
      case 'notResponse':
        return isB ? [...this.#ifWithin(way).map(broken), ...this.#ifEarly(way)] : [way];
      default:
        return isB ? this.#ifWithin(way).map(broken) : [];
    }
  }

  /** Precedence: a `b` looks for an `a` before it. */
  #lookBack(way: Way, { isB }: Heard): readonly Way[] {
    if (!isB) return [way];
    const on = this.#template === 'alternatePrecedence' ? to(way, Base.idle) : way;
    return [...this.#misses(way).map((each) => to(each, Base.broken)), on];
  }

  /** Ways in which no `a` that has come is in the window of a `b` now. */
  #misses(way: Way): readonly Way[] {
    if (baseOf(way.mode) === Base.idle) return [way];
    // The one `a` that is remembered is the only one that counts.
    if (this.#hasFrom || this.#template === 'chainPrecedence') return [...this.#ifLate(way), ...this.#ifEarly(way)];
    switch (baseOf(way.mode)) {
      case Base.last:
        return this.#ifLate(way);
      case Base.gap:
        return this.#ifLate(way).flatMap((each) => this.#ifEarly(each, sinceNext));
      default:
        return this.#ifEarly(way, sinceNext);
    }
  }

  /** Precedence: another `a`. It is the last one, or the first that is too young for the `b` that breaks the rule. */
  #another(way: Way): readonly Way[] {
    const base = baseOf(way.mode);
    if (this.#hasFrom) return [to(way, Base.last)];
    if (base === Base.gap || base === Base.young) return [way];
    const young = to(way, base === Base.idle ? Base.young : Base.gap);
    return [
      this.#pick(way, Base.last),
      ...(this.#early > 0 ? [{ ...young, acts: [...young.acts, { reset: sinceNext }] }] : []),
    ];
  }

  /** Remembers an `a`. */
  #pick(way: Way, base: number): Way {
    const picked = to(way, base);
    return this.#hasFrom ? picked : { ...picked, acts: [...picked.acts, { reset: since }] };
  }

  /** The window is closed, not open yet, neither; before the event that it is counted from, it is open. */
  #ifLate(way: Way): readonly Way[] {
    return this.#isCounted(way) && Number.isFinite(this.#late)
      ? [{ ...way, acts: [...way.acts, { clock: 0, other: since, bound: below(-this.#late) }] }]
      : [];
  }

  #ifInTime(way: Way): readonly Way[] {
    return this.#isCounted(way)
      ? [{ ...way, acts: [...way.acts, { clock: since, other: 0, bound: atMost(this.#closes) }] }]
      : [way];
  }

  #ifEarly(way: Way, clock = since): readonly Way[] {
    return this.#isCounted(way) && this.#early > 0
      ? [{ ...way, acts: [...way.acts, { clock, other: 0, bound: below(this.#early) }] }]
      : [];
  }

  #ifWithin(way: Way): readonly Way[] {
    if (!this.#isCounted(way)) return [way];
    return this.#ifInTime(way).map((each): Way => {
      const opened: Act = { clock: 0, other: since, bound: atMost(-this.#opens) };
      return { ...each, acts: [...each.acts, opened] };
    });
  }

  #isCounted({ mode }: Way): boolean {
    return !this.#hasFrom || (mode & 1) === 1;
  }
}

function isBroken({ mode }: Way): boolean {
  return baseOf(mode) === Base.broken;
}

function to(way: Way, base: number): Way {
  return { ...way, mode: 2 * base + (way.mode & 1) };
}
