import { present } from '../base/index.ts';
import { leavesOf } from '../compile/index.ts';
import type { Model } from '../simulation/index.ts';

/** Where consignments are kept: a resource with its line, an activity that needs nobody, or a delay. */
export interface Station {
  readonly kind: 'resource' | 'activity' | 'delay';
  readonly name: string;
  /** Of a resource; in other stations there is room for all. */
  readonly units: number;
  /** Index of the model's calendar that it keeps; -1: it is never closed. */
  readonly calendar: number;
}

/** What an activity takes of a station. */
interface Need {
  readonly station: number;
  readonly units: number;
}

/** The stations of a model, and which of them its activities and configurations are about. */
export class Stations {
  readonly all: readonly Station[];
  readonly #needs: readonly (readonly Need[])[];
  /** By configuration: the delays that its states declare. */
  readonly #delays: readonly (readonly number[])[];
  /** Delays left, by the configuration that is left and the one that follows. */
  readonly #left: Map<number, readonly number[]> = new Map();

  constructor({ engine, names, scenario, table }: Model) {
    const all: Station[] = engine.resources.map(({ name, units, calendar }) => ({
      kind: 'resource',
      name,
      units,
      calendar,
    }));
    const placeOf = (kind: Station['kind'], name: string): number => {
      const place = all.findIndex((station) => station.kind === kind && station.name === name);
      return place < 0 ? all.push({ kind, name, units: Infinity, calendar: -1 }) - 1 : place;
    };
    this.#needs = engine.activities.map(({ needs }, activity) =>
      needs.length === 0
        ? [{ station: placeOf('activity', present(names.activities[activity], 'an activity')), units: 1 }]
        : needs.map(({ resource, units }) => ({ station: resource, units })),
    );
    // A deadline moves nobody while it runs: it is no place to be.
    const declared = table.timers
      .filter(({ delay }) => delay in scenario.delays)
      .map(({ delay, state }) => ({ state, station: placeOf('delay', delay) }));
    this.#delays = table.configurations.map(({ value }) => {
      const leaves = leavesOf(value);
      const active = declared.filter(({ state }) => isActive(state, leaves));
      return [...new Set(active.map(({ station }) => station))];
    });
    this.all = all;
  }

  /** What an activity needs: units of resources, or the activity itself as a station. */
  needs(activity: number): readonly Need[] {
    return present(this.#needs[activity], 'an activity');
  }

  /**
   * Delays of one configuration (-1: none) that are no longer those of another (-1: none): a consignment that goes from the one to the
   * other is over with them.
   */
  left(from: number, to: number): readonly number[] {
    const key = from * this.#delays.length + to;
    const known = this.#left.get(key);
    if (known !== undefined) return known;
    const after = this.#delays[to] ?? [];
    const left = (this.#delays[from] ?? []).filter((station) => !after.includes(station));
    this.#left.set(key, left);
    return left;
  }
}

/** Whether a state, or one inside it, is among the innermost active ones; the root, whose path is empty, always is. */
function isActive(state: string, leaves: readonly string[]): boolean {
  return state === '' || leaves.some((leaf) => leaf === state || leaf.startsWith(`${state}.`));
}
