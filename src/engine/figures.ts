import { assert, minutesPerDay, present, type Minutes, type SimTime } from '../base/index.ts';
import type { Kernel } from '../kernel/index.ts';
import { bucketCount } from '../statistics/index.ts';
import type { Model } from './model.ts';
import type { Places } from './set-up.ts';

/** How many observations, and their sum. */
export interface Sum {
  readonly count: number;
  readonly sum: number;
}

/** What a run has found, by the indices of its model. Times in minutes, all of counted entities unless it is said otherwise. */
export interface Figures {
  readonly events: number;
  /** The window whose figures were kept. */
  readonly from: SimTime;
  readonly to: SimTime;
  readonly counted: number;
  readonly ended: number;
  /** Age of the oldest that has not ended, 0 when there is none. */
  readonly oldest: Minutes;
  /** How many came to each ending. */
  readonly endings: readonly number[];
  readonly indicators: readonly IndicatorFigures[];
  readonly stages: readonly Sum[];
  /** By activity and rank of priority. */
  readonly activities: readonly (readonly ActivityFigures[])[];
  /** Of the window, whoever caused them. */
  readonly resources: readonly ResourceFigures[];
  /** `count`: entities charged. */
  readonly fees: readonly Sum[];
  readonly terms: readonly { readonly settled: number; readonly late: number }[];
  readonly followed: readonly Followed[];
}

/** What a follower has come to. */
export interface Followed {
  /** Entities that have ended, by its state then. */
  readonly ended: readonly number[];
  /** Those left unfinished, by its state when the run was closed. */
  readonly left: readonly number[];
  /** Numbers of the first five in states that are told of, in the order of their ending. */
  readonly told: readonly number[];
}

/** Observations of an indicator. */
export interface IndicatorFigures extends Sum {
  /** Infinity and -Infinity when there is none. */
  readonly least: number;
  readonly greatest: number;
  /** Counts by bucket of the log histogram. */
  readonly histogram: Uint32Array;
  /** By group column and level. */
  readonly groups: readonly (readonly Sum[])[];
}

/** Requests that got what they asked for. */
export interface ActivityFigures {
  readonly begun: number;
  /** Sums of minutes. */
  readonly wait: Minutes;
  readonly service: Minutes;
  /** How many waited at all. */
  readonly waited: number;
}

/** Use of a resource. */
export interface ResourceFigures {
  /** Unit-minutes busy while open, and while closed; minutes open. */
  readonly busy: number;
  readonly overtime: number;
  readonly open: Minutes;
  /** Integral of the line, in request-minutes, and the most there were at the end of an instant. */
  readonly queue: number;
  readonly queueMax: number;
}

/** Closes the books of a run and reads them; they must balance. */
export function closeBooks(model: Model, kernel: Kernel, places: Places, from: SimTime): Figures {
  const { call } = kernel;
  call.close();
  for (const activity of places.activities) call.closeActivity(activity);
  for (const resource of places.resources) call.closeResource(resource);
  assertClose(call.systemArea(), call.systemStays(), "Little's law, the system");
  return {
    events: call.eventCount(),
    from,
    to: call.windowEnd(),
    counted: call.countedEntities(),
    ended: call.endedEntities(),
    oldest: call.oldestAge(),
    endings: [...kernel.numbersAt(call.endingSums(), model.endings.length)],
    indicators: places.indicators.map((indicator) => ({
      count: call.indicatorCount(indicator),
      sum: call.indicatorSum(indicator),
      least: call.indicatorLeast(indicator),
      greatest: call.indicatorGreatest(indicator),
      histogram: kernel.wordsAt(call.indicatorHistogram(indicator), bucketCount).slice(),
      groups: groupsOf(
        sumsAt(kernel, call.indicatorGroups(indicator), places.groupCells.at(-1) ?? 0),
        places.groupCells,
      ),
    })),
    stages: sumsAt(kernel, call.stageSums(), Math.max(0, model.stages.length - 1)),
    activities: places.activities.map((activity) =>
      Array.from({ length: model.priorities }, (_, rank) => ({
        begun: call.activityBegun(activity, rank),
        wait: call.activityWait(activity, rank),
        service: call.activityService(activity, rank),
        waited: call.activityWaited(activity, rank),
      })),
    ),
    resources: places.resources.map((resource, index) => {
      const { name } = present(model.resources[index], 'a resource');
      assert(call.resourceBusy(resource) === call.resourceHeld(resource), `seized = freed + held, ${name}`);
      assertClose(call.resourceQueueArea(resource), call.resourceWaited(resource), `Little's law, the line of ${name}`);
      return {
        busy: call.resourceBusyArea(resource),
        overtime: call.resourceOvertime(resource),
        open: call.resourceOpenTime(resource),
        queue: call.resourceQueueArea(resource),
        queueMax: call.resourceQueueMax(resource),
      };
    }),
    fees: places.fees.map((fee) => ({ count: call.feeCharged(fee), sum: call.feeSum(fee) })),
    terms: places.terms.map((term) => ({ settled: call.termSettled(term), late: call.termLate(term) })),
    followed: places.followers.map((follower, index) => {
      const { states } = present(model.following?.followers[index], 'a follower');
      const counts = kernel.numbersAt(call.followerCounts(follower), 2 * states);
      return {
        ended: [...counts.subarray(0, states)],
        left: [...counts.subarray(states)],
        told: [...kernel.wordsAt(call.toldNumbers(follower), call.toldCount(follower))],
      };
    }),
  };
}

function sumsAt(kernel: Kernel, at: number, count: number): Sum[] {
  const cells = kernel.numbersAt(at, 2 * count);
  return Array.from({ length: count }, (_, cell) => ({
    count: present(cells[2 * cell], 'a count'),
    sum: present(cells[2 * cell + 1], 'a sum'),
  }));
}

/** The cells of each group column; `firsts` ends with the number of cells. */
function groupsOf(cells: readonly Sum[], firsts: readonly number[]): Sum[][] {
  return firsts.slice(0, -1).map((first, group) => cells.slice(first, firsts[group + 1]));
}

/** Equal to 1e-9 of the larger, a day at least: two sums of the same time in another order. */
function assertClose(a: number, b: number, law: string): void {
  const scale = Math.max(Math.abs(a), Math.abs(b), minutesPerDay);
  assert(Math.abs(a - b) <= 1e-9 * scale, `${law}: ${a} and ${b} must be equal`);
}
