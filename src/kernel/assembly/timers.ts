import { Anchor } from './anchors';
import { clock } from './clock';
import { Due } from './dues';
import { Duration } from './durations';
import { Entity, isNode, nodeIn, Register } from './entities';
import { list, Node, Rank } from './event-list';
import { Happening, note } from './log';
import { allocate } from './memory';

/** A delay or deadline of entities: planned when armed, taken out when disarmed. */
@unmanaged
export class Timer {
  index: i32;
  /** Offset of its register. */
  register: usize;
  /** What the entity receives when it is due. */
  event: i32;
  /** Of a delay; null: it is a deadline. */
  duration: Duration | null;
  /** Of a deadline. */
  anchor: Anchor;
  due: Due;

  /** The state that declares it is entered. */
  arm(entity: Entity): void {
    assert(entity.register(this.register) == Register.none, 'a timer is armed once at a time');
    const duration = this.duration;
    if (duration !== null) {
      this.plan(entity, clock.now + duration.draw(entity), Rank.delay);
      return;
    }
    const anchor = this.anchor.of(entity);
    if (isNaN(anchor)) entity.setRegister(this.register, Register.waitingForAnchor);
    else this.plan(entity, max(clock.now, this.due.from(anchor)), Rank.deadline);
  }

  /** The state that declares it is left. */
  disarm(entity: Entity): void {
    const register = entity.register(this.register);
    if (register == Register.none) return;
    entity.setRegister(this.register, Register.none);
    if (isNode(register)) list.cancel(nodeIn(register));
  }

  /** It is due: it is armed no more. */
  fire(entity: Entity, node: Node): void {
    entity.setRegister(this.register, Register.none);
    note(Happening.due, entity.number, this.index);
    list.recycle(node);
  }

  /** A milestone of its anchor is reached: if it waits for the anchor, it is armed. */
  anchorReached(entity: Entity): void {
    if (entity.register(this.register) != Register.waitingForAnchor) return;
    entity.setRegister(this.register, Register.none);
    this.arm(entity);
  }

  private plan(entity: Entity, at: f64, rank: i32): void {
    const node = list.make(changetype<usize>(entity), changetype<usize>(this));
    entity.setRegister(this.register, changetype<usize>(node));
    node.time = at;
    list.plan(node, rank);
  }
}

/** Enters a delay. */
export function addDelay(index: i32, register: usize, event: i32, duration: Duration): Timer {
  const timer = changetype<Timer>(allocate(offsetof<Timer>()));
  timer.index = index;
  timer.register = register;
  timer.event = event;
  timer.duration = duration;
  return timer;
}

/** Enters a deadline. */
export function addDeadline(index: i32, register: usize, event: i32, anchor: Anchor, due: Due): Timer {
  const timer = changetype<Timer>(allocate(offsetof<Timer>()));
  timer.index = index;
  timer.register = register;
  timer.event = event;
  timer.anchor = anchor;
  timer.due = due;
  return timer;
}
