import { present, type SimTime } from '../base/index.ts';
import type { Recorded } from '../simulation/index.ts';
import { Stations, type Station } from './stations.ts';
import { Tally } from './tally.ts';
import { Vessels, type Vessel } from './vessels.ts';
import { Visits } from './visits.ts';

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

/** Most checkpoints of a recording, and the fewest happenings between two. */
const checkpointsMax = 256;
const strideMin = 4096;

/** What is found when a recording is gone through. */
interface Found {
  readonly stations: Stations;
  readonly tally: Tally;
  readonly visits: Visits;
  readonly vessels: Vessels;
  readonly stride: number;
  readonly checkpoints: readonly Int32Array[];
}

/**
 * A recording seen as the port it tells of: how everything stands at any instant, forward and back. What a happening changes is
 * done or undone from where the tally stands, or from a checkpoint that is nearer.
 */
export class Replay {
  readonly recorded: Recorded;
  /** Resources, and whatever anybody came to, in the order in which most consignments come to them. */
  readonly stations: readonly ReplayStation[];
  readonly vessels: readonly Vessel[];
  readonly #tally: Tally;
  /** Happenings that the tally has added up. */
  #told: number;
  /** Tallies after every so many happenings. */
  readonly #checkpoints: readonly Int32Array[];
  readonly #stride: number;
  /** Places of the stations in the tally. */
  readonly #places: readonly number[];

  private constructor(recorded: Recorded, found: Found) {
    this.recorded = recorded;
    this.vessels = found.vessels.all;
    this.#tally = found.tally;
    this.#told = recorded.recording.count;
    this.#checkpoints = found.checkpoints;
    this.#stride = found.stride;
    this.#places = found.visits.inOrder();
    this.stations = this.#places.map((place) => ({
      ...present(found.stations.all[place], 'a station'),
      most: found.visits.most(place),
    }));
  }

  /** Goes through a recording once; yields every few milliseconds, so that whoever drives it can look around. */
  static *of(recorded: Recorded): Generator<void, Replay, void> {
    const { model, recording } = recorded;
    const stations = new Stations(model);
    const tally = new Tally(model, recording, stations);
    const visits = new Visits(recording, stations, tally);
    const vessels = new Vessels(model, recording);
    const stride = Math.max(strideMin, Math.ceil(recording.count / checkpointsMax));
    const checkpoints: Int32Array[] = [];
    for (let place = 0; place < recording.count; place++) {
      if (place % stride === 0) {
        checkpoints.push(tally.save());
        yield;
      }
      tally.meet(place);
      visits.meet(place);
      vessels.meet(place);
    }
    return new Replay(recorded, { stations, tally, visits, vessels, stride, checkpoints });
  }

  /** The first and the last instant of the recording; both 0 where nothing happens. */
  get from(): SimTime {
    return this.recorded.recording.at[0] ?? 0;
  }

  get to(): SimTime {
    return this.recorded.recording.at.at(-1) ?? 0;
  }

  /** How the port stands at an instant. */
  at(now: SimTime): Standing {
    this.#moveTo(this.#toldAt(now));
    const { reached, working, waiting } = this.#tally;
    return {
      now,
      told: this.#told,
      reached: [...reached],
      stations: this.#places.map((place) => ({
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
    return this.recorded.recording.at[this.#toldAt(now)];
  }

  /** The last instant before at which anything happened; none before the first. */
  before(now: SimTime): SimTime | undefined {
    const { at } = this.recorded.recording;
    let place = this.#toldAt(now) - 1;
    while (at[place] === now) place--;
    return at[place];
  }

  /** The configuration that a consignment leaves by the `entered` at this place of the recording; -1: it comes into the model. */
  left(place: number): number {
    return this.#tally.left(place);
  }

  /** How many happenings there are up to an instant. */
  #toldAt(now: SimTime): number {
    const { at, count } = this.recorded.recording;
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (present(at[middle], 'an instant') <= now) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #moveTo(told: number): void {
    const nearest = Math.min(Math.round(told / this.#stride), this.#checkpoints.length - 1);
    const checkpoint = this.#checkpoints[nearest];
    if (checkpoint !== undefined && Math.abs(nearest * this.#stride - told) < Math.abs(this.#told - told)) {
      this.#tally.restore(checkpoint);
      this.#told = nearest * this.#stride;
    }
    while (this.#told < told) this.#tally.change(this.#told++, 1);
    while (this.#told > told) this.#tally.change(--this.#told, -1);
  }
}
