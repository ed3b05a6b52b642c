import { present, type SimTime } from '../base/index.ts';
import { Happening, type Observer } from '../engine/index.ts';
import type { Model } from './model.ts';

/** Something that happened to a consignment: a row of the log. */
export interface Occurrence {
  readonly at: SimTime;
  /** Its number, in the order of creation from 0. */
  readonly consignment: number;
  readonly event:
    | 'created'
    | 'reached'
    | 'requested'
    | 'begun'
    | 'completed'
    | 'cancelled'
    | 'freed'
    | 'charged'
    | 'ended';
  /** The milestone, activity or fee; empty for `created` and `ended`. */
  readonly name: string;
}

/** An observer of a run that tells its occurrences, in their order and in the words of the model. */
export function occurrences(model: Model, tell: (occurrence: Occurrence) => void): Observer {
  const { milestones, activities, fees } = model.names;
  // A configuration that is entered is told by the milestones and activities that come with it.
  const told = new Map<number, { readonly event: Occurrence['event']; readonly names: readonly string[] | undefined }>([
    [Happening.created, { event: 'created', names: undefined }],
    [Happening.reached, { event: 'reached', names: milestones }],
    [Happening.requested, { event: 'requested', names: activities }],
    [Happening.begun, { event: 'begun', names: activities }],
    [Happening.completed, { event: 'completed', names: activities }],
    [Happening.cancelled, { event: 'cancelled', names: activities }],
    [Happening.freed, { event: 'freed', names: activities }],
    [Happening.charged, { event: 'charged', names: fees }],
    [Happening.ended, { event: 'ended', names: undefined }],
  ]);
  return {
    happened(happening, at, consignment, what) {
      const kind = told.get(happening);
      if (kind === undefined) return;
      const { event, names } = kind;
      tell({ at, consignment, event, name: names === undefined ? '' : present(names[what], event) });
    },
  };
}
