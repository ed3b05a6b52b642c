import type { Model } from '../simulation/index.ts';
import { allEvents, eventNames } from './event-names.ts';
import { unitOf } from './particulars.ts';

/** Every word of a model that a rule may use, by what it is. */
export interface Vocabulary {
  readonly events: readonly string[];
  /** Dotted paths. */
  readonly states: readonly string[];
  /** With their levels, or the unit of their amounts. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Measures, chances that are drawn once, and conditions: true or false. */
  readonly conditions: readonly string[];
  readonly fees: readonly string[];
  readonly resources: readonly string[];
  readonly calendars: readonly string[];
  readonly indicators: readonly string[];
}

/** The words of a model. */
export function vocabularyOf(model: Model): Vocabulary {
  const { scenario, meanings, table } = model;
  const names = eventNames(model);
  return {
    events: allEvents(names),
    states: [...new Set(names.states.flat())],
    attributes: Object.fromEntries([
      ...meanings.columns.levels.map((name) => [name, meanings.columns.levelsOf.get(name) ?? []] as const),
      ...meanings.columns.numbers.map((name) => [name, [unitOf(name, scenario)]] as const),
    ]),
    conditions: table.guards.filter(
      (guard) => !meanings.columns.levels.includes(guard) && scenario.chances[guard]?.drawn !== 'eachVisit',
    ),
    fees: names.fees,
    resources: model.names.resources,
    calendars: Object.keys(scenario.calendars),
    indicators: model.names.indicators,
  };
}
