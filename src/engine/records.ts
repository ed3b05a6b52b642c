import { bucketCount, bucketOf } from '../statistics/index.ts';
import type { Entities } from './entities.ts';
import type { Anchor, Model } from './model.ts';
import { ended } from './model.ts';

/** Doubles that a tally takes: count, mean, sum of squared deviations, least, greatest. */
export const tallyWidth = 5;

/** Figures of the counted entities: indicators, stages, endings, fees, by group. */
export class Records {
  /** Per indicator: count, mean, squares, min, max. */
  readonly tally: Float64Array;
  /** Per indicator: counts by bucket. */
  readonly histogram: Uint32Array;
  /** Per group column, level and indicator: count, mean. */
  readonly grouped: Float64Array;
  /** First place in `grouped` of each group column. */
  readonly groupStart: readonly number[];
  /** Per stage: count, mean. */
  readonly stage: Float64Array;
  readonly ending: Float64Array;
  /** Per fee: sum, number of entities charged. */
  readonly fee: Float64Array;
  /** Entities counted and ended; counted in all. */
  endedCount = 0;
  countedCount = 0;
  /** Instant of an anchor, after `find`; NaN if it is not reached. */
  readonly instant: Float64Array = new Float64Array(1);

  /** Greatest age of those unfinished when the run stopped, in minutes since arrival. */
  oldest = 0;
  /** Indicators of each counted entity by number, if kept: NaN where not reached. */
  readonly times: Float64Array[];
  /** Arrival of each counted entity by number, if kept: NaN of those not counted. */
  arrivals: Float64Array = new Float64Array(0);

  readonly #entities: Entities;
  readonly #groups: Int32Array;
  readonly #groupStart: Int32Array;
  readonly #indicators: number;
  readonly #keeps: boolean;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #stages: Int32Array;
  readonly #endings: Int32Array;
  /** Anchors: [1 if last, column, column, .., -1]. */
  readonly #anchors: number[] = [];
  #anchor: Int32Array = new Int32Array(0);

  constructor(model: Model, entities: Entities, keepTimes: boolean) {
    this.#entities = entities;
    this.#indicators = model.indicators.length;
    this.#groups = Int32Array.from(model.groups);
    const widths = model.groups.map((column) => (model.levelColumns[column]?.levels ?? 0) * this.#indicators * 2);
    this.groupStart = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
    this.#groupStart = Int32Array.from(this.groupStart);
    this.tally = new Float64Array(this.#indicators * tallyWidth);
    for (let at = 0; at < this.tally.length; at += tallyWidth) {
      this.tally[at + 3] = Number.POSITIVE_INFINITY;
      this.tally[at + 4] = Number.NEGATIVE_INFINITY;
    }
    this.histogram = new Uint32Array(this.#indicators * bucketCount);
    this.grouped = new Float64Array(widths.reduce((sum, width) => sum + width, 0));
    this.stage = new Float64Array(Math.max(0, model.stages.length - 1) * 2);
    this.ending = new Float64Array(model.endings.length);
    this.fee = new Float64Array(model.fees.length * 2);
    this.#keeps = keepTimes;
    this.times = model.indicators.map(() => new Float64Array(0));
    this.#from = Int32Array.from(model.indicators, (indicator) => this.enter(indicator.from));
    this.#to = Int32Array.from(model.indicators, (indicator) => this.enter(indicator.to));
    this.#stages = Int32Array.from(model.stages, (anchor) => this.enter(anchor));
    this.#endings = Int32Array.from(model.endings, (anchor) => this.enter(anchor));
  }

  /** Enters an anchor while a run is set up; gives its place for `find`. */
  enter(anchor: Anchor): number {
    const at = this.#anchors.length;
    this.#anchors.push(anchor.of === 'last' ? 1 : 0, ...anchor.columns, -1);
    return at;
  }

  /** Ends the setting up: anchors entered from now on are not seen. */
  seal(): void {
    this.#anchor = Int32Array.from(this.#anchors);
  }

  /** Puts the instant of the anchor for the entity in `slot` into `instant`. */
  find(slot: number, anchor: number): void {
    const base = slot * this.#entities.milestones;
    const milestone = this.#entities.milestone;
    const anchors = this.#anchor;
    let at = anchor + 1;
    let found = milestone[base + (anchors[at] as number)] as number;
    if (anchors[anchor] === 1) {
      for (at++; (anchors[at] as number) >= 0; at++) {
        const other = milestone[base + (anchors[at] as number)] as number;
        // A NaN of either makes the result NaN: `last` is reached when all are.
        if (!(other <= found)) found = other > found ? other : Number.NaN;
      }
    } else {
      for (at++; (anchors[at] as number) >= 0; at++) {
        const other = milestone[base + (anchors[at] as number)] as number;
        if (!(other >= found) && other === other) found = other;
      }
    }
    this.instant[0] = found;
  }

  /** Takes the figures of the entity in `slot`, which has ended or is left unfinished when the run stops. */
  take(slot: number): void {
    const entities = this.#entities;
    if (entities.counted[slot] === 0) return;
    if (this.#keeps) this.#keepArrival(slot);
    for (let indicator = 0; indicator < this.#indicators; indicator++) this.#takeIndicator(slot, indicator);
    if (this.#stages.length > 1) this.#takeStages(slot);
    for (let fee = 0; fee < entities.fees; fee++) {
      const amount = entities.fee[slot * entities.fees + fee] as number;
      if (amount > 0) {
        this.fee[2 * fee] = (this.fee[2 * fee] as number) + amount;
        this.fee[2 * fee + 1] = (this.fee[2 * fee + 1] as number) + 1;
      }
    }
    if (!Number.isNaN(entities.milestone[slot * entities.milestones + ended])) {
      this.endedCount++;
      this.#takeEnding(slot);
    }
  }

  #takeIndicator(slot: number, indicator: number): void {
    this.find(slot, this.#from[indicator] as number);
    const from = this.instant[0] as number;
    this.find(slot, this.#to[indicator] as number);
    const value = (this.instant[0] as number) - from;
    if (value !== value) return;
    const tally = this.tally;
    const at = indicator * tallyWidth;
    const count = (tally[at] as number) + 1;
    const mean = tally[at + 1] as number;
    const deviation = value - mean;
    const newMean = mean + deviation / count;
    tally[at] = count;
    tally[at + 1] = newMean;
    tally[at + 2] = (tally[at + 2] as number) + deviation * (value - newMean);
    if (value < (tally[at + 3] as number)) tally[at + 3] = value;
    if (value > (tally[at + 4] as number)) tally[at + 4] = value;
    const bucket = indicator * bucketCount + bucketOf(value);
    this.histogram[bucket] = (this.histogram[bucket] as number) + 1;
    for (let group = 0; group < this.#groups.length; group++) {
      const level = this.#entities.level[slot * this.#entities.levels + (this.#groups[group] as number)] as number;
      const place = (this.#groupStart[group] as number) + (level * this.#indicators + indicator) * 2;
      const members = (this.grouped[place] as number) + 1;
      this.grouped[place] = members;
      this.grouped[place + 1] =
        (this.grouped[place + 1] as number) + (value - (this.grouped[place + 1] as number)) / members;
    }
    if (this.#keeps) (this.times[indicator] as Float64Array)[this.#entities.number[slot] as number] = value;
  }

  #keepArrival(slot: number): void {
    const number = this.#entities.number[slot] as number;
    if (number >= this.arrivals.length) {
      const grow = (old: Float64Array): Float64Array => {
        const grown = new Float64Array(Math.max(1024, number * 2)).fill(Number.NaN);
        grown.set(old);
        return grown;
      };
      this.arrivals = grow(this.arrivals);
      for (const [indicator, times] of this.times.entries()) this.times[indicator] = grow(times);
    }
    this.arrivals[number] = this.#entities.arrival[slot] as number;
  }

  #takeStages(slot: number): void {
    const stages = this.#stages;
    for (let stage = 0; stage < stages.length; stage++) {
      this.find(slot, stages[stage] as number);
      if (Number.isNaN(this.instant[0])) return;
    }
    this.find(slot, stages[0] as number);
    let reached = this.instant[0] as number;
    for (let stage = 1; stage < stages.length; stage++) {
      this.find(slot, stages[stage] as number);
      const now = Math.max(reached, this.instant[0] as number);
      const at = (stage - 1) * 2;
      const count = (this.stage[at] as number) + 1;
      this.stage[at] = count;
      this.stage[at + 1] = (this.stage[at + 1] as number) + (now - reached - (this.stage[at + 1] as number)) / count;
      reached = now;
    }
  }

  /** The first reached of all endings but the last; else the last, if it is reached. */
  #takeEnding(slot: number): void {
    const fallback = this.#endings.length - 1;
    let which = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (let ending = 0; ending <= fallback; ending++) {
      if (ending === fallback && which >= 0) break;
      this.find(slot, this.#endings[ending] as number);
      if ((this.instant[0] as number) < earliest) {
        earliest = this.instant[0] as number;
        which = ending;
      }
    }
    if (which >= 0) this.ending[which] = (this.ending[which] as number) + 1;
  }
}
