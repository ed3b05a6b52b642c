import { Entity } from './entities';
import { allocate } from './memory';

/** First or last reached of some milestones. */
@unmanaged
export class Anchor {
  isLast: bool;
  count: i32;
  /** Offsets (u32) of the milestones' instants. */
  offsets: usize;

  /** Its instant for the entity; NaN while it is not reached. */
  of(entity: Entity): f64 {
    let found = entity.value(this.offset(0));
    for (let index = 1; index < this.count; index++) {
      const other = entity.value(this.offset(index));
      // A NaN of either makes the last NaN: it is reached when all are.
      if (this.isLast) found = max(found, other);
      else if (isNaN(found) || other < found) found = other;
    }
    return found;
  }

  /** How many of its milestones are reached. */
  reached(entity: Entity): i32 {
    let reached = 0;
    for (let index = 0; index < this.count; index++) if (!isNaN(entity.value(this.offset(index)))) reached++;
    return reached;
  }

  private offset(index: i32): usize {
    return load<u32>(this.offsets + ((<usize>index) << 2));
  }
}

/** Enters an anchor; `offsets` are those of its milestones in an entity. */
export function addAnchor(isLast: bool, offsets: usize, count: i32): Anchor {
  const anchor = changetype<Anchor>(allocate(offsetof<Anchor>()));
  anchor.isLast = isLast;
  anchor.offsets = offsets;
  anchor.count = count;
  return anchor;
}
