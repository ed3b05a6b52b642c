import { Anchor } from './anchors';
import { Entity } from './entities';
import { allocate } from './memory';

/**
 * Buckets by the bits of a double, 128 per octave from 2^-11 to 2^33, negative ones first, one for what is nearer to 0.
 * The same as src/statistics/log-histogram.ts, which reads them.
 */
const bucketsPerSign = 44 * 128;
const bucketBase = (1023 - 11) * 128 - 1;
const bucketCount = 2 * bucketsPerSign + 1;

export function bucketOf(observation: f64): i32 {
  const bits = reinterpret<i64>(observation);
  const away = <i32>((bits & i64.MAX_VALUE) >> 45) - bucketBase;
  if (away <= 0) return bucketsPerSign;
  return bits < 0 ? bucketsPerSign - min(away, bucketsPerSign) : bucketsPerSign + min(away, bucketsPerSign);
}

/** A time that is measured: from one anchor to another. */
@unmanaged
export class Indicator {
  /** Places of the anchors among those of the records. */
  from: i32;
  to: i32;
  count: f64;
  sum: f64;
  least: f64;
  greatest: f64;
  /** Counts (u32) by bucket. */
  histogram: usize;
  /** Count and sum (f64) by group column and level: the first of each column follows the last of the one before. */
  groups: usize;

  /** Its value for an entity of which the instants are found; NaN where it has none. */
  value(): f64 {
    return records.instant(this.to) - records.instant(this.from);
  }

  take(entity: Entity): void {
    const value = this.value();
    if (isNaN(value)) return;
    this.count += 1;
    this.sum += value;
    this.least = min(this.least, value);
    this.greatest = max(this.greatest, value);
    const bucket = this.histogram + ((<usize>bucketOf(value)) << 2);
    store<u32>(bucket, load<u32>(bucket) + 1);
    for (let group = 0; group < records.groupCount; group++) {
      const cell = this.groups + ((<usize>records.groupCell(group, entity)) << 4);
      store<f64>(cell, load<f64>(cell) + 1);
      store<f64>(cell, load<f64>(cell, 8) + value, 8);
    }
  }
}

/** Doubles of an entity's record before its indicators and its levels in the group columns: its number and arrival. */
const recordHead = 2;

/** Records at which the host should take them. */
const full = 1024;

/** Figures of the counted entities when they have ended. */
@unmanaged
export class Records {
  /** Pointers to the anchors that figures ask for, each once; their instants for the entity that is taken up. */
  anchors: usize;
  anchorCount: i32;
  instants: usize;
  indicators: usize;
  indicatorCount: i32;
  /** Offsets of the columns by which indicators are told apart, and the first cell of each. */
  groups: usize;
  groupCount: i32;
  groupCells: i32;
  /** Places of the anchors that cut the time of an entity into stages; count and sum (f64) of each stage. */
  stages: usize;
  stageCount: i32;
  stageSums: usize;
  /** Places of the anchors that say how an entity ended, and how many (f64) did. */
  endings: usize;
  endingCount: i32;
  endingSums: usize;

  /** Counted entities, and how many of them have ended. */
  counted: i32;
  ended: i32;
  /** Greatest age of those that have not when the run is closed, in minutes. */
  oldest: f64;

  /** Records of single entities, if the host wants them. */
  isKeeping: bool;
  kept: usize;
  keptLength: i32;
  private keptMax: i32;

  instant(place: i32): f64 {
    return load<f64>(this.instants + ((<usize>place) << 3));
  }

  groupCell(group: i32, entity: Entity): i32 {
    return load<i32>(this.groups + ((<usize>group) << 3), 4) + this.groupLevel(group, entity);
  }

  private groupLevel(group: i32, entity: Entity): i32 {
    return entity.level(load<usize>(this.groups + ((<usize>group) << 3)));
  }

  /** Takes up a counted entity, ended or left unfinished when the run is closed. */
  take(entity: Entity, hasEnded: bool): void {
    for (let place = 0; place < this.anchorCount; place++) {
      const anchor = changetype<Anchor>(load<usize>(this.anchors + ((<usize>place) << 2)));
      store<f64>(this.instants + ((<usize>place) << 3), anchor.of(entity));
    }
    for (let index = 0; index < this.indicatorCount; index++) this.indicator(index).take(entity);
    if (this.isKeeping) this.keep(entity);
    this.takeStages();
    if (!hasEnded) return;
    this.ended++;
    this.takeEnding();
  }

  isFull(): bool {
    return this.keptLength >= full;
  }

  private indicator(index: i32): Indicator {
    return changetype<Indicator>(load<usize>(this.indicators + ((<usize>index) << 2)));
  }

  private placeIn(list: usize, index: i32): i32 {
    return load<i32>(list + ((<usize>index) << 2));
  }

  /** Stage i is the running maximum of the anchors up to i + 1 less that up to i; only of those that have come to the last. */
  private takeStages(): void {
    for (let stage = 0; stage < this.stageCount; stage++)
      if (isNaN(this.instant(this.placeIn(this.stages, stage)))) return;
    let reached = this.stageCount == 0 ? 0 : this.instant(this.placeIn(this.stages, 0));
    for (let stage = 1; stage < this.stageCount; stage++) {
      const now = max(reached, this.instant(this.placeIn(this.stages, stage)));
      const cell = this.stageSums + ((<usize>(stage - 1)) << 4);
      store<f64>(cell, load<f64>(cell) + 1);
      store<f64>(cell, load<f64>(cell, 8) + now - reached, 8);
      reached = now;
    }
  }

  /** The first reached of all endings but the last; else the last, if it is reached. */
  private takeEnding(): void {
    const fallback = this.endingCount - 1;
    let which = -1;
    let earliest: f64 = Infinity;
    for (let ending = 0; ending < fallback || (ending == fallback && which < 0); ending++) {
      const instant = this.instant(this.placeIn(this.endings, ending));
      if (!(instant < earliest)) continue;
      earliest = instant;
      which = ending;
    }
    if (which < 0) return;
    const cell = this.endingSums + ((<usize>which) << 3);
    store<f64>(cell, load<f64>(cell) + 1);
  }

  private keep(entity: Entity): void {
    const width = (<usize>(recordHead + this.indicatorCount + this.groupCount)) << 3;
    if (this.keptLength == this.keptMax) {
      const larger = max(2 * full, 2 * this.keptMax);
      const kept = allocate(<usize>larger * width);
      memory.copy(kept, this.kept, <usize>this.keptLength * width);
      this.kept = kept;
      this.keptMax = larger;
    }
    const record = this.kept + <usize>this.keptLength * width;
    this.keptLength++;
    store<f64>(record, <f64>entity.number);
    store<f64>(record, entity.arrival, 8);
    let at = record + ((<usize>recordHead) << 3);
    for (let index = 0; index < this.indicatorCount; index++, at += 8) store<f64>(at, this.indicator(index).value());
    for (let group = 0; group < this.groupCount; group++, at += 8) store<f64>(at, <f64>this.groupLevel(group, entity));
  }
}

export const records = changetype<Records>(memory.data(offsetof<Records>(), 8));

/**
 * Says what is recorded: pointers to anchors; groups as pairs of a column's offset and its first cell, with the number of
 * cells in all; stages and endings as places among the anchors. Indicators are entered afterwards.
 */
export function setUpRecords(
  anchors: usize,
  anchorCount: i32,
  groups: usize,
  groupCount: i32,
  groupCells: i32,
  stages: usize,
  stageCount: i32,
  endings: usize,
  endingCount: i32,
): void {
  records.anchors = anchors;
  records.anchorCount = anchorCount;
  records.instants = allocate((<usize>anchorCount) << 3);
  records.groups = groups;
  records.groupCount = groupCount;
  records.groupCells = groupCells;
  records.stages = stages;
  records.stageCount = stageCount;
  records.stageSums = allocate((<usize>stageCount) << 4);
  records.endings = endings;
  records.endingCount = endingCount;
  records.endingSums = allocate((<usize>endingCount) << 3);
}

/** Enters an indicator, by the places of its anchors. */
export function addIndicator(from: i32, to: i32): Indicator {
  const indicator = changetype<Indicator>(allocate(offsetof<Indicator>()));
  indicator.from = from;
  indicator.to = to;
  indicator.least = Infinity;
  indicator.greatest = -Infinity;
  indicator.histogram = allocate(bucketCount << 2);
  indicator.groups = allocate((<usize>records.groupCells) << 4);
  return indicator;
}

/** Says which indicators are recorded: pointers. */
export function setIndicators(indicators: usize, count: i32): void {
  records.indicators = indicators;
  records.indicatorCount = count;
}

export function indicatorCount(indicator: Indicator): f64 {
  return indicator.count;
}

export function indicatorSum(indicator: Indicator): f64 {
  return indicator.sum;
}

export function indicatorLeast(indicator: Indicator): f64 {
  return indicator.least;
}

export function indicatorGreatest(indicator: Indicator): f64 {
  return indicator.greatest;
}

/** Where the counts (u32) by bucket lie. */
export function indicatorHistogram(indicator: Indicator): usize {
  return indicator.histogram;
}

/** Where count and sum (f64) by group cell lie. */
export function indicatorGroups(indicator: Indicator): usize {
  return indicator.groups;
}

/** Where count and sum (f64) by stage lie. */
export function stageSums(): usize {
  return records.stageSums;
}

/** Where the numbers (f64) by ending lie. */
export function endingSums(): usize {
  return records.endingSums;
}

export function countedEntities(): i32 {
  return records.counted;
}

export function endedEntities(): i32 {
  return records.ended;
}

export function oldestAge(): f64 {
  return records.oldest;
}

/** Begins or ends keeping records of single entities. */
export function keepRecords(isKeeping: bool): void {
  records.isKeeping = isKeeping;
}

/** Where the records kept lie: number, arrival, indicators, levels in the group columns (f64). */
export function keptRecords(): usize {
  return records.kept;
}

export function keptCount(): i32 {
  return records.keptLength;
}

/** The host has taken the records kept. */
export function forgetKept(): void {
  records.keptLength = 0;
}
