import { clock } from './clock';
import { allocate } from './memory';

/** What happened to an entity. */
export namespace Happening {
  /** `value`: 1 if it is counted. */
  export const created: i32 = 0;
  /** `what`: column of levels, `value`: level. */
  export const level: i32 = 1;
  /** `what`: column of numbers, `value`: number. */
  export const number: i32 = 2;
  /** `what`: configuration. */
  export const entered: i32 = 3;
  /** `what`: milestone; each time, not only the first. */
  export const reached: i32 = 4;
  /** `what`: activity, from here on. */
  export const requested: i32 = 5;
  export const begun: i32 = 6;
  export const completed: i32 = 7;
  export const cancelled: i32 = 8;
  /** The units that were held until a state was left. */
  export const freed: i32 = 9;
  /** `what`: fee, `value`: amount. */
  export const charged: i32 = 10;
  export const ended: i32 = 11;
  /** `what`: timer. */
  export const due: i32 = 12;
}

/** An entry of the log. */
@unmanaged
class Entry {
  at: f64;
  value: f64;
  entity: i32;
  happening: i32;
  what: i32;
}

/** Bytes of an entry. */
const entrySize: usize = 32;

/** Entries at which the host should take them. */
const full = 4096;

/** Every happening in its order, until the host takes it; nothing unless the host listens. */
@unmanaged
export class Log {
  isOn: bool;
  entries: usize;
  length: i32;
  private capacity: i32;

  /** True when it is time to take what is there. */
  isFull(): bool {
    return this.length >= full;
  }

  add(happening: i32, entity: i32, what: i32, value: f64): void {
    if (this.length == this.capacity) this.grow();
    const entry = changetype<Entry>(this.entries + <usize>this.length * entrySize);
    this.length++;
    entry.at = clock.now;
    entry.value = value;
    entry.entity = entity;
    entry.happening = happening;
    entry.what = what;
  }

  /** One event may make more entries than fit: a ship with thousands of consignments. */
  private grow(): void {
    const capacity = max(2 * full, 2 * this.capacity);
    const entries = allocate(<usize>capacity * entrySize);
    memory.copy(entries, this.entries, <usize>this.length * entrySize);
    this.entries = entries;
    this.capacity = capacity;
  }
}

export const log = changetype<Log>(memory.data(offsetof<Log>(), 8));

/** Notes a happening if somebody listens. */
export function note(happening: i32, entity: i32, what: i32, value: f64 = 0): void {
  if (log.isOn) log.add(happening, entity, what, value);
}

/** Begins or ends listening. */
export function listen(isOn: bool): void {
  log.isOn = isOn;
}

/** Where the entries lie, 32 bytes each: instant (f64), value (f64), entity, happening, what (i32). */
export function logEntries(): usize {
  return log.entries;
}

export function logCount(): i32 {
  return log.length;
}

/** The host has taken the entries. */
export function forgetLog(): void {
  log.length = 0;
}
