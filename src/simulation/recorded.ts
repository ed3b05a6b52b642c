import { assert, present, type Minutes, type SimTime } from '../base/index.ts';
import { engineModel, Happening } from '../engine/index.ts';
import { KnownAttributes, type AttributeValue } from './known-attributes.ts';
import type { Model } from './model.ts';
import type { Recording } from './recording.ts';

/** An activity of a consignment, from the request on. What had not happened by the end of the recording is missing. */
export interface ActivitySpan {
  /** Its index in the model. */
  readonly activity: number;
  readonly name: string;
  readonly requestedAt: SimTime;
  /** It got what it needs. */
  readonly begunAt?: SimTime;
  /** It was completed, or what it held was freed; or its state was left before, whether it had begun or not. */
  readonly endedAt?: SimTime;
  readonly isCancelled: boolean;
}

/** A recording by consignment. Consignments are numbers from 0 to below `consignments`. */
export class Recorded {
  readonly model: Model;
  readonly recording: Recording;
  /** Where the history of a consignment begins in `#order`; one more for where the last ends. */
  #starts: Uint32Array | undefined;
  #order: Uint32Array = new Uint32Array(0);
  /** When milestones were first reached, by consignment and milestone. */
  #instants: Float64Array | undefined;

  constructor(model: Model, recording: Recording) {
    this.model = model;
    this.recording = recording;
  }

  get consignments(): number {
    return this.#begins().length - 1;
  }

  /** Positions of a consignment's happenings in the recording, in their order; the first is its creation. */
  history(consignment: number): Uint32Array {
    const starts = this.#begins();
    assert(consignment < starts.length - 1, 'a consignment of the recording');
    return this.#order.subarray(starts[consignment], starts[consignment + 1]);
  }

  /** Whether the figures count it: it arrived within the window. */
  isCounted(consignment: number): boolean {
    return this.recording.value[present(this.history(consignment)[0], 'a creation')] === 1;
  }

  /** Its attributes; see {@link attributesAt}. */
  attributes(consignment: number): Attributes {
    return attributesAt(this.history(consignment), this.model, this.recording);
  }

  /** When it first reached each milestone, in the order of the model's names (`created` and `ended` too); NaN: not within the recording. */
  milestones(consignment: number): Float64Array {
    const { length } = this.model.names.milestones;
    this.#instants ??= this.#reached();
    return this.#instants.subarray(consignment * length, (consignment + 1) * length);
  }

  /** From when to when an indicator of the model is measured for a consignment, counted or not; NaN where it has not come so far. */
  between(consignment: number, name: string): { readonly from: SimTime; readonly to: SimTime } {
    const { from, to } = present(this.model.engine.indicators[this.model.names.indicators.indexOf(name)], name);
    const instants = this.milestones(consignment);
    return { from: instantOf(from, instants), to: instantOf(to, instants) };
  }

  /** An indicator of the model for a consignment, counted or not; NaN if it has not come so far. */
  indicator(consignment: number, name: string): Minutes {
    const { from, to } = this.between(consignment, name);
    return to - from;
  }

  /** Its activities in the order of their requests. */
  spans(consignment: number): readonly ActivitySpan[] {
    const spans: ActivitySpan[] = [];
    /** The span of each activity that is not over. */
    const open = new Map<number, number>();
    const change = (activity: number, by: Partial<ActivitySpan>): void => {
      const place = present(open.get(activity), 'a request before it');
      spans[place] = { ...present(spans[place], 'a span'), ...by };
    };
    for (const { happening, what: activity, at } of this.#happenings(consignment)) {
      if (happening === Happening.requested) {
        const name = present(this.model.names.activities[activity], 'an activity');
        open.set(activity, spans.length);
        spans.push({ activity, name, requestedAt: at, isCancelled: false });
      } else if (happening === Happening.begun) change(activity, { begunAt: at });
      else if (this.#ends(happening, activity)) {
        change(activity, { endedAt: at, isCancelled: happening === Happening.cancelled });
        open.delete(activity);
      }
    }
    return spans;
  }

  /** Whether an activity is over by this: what only holds goes on when it is completed, which is to say granted. */
  #ends(happening: number, activity: number): boolean {
    if (happening === Happening.completed)
      return present(this.model.engine.activities[activity], 'an activity').takes !== undefined;
    return happening === Happening.cancelled || happening === Happening.freed;
  }

  /** What it was charged, in the order of the charges; amounts in the currency of the fee. */
  charges(consignment: number): readonly { readonly fee: string; readonly amount: number }[] {
    const { happening, what, value } = this.recording;
    return Array.from(this.history(consignment))
      .filter((place) => happening[place] === Happening.charged)
      .map((place) => ({
        fee: present(this.model.names.fees[present(what[place], 'what')], 'a fee'),
        amount: present(value[place], 'an amount'),
      }));
  }

  *#happenings(consignment: number): Generator<Happened, void, void> {
    const { happening, what, at } = this.recording;
    for (const place of this.history(consignment))
      yield {
        happening: present(happening[place], 'a happening'),
        what: present(what[place], 'what'),
        at: present(at[place], 'an instant'),
      };
  }

  /** Finds when each consignment first reached each milestone, when that is first asked for. */
  #reached(): Float64Array {
    const { entity, count, happening, what, at } = this.recording;
    const { length } = this.model.names.milestones;
    const instants = new Float64Array(this.consignments * length).fill(Number.NaN);
    for (let place = 0; place < count; place++) {
      const milestone = milestoneOf(present(happening[place], 'a happening'), present(what[place], 'what'));
      if (milestone < 0) continue;
      const first = present(entity[place], 'a number') * length + milestone;
      if (Number.isNaN(instants[first])) instants[first] = present(at[place], 'an instant');
    }
    return instants;
  }

  /** Sorts the happenings by consignment, when that is first asked for. */
  #begins(): Uint32Array {
    if (this.#starts !== undefined) return this.#starts;
    const { entity, count } = this.recording;
    let consignments = 0;
    for (let place = 0; place < count; place++)
      consignments = Math.max(consignments, present(entity[place], 'a number') + 1);
    // Where the next of a consignment goes, two places on: when all are placed, where those of the consignment begin.
    const next = new Uint32Array(consignments + 2);
    for (let place = 0; place < count; place++) {
      const each = present(entity[place], 'a number');
      next[each + 2] = present(next[each + 2], 'a number') + 1;
    }
    for (let each = 2; each < next.length; each++)
      next[each] = present(next[each], 'a number') + present(next[each - 1], 'one before');
    this.#order = new Uint32Array(count);
    for (let place = 0; place < count; place++) {
      const each = present(entity[place], 'a number');
      const at = present(next[each + 1], 'a place');
      this.#order[at] = place;
      next[each + 1] = at + 1;
    }
    this.#starts = next.subarray(0, consignments + 1);
    return this.#starts;
  }
}

/** Attributes of a consignment by name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** What the happenings of a model tell of attributes: made once. */
const known = new WeakMap<Model, KnownAttributes>();

/** The attributes whose drawing is told at these places of a recording; those that actions write are not among them. */
export function attributesAt(
  places: Iterable<number>,
  model: Model,
  { happening, what, value }: Recording,
): Attributes {
  const attributes = known.get(model) ?? new KnownAttributes(model);
  known.set(model, attributes);
  const values: AttributeValue[] = [];
  for (const place of places)
    attributes.take(
      values,
      present(happening[place], 'a happening'),
      present(what[place], 'what'),
      present(value[place], 'a value'),
    );
  return Object.fromEntries(
    attributes.names.flatMap((name, at) => (values[at] === undefined ? [] : [[name, values[at]] as const])),
  );
}

/** The milestone that is reached by a happening; -1: none. */
function milestoneOf(happening: number, what: number): number {
  if (happening === Happening.reached) return what;
  if (happening === Happening.created) return engineModel.created;
  return happening === Happening.ended ? engineModel.ended : -1;
}

/** A row of a recording. */
interface Happened {
  readonly happening: number;
  readonly what: number;
  readonly at: SimTime;
}

/** The first of milestones that is reached, or the last of all of them; NaN while it is not. */
function instantOf({ of, columns }: engineModel.Anchor, instants: Float64Array): SimTime {
  const all = columns.map((column) => present(instants[column], 'a milestone'));
  if (of === 'last') return Math.max(...all);
  const reached = all.filter((at) => !Number.isNaN(at));
  return reached.length === 0 ? Number.NaN : Math.min(...reached);
}
