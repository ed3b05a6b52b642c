import type { Model, Recording } from '../simulation/index.ts';
import { Context } from './context.ts';
import { Stations } from './stations.ts';
import { Tally } from './tally.ts';
import { Vessels, type Vessel } from './vessels.ts';
import { Visits } from './visits.ts';

/** A recording, and what is found by going through it once. Plain data that crosses threads. */
export interface Survey {
  readonly recording: Recording;
  /** What happenings do not tell by themselves: see {@link Context}. */
  readonly context: Int16Array;
  /** What all happenings before add up to: see {@link Tally}; after every `stride` happenings, none at first. */
  readonly checkpoints: readonly Int32Array[];
  readonly stride: number;
  /** In the order of departure. */
  readonly vessels: readonly Vessel[];
  /**
   * Resources, and whatever anybody came to, in the order in which most consignments come to them: its place among the stations of the
   * model, and the most that were in it at once.
   */
  readonly stations: readonly { readonly place: number; readonly most: number }[];
}

/** Most checkpoints of a recording, and the fewest happenings between two. */
const checkpointsMax = 256;
const strideMin = 4096;

/** Goes through a recording once. Every few milliseconds it yields, so that whoever drives it can look around, or leave it. */
export function* survey(model: Model, recording: Recording): Generator<void, Survey, void> {
  const stations = new Stations(model);
  const finder = new Context(model, recording);
  const context = finder.found;
  const tally = new Tally(model, { recording, context }, stations);
  const visits = new Visits({ recording, context }, stations, tally);
  const vessels = new Vessels(model, recording);
  const stride = Math.max(strideMin, Math.ceil(recording.count / checkpointsMax));
  const checkpoints: Int32Array[] = [];
  for (let place = 0; place < recording.count; place++) {
    if (place % stride === 0) {
      checkpoints.push(tally.save());
      yield;
    }
    finder.meet(place);
    tally.change(place, 1);
    visits.meet(place);
    vessels.meet(place);
  }
  return {
    recording,
    context,
    checkpoints,
    stride,
    vessels: vessels.all,
    stations: visits.inOrder().map((place) => ({ place, most: visits.most(place) })),
  };
}
