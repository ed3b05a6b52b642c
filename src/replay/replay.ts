import { present, type SimTime } from '../base/index.ts';
import type { Model, Recording } from '../simulation/index.ts';
import { Stations, type Station } from './stations.ts';
import { Tally } from './tally.ts';
import type { Survey } from './survey.ts';
import type { Vessel } from './vessels.ts';

/** The port at an instant of a recording, when all that happens at it has happened. Plain data. */
export interface Standing {
  readonly now: SimTime;
  /** Happenings of the recording up to now. */
  readonly told: number;
  /** Consignments that have reached each milestone of the model; the first is `created`, the second `ended`. */
  readonly reached: readonly number[];
  /** In the order of the replay's stations. */
  readonly stations: readonly StationStanding[];
  /** Vessels at sea, the next to arrive first. */
  readonly atSea: readonly Vessel[];
}

/** A station at an instant. */
export interface StationStanding {
  /** Units of a resource in use; consignments in any other station. */
  readonly working: number;
  /** Requests in the line of a resource; one that needs several stands in the line of each. */
  readonly waiting: number;
}

/** A station of a recording. */
export interface ReplayStation extends Station {
  /** The most that were in it at once: units in use, or consignments. */
  readonly most: number;
}

/**
 * A recording seen as the port it tells of: how everything stands at any instant, forward and back. What a happening changes is
 * done or undone from where the tally stands, or from a checkpoint that is nearer.
 */
export class Replay {
  readonly model: Model;
  readonly recording: Recording;
  readonly stations: readonly ReplayStation[];
  readonly #survey: Survey;
  readonly #tally: Tally;
  /** Happenings that the tally has added up. */
  #told = 0;

  constructor(model: Model, survey: Survey) {
    const stations = new Stations(model);
    this.model = model;
    this.recording = survey.recording;
    this.stations = survey.stations.map(({ place, most }) => ({ ...present(stations.all[place], 'a station'), most }));
    this.#survey = survey;
    this.#tally = new Tally(model, survey, stations);
  }

  /** The first and the last instant of the recording; both 0 where nothing happens. */
  get from(): SimTime {
    return this.recording.at[0] ?? 0;
  }

  get to(): SimTime {
    return this.recording.at.at(-1) ?? 0;
  }

  /** How the port stands at an instant. */
  at(now: SimTime): Standing {
    this.#moveTo(this.#toldAt(now));
    const { reached, working, waiting } = this.#tally;
    return {
      now,
      told: this.#told,
      reached: [...reached],
      stations: this.#survey.stations.map(({ place }) => ({
        working: present(working[place], 'a station'),
        waiting: present(waiting[place], 'a station'),
      })),
      atSea: this.#survey.vessels
        .filter(({ departsAt, arrivesAt }) => departsAt <= now && now < arrivesAt)
        .toSorted((a, b) => a.arrivesAt - b.arrivesAt),
    };
  }

  /** The next instant at which anything happens; none after the last. */
  after(now: SimTime): SimTime | undefined {
    return this.recording.at[this.#toldAt(now)];
  }

  /** The last instant before at which anything happened; none before the first. */
  before(now: SimTime): SimTime | undefined {
    const { at } = this.recording;
    let place = this.#toldAt(now) - 1;
    while (at[place] === now) place--;
    return at[place];
  }

  /** The configuration that a consignment leaves by the `entered` at this place of the recording; -1: it comes into the model. */
  left(place: number): number {
    return present(this.#survey.context[place], 'a happening');
  }

  /** Places in the recording of what has happened to a consignment up to an instant. */
  history(consignment: number, now: SimTime): readonly number[] {
    const { entity } = this.recording;
    const told = this.#toldAt(now);
    const places: number[] = [];
    // Looking for one is sooner done than sorting all.
    for (let at = entity.indexOf(consignment); at >= 0 && at < told; at = entity.indexOf(consignment, at + 1))
      places.push(at);
    return places;
  }

  /** How many happenings there are up to an instant. */
  #toldAt(now: SimTime): number {
    const { at, count } = this.recording;
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (present(at[middle], 'an instant') <= now) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #moveTo(told: number): void {
    const { checkpoints, stride } = this.#survey;
    const nearest = Math.min(Math.round(told / stride), checkpoints.length - 1);
    const checkpoint = checkpoints[nearest];
    if (checkpoint !== undefined && Math.abs(nearest * stride - told) < Math.abs(this.#told - told)) {
      this.#tally.restore(checkpoint);
      this.#told = nearest * stride;
    }
    while (this.#told < told) this.#tally.change(this.#told++, 1);
    while (this.#told > told) this.#tally.change(--this.#told, -1);
  }
}
