import { dayOf } from './clock';
import { dueOfDay } from './host';
import { allocate } from './memory';

/** Days whose instants are remembered: eleven years from the first. */
const days = 4096;

/** When something is due, counted from an instant: after some minutes, or at a midnight that the host knows for each day. */
@unmanaged
export class Due {
  index: i32;
  /** NaN: it goes by days. */
  minutes: f64;
  /** First day that is remembered; its instants, 0 while not asked for. */
  private firstDay: i32;
  private known: usize;

  /** The instant that is due when counted from another. */
  from(at: f64): f64 {
    return isNaN(this.minutes) ? this.ofDay(dayOf(at)) : at + this.minutes;
  }

  private ofDay(day: i32): f64 {
    if (this.known == 0) {
      this.known = allocate(days << 3);
      this.firstDay = day - 1;
    }
    const index = day - this.firstDay;
    if (index < 0 || index >= days) return dueOfDay(this.index, day);
    const at = this.known + ((<usize>index) << 3);
    if (load<f64>(at) == 0) store<f64>(at, dueOfDay(this.index, day));
    return load<f64>(at);
  }
}

/** Enters a due; `minutes` is NaN where the host knows its instants by day. */
export function addDue(index: i32, minutes: f64): Due {
  const due = changetype<Due>(allocate(offsetof<Due>()));
  due.index = index;
  due.minutes = minutes;
  return due;
}
