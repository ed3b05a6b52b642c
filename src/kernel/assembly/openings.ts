import { clock } from './clock';
import { list, Node, Rank } from './event-list';
import { nextChange } from './host';
import { allocate } from './memory';
import { Resource } from './stations';

/** Opening hours that resources keep: one event for each change. */
@unmanaged
export class Calendar {
  index: i32;
  private isOpen: bool;
  /** Pointers to the resources that keep it. */
  resources: usize;
  resourceCount: i32;

  /** Sets its resources as it says at the start, and plans the first change. */
  begin(isOpen: bool): void {
    this.set(isOpen);
    this.planNext(list.make(changetype<usize>(this), 0));
  }

  /** A change is due. */
  change(node: Node): void {
    this.set(!this.isOpen);
    this.planNext(node);
  }

  private set(isOpen: bool): void {
    this.isOpen = isOpen;
    for (let index = 0; index < this.resourceCount; index++)
      changetype<Resource>(load<usize>(this.resources + ((<usize>index) << 2))).open(isOpen);
  }

  private planNext(node: Node): void {
    node.time = nextChange(this.index, clock.now);
    if (isNaN(node.time)) list.recycle(node);
    else list.plan(node, Rank.calendar);
  }
}

/** Enters a calendar; `resources` are pointers to those that keep it. */
export function addCalendar(index: i32, resources: usize, resourceCount: i32): Calendar {
  const calendar = changetype<Calendar>(allocate(offsetof<Calendar>()));
  calendar.index = index;
  calendar.resources = resources;
  calendar.resourceCount = resourceCount;
  return calendar;
}

/** Opens or closes the resources of a calendar at the start of a run. */
export function beginCalendar(calendar: Calendar, isOpen: bool): void {
  calendar.begin(isOpen);
}
