import { present } from '../base/index.ts';
import {
  isOverloaded,
  waitByLevel,
  weekLevels,
  type Comparison,
  type ResourceSummary,
  type ScenarioResult,
} from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Week } from '../simulation/index.ts';
import { isAlmostAlwaysBusy } from './messages.ts';
import { headName, thingName } from './names.ts';
import { count, scaledFigure, scaleOf, type Figure, type Scale } from './numbers.ts';
import { lengthText } from './words.ts';
import type { Words } from './words-en.ts';

/** What goes on inside a scenario, beside the base of its comparison. */
export interface InsideView {
  readonly stations: readonly StationView[];
  readonly waitScale: Scale;
  /** What the waits for the chosen station can be told apart by: attributes, and `priority` where it has several. */
  readonly classesBy: readonly string[];
  /** What they are told apart by; none where there is nothing (or no week yet). */
  readonly by: string | undefined;
  /** Replications that stand behind what is told by week: lines, and waits by attribute. */
  readonly replications: number;
  /** Waits for the chosen station by class, in the unit of `waitScale`; NaN where nobody is in it. */
  readonly classes: readonly { readonly label: string; readonly wait: Figure }[];
  readonly stages: readonly {
    readonly name: string;
    readonly label: string;
    /** Hours. */
    readonly mean: number;
    readonly inBase: number;
  }[];
  readonly terms: readonly {
    readonly label: string;
    readonly lateShare: Figure;
    readonly inBase: number | undefined;
  }[];
  /** Who was still there at the end, as a sentence; none where nobody was. */
  readonly unfinished: string | undefined;
  readonly fees: readonly {
    readonly label: string;
    readonly currency: string;
    /** Of a consignment. */
    readonly mean: number;
    readonly inBase: number | undefined;
  }[];
}

/** A resource. What is not known yet is NaN. */
export interface StationView {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  /** Busy share of the opening hours, 0..1. */
  readonly busy: number;
  readonly busyInBase: number | undefined;
  /** Requests in line, mean and most. */
  readonly queueMean: number;
  readonly queueMost: number;
  /** In the unit of the view's scale; none where nobody asked for it. */
  readonly wait: Figure | undefined;
  readonly waitInBase: number | undefined;
  /** It cannot keep up, so that its line grows without end; or it is busy nearly always, so that small changes make great differences to the wait. */
  readonly alarm: 'overload' | 'nearOverload' | undefined;
  /** Mean line by hour of the week, 0 where it cannot be told from chance; none before a week is known. */
  readonly line: readonly number[] | undefined;
}

/** What is shown of which scenario. */
export interface InsideOptions {
  /** Its name in the comparison. */
  readonly name: string;
  readonly scenario: Scenario;
  /** The station whose waits are told by class. */
  readonly station: string | undefined;
  /** One of `classesBy`; none: the first. */
  readonly by: string | undefined;
  /** Replications of it by hour of the week. */
  readonly weeks: readonly Week[];
  readonly words: Words;
}

/** The view into a scenario of a comparison. */
export function insideView(comparison: Comparison, options: InsideOptions): InsideView {
  const { name, scenario, words, weeks } = options;
  const result = present(
    comparison.scenarios.find((each) => each.scenario === name),
    name,
  );
  const base =
    comparison.base === name ? undefined : comparison.scenarios.find((each) => each.scenario === comparison.base);
  const waits = Object.values(result.resources).map(({ wait }) => wait.mean);
  const waitScale = scaleOf(waits);
  const label = (of: string): string => thingName(of, words.language);
  const byPriority = options.station === undefined ? [] : priorityClasses(result, scenario, options.station);
  const classesBy = [
    ...Object.keys(weeks[0]?.stations[options.station ?? '']?.byLevel ?? {}),
    ...(byPriority.length > 0 ? ['priority'] : []),
  ];
  const by = options.by !== undefined && classesBy.includes(options.by) ? options.by : classesBy[0];
  return {
    stations: Object.entries(scenario.resources).map(([station, { count: units }]) => ({
      name: station,
      label: label(station),
      count: units,
      ...stationFigures(result.resources[station], base?.resources[station], waitScale),
      line: lineOf(weeks, station),
    })),
    waitScale,
    classesBy,
    by,
    replications: weeks.length,
    classes: (by === 'priority' ? byPriority : levelClasses(weeks, options.station, by)).map(({ label: of, wait }) => ({
      label: label(of),
      wait: scaledFigure(wait, waitScale.unit),
    })),
    stages: Object.entries(result.stages).map(([stage, { mean }]) => ({
      name: stage,
      label: headName(stage, words.language),
      mean,
      inBase: (base ?? result).stages[stage]?.mean ?? Number.NaN,
    })),
    terms: Object.entries(result.terms).map(([term, { lateShare }]) => ({
      label: label(term),
      lateShare: { value: lateShare.share, interval: lateShare.interval },
      inBase: base?.terms[term]?.lateShare.share,
    })),
    unfinished:
      result.consignments.unfinished === 0
        ? undefined
        : words.unfinished({
            n: count(result.consignments.unfinished),
            time: lengthText(result.consignments.oldest, words),
          }),
    fees: Object.entries(result.fees).map(([fee, { currency, mean }]) => ({
      label: label(fee),
      currency,
      mean,
      inBase: base?.fees[fee]?.mean,
    })),
  };
}

function stationFigures(
  own: ResourceSummary | undefined,
  inBase: ResourceSummary | undefined,
  { unit }: Scale,
): Omit<StationView, 'name' | 'label' | 'count' | 'line'> {
  const wait = (of: ResourceSummary | undefined): Figure | undefined =>
    of === undefined || of.wait.count === 0
      ? undefined
      : scaledFigure({ value: of.wait.mean, interval: of.wait.interval }, unit);
  return {
    busy: own?.utilisation ?? Number.NaN,
    busyInBase: inBase?.utilisation,
    queueMean: own?.queueLength.mean ?? Number.NaN,
    queueMost: own?.queueLength.max ?? Number.NaN,
    wait: wait(own),
    waitInBase: wait(inBase)?.value,
    alarm: own === undefined ? undefined : alarmOf(own),
  };
}

function alarmOf(own: ResourceSummary): StationView['alarm'] {
  if (isOverloaded(own)) return 'overload';
  return isAlmostAlwaysBusy(own) ? 'nearOverload' : undefined;
}

function lineOf(weeks: readonly Week[], station: string): readonly number[] | undefined {
  return weeks.length === 0 ? undefined : weekLevels(weeks, { station, quantity: 'waiting' });
}

interface Class {
  readonly label: string;
  /** Hours. */
  readonly wait: Figure;
}

/** By priority, the biggest first, where one activity alone is waited for: those of several do not compare. */
function priorityClasses(result: ScenarioResult, { activities }: Scenario, station: string): readonly Class[] {
  const asked = Object.entries(result.activities).filter(
    ([name, activity]) => activity.count > 0 && station in (activities[name]?.needs ?? {}),
  );
  const [only] = asked;
  const classes = asked.length === 1 && only !== undefined ? Object.entries(only[1].waitByPriority) : [];
  return classes.length < 2
    ? []
    : classes
        .toSorted(([one], [other]) => Number(other) - Number(one))
        .map(([priority, { mean, interval }]) => ({ label: priority, wait: { value: mean, interval } }));
}

function levelClasses(weeks: readonly Week[], station: string | undefined, by: string | undefined): readonly Class[] {
  if (station === undefined || by === undefined) return [];
  return Object.entries(waitByLevel(weeks, { station, attribute: by })).map(([label, wait]) => ({ label, wait }));
}
