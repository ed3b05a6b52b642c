/** The simulated instant, in minutes from the start of the scenario, and the part of the run whose figures are kept. */
@unmanaged
export class Clock {
  now: f64;
  /** Figures are kept from here on ... */
  from: f64;
  /** ... to before here; infinite until it is known. */
  to: f64;
  /** Minutes from local midnight to the start. */
  midnight: f64;

  /** The part of [since, now) that lies in the window, in minutes; 0 or less if none does. */
  within(since: f64): f64 {
    return min(this.now, this.to) - max(since, this.from);
  }

  /** True while the window is open. */
  isOpen(): bool {
    return this.now >= this.from && this.now < this.to;
  }
}

export const clock = changetype<Clock>(memory.data(offsetof<Clock>(), 8));

/** The local day of an instant, counted from the day of the start. */
export function dayOf(at: f64): i32 {
  return <i32>Math.floor((at + clock.midnight) / 1440);
}

/** Says how many minutes lie between local midnight and the start. */
export function setMidnight(minutes: f64): void {
  clock.midnight = minutes;
}

export function clockNow(): f64 {
  return clock.now;
}

/** Where the window ends; infinite while it is not known. */
export function windowEnd(): f64 {
  return clock.to;
}
