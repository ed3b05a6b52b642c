import { present, type SimTime } from '../base/index.ts';
import { Happening, type Model, type Recording } from '../simulation/index.ts';
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
  /** Consignments whose goods may leave the port, or have left it. */
  readonly mayLeave: number;
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
  /** Consignments that reach each milestone of the model by the end of the recording. */
  readonly total: readonly number[];
  readonly #survey: Survey;
  readonly #stations: Stations;
  readonly #tally: Tally;
  /** Happenings that the tally has added up. */
  #told = 0;

  constructor(model: Model, survey: Survey) {
    this.#stations = new Stations(model);
    this.model = model;
    this.recording = survey.recording;
    this.stations = survey.stations.map(({ place, most }) => ({
      ...present(this.#stations.all[place], 'a station'),
      most,
    }));
    this.#survey = survey;
    this.#tally = new Tally(model, survey, this.#stations);
    this.total = this.at(this.to).reached;
  }

  /** The first and the last instant of the recording; both 0 where nothing happens. */
  get from(): SimTime {
    return this.recording.at[0] ?? 0;
  }

  get to(): SimTime {
    return this.recording.at.at(-1) ?? 0;
  }

  /** All vessels, in the order of departure. */
  get vessels(): readonly Vessel[] {
    return this.#survey.vessels;
  }

  /** How the port stands at an instant. */
  at(now: SimTime): Standing {
    this.#moveTo(this.#toldAt(now));
    const { reached, mayLeave, working, waiting } = this.#tally;
    return {
      now,
      told: this.#told,
      reached: [...reached],
      mayLeave: present(mayLeave[0], 'a count'),
      stations: this.#survey.stations.map(({ place }) => ({
        working: present(working[place], 'a station'),
        waiting: present(waiting[place], 'a station'),
      })),
      atSea: this.vessels
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

  /** The consignment that came last of all that are in a station, waiting or not; none where nobody is. */
  newest(station: number, now: SimTime): number | undefined {
    const place = present(this.#survey.stations[station], 'a station').place;
    const { working, waiting } = present(this.at(now).stations[station], 'a station');
    if (working + waiting === 0) return undefined;
    const left = new Set<number>();
    for (let at = this.#told - 1; at >= 0; at--) {
      const consignment = present(this.recording.entity[at], 'a consignment');
      if (left.has(consignment)) continue;
      const change = this.#change(at, place);
      if (change === 'comes') return consignment;
      if (change === 'leaves') left.add(consignment);
    }
    return undefined;
  }

  /** What the happening at a place of the recording is to a station; nothing if it is none of its. */
  #change(at: number, station: number): 'comes' | 'leaves' | undefined {
    const what = present(this.recording.what[at], 'what');
    const before = this.left(at);
    switch (this.recording.happening[at]) {
      case Happening.entered:
        if (this.#stations.left(what, before).includes(station)) return 'comes';
        return this.#stations.left(before, what).includes(station) ? 'leaves' : undefined;
      case Happening.requested:
        return this.#isNeeded(station, what) ? 'comes' : undefined;
      case Happening.completed: {
        const isHeld = present(this.model.engine.activities[what], 'an activity').takes === undefined;
        return !isHeld && this.#isNeeded(station, what) ? 'leaves' : undefined;
      }
      case Happening.cancelled:
      case Happening.freed:
        return this.#isNeeded(station, what) ? 'leaves' : undefined;
      default:
        return undefined;
    }
  }

  #isNeeded(station: number, activity: number): boolean {
    return this.#stations.needs(activity).some((need) => need.station === station);
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
