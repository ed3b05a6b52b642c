import { dayOf } from './clock';
import { dueOfDay, dueOfInstant } from './host';
import { allocate } from './memory';

/** Days whose instants are remembered: eleven years from the first. */
const days = 4096;

/** When something is due, counted from an instant: after some minutes, or when the host says, by day or by instant. */
@unmanaged
export class Due {
  index: i32;
  /** NaN: the host says. */
  minutes: f64;
  /** Whether it is the same for all instants of a day, if the host says. */
  isByDay: bool;
  /** First day that is remembered; its instants, 0 while not asked for. */
  private firstDay: i32;
  private known: usize;

  /** The instant that is due when counted from another. */
  from(at: f64): f64 {
    if (!isNaN(this.minutes)) return at + this.minutes;
    return this.isByDay ? this.ofDay(dayOf(at)) : dueOfInstant(this.index, at);
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

/** Enters a due; `minutes` is NaN where the host says, by day or by instant. */
export function addDue(index: i32, minutes: f64, isByDay: bool): Due {
  const due = changetype<Due>(allocate(offsetof<Due>()));
  due.index = index;
  due.minutes = minutes;
  due.isByDay = isByDay;
  return due;
}
