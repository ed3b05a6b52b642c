// The event list under load, for measuring: so many events pending, the first taken and another planned, again and again.
import { list, Node, Rank } from '../../src/kernel/assembly/event-list';
import { allocate } from '../../src/kernel/assembly/memory';

/** Ways in which instants lie. */
namespace Load {
  /** Exponential times of one scale. */
  export const ordinary: i32 = 0;
  /** A third of the events are 14-day deadlines, the others services of some two minutes. */
  export const deadlines: i32 = 1;
  /** Everything pending is due at the next full hour: a vessel, an office that opens. */
  export const instants: i32 = 2;
  /** Times spread over ten decades. */
  export const scales: i32 = 3;
  /** With each event two 14-day deadlines are planned, and the two of the 1,024th event before are met. */
  export const cancellations: i32 = 4;
}

@unmanaged
class Luck {
  state: u64;

  /** A number in (0, 1): a linear congruence, luck enough for times. */
  next(): f64 {
    this.state = this.state * 6364136223846793005 + 1442695040888963407;
    return (<f64>(this.state >> 11) + 0.5) / 9007199254740992.0;
  }
}

const luck = changetype<Luck>(memory.data(offsetof<Luck>(), 8));

/** Events whose two deadlines have not been met yet. */
const eventsOpen = 1024;
/** Their deadlines, in a ring. */
let met: usize = 0;
let turn: i32 = 0;

function gap(now: f64, kind: i32): f64 {
  const u = luck.next();
  switch (kind) {
    case Load.deadlines:
      return u < 1.0 / 3 ? 20160 : -2 * Math.log(luck.next());
    case Load.instants:
      return (Math.floor(now / 60) + 1) * 60 - now;
    case Load.scales:
      return Math.exp(23 * u) / 1e4;
    default:
      return -60 * Math.log(u);
  }
}

function plan(time: f64): Node {
  const node = list.make(1, 0);
  node.time = time;
  list.plan(node, Rank.delay);
  return node;
}

/** Plans so many events. */
export function fill(pending: i32, kind: i32): void {
  luck.state = 1;
  met = allocate(2 * eventsOpen * 4);
  for (let each = 0; each < pending; each++) plan(gap(0, kind));
}

/** Takes the first event and plans another, so many times; gives the instant then. */
export function hold(times: i32, kind: i32): f64 {
  let now: f64 = 0;
  for (let each = 0; each < times; each++) {
    now = list.firstTime();
    list.recycle(list.take());
    plan(now + gap(now, kind));
    if (kind != Load.cancellations) continue;
    for (let deadline = 0; deadline < 2; deadline++) {
      const at = met + ((<usize>(turn++ & (2 * eventsOpen - 1))) << 2);
      const old = changetype<Node | null>(load<usize>(at));
      if (old !== null) list.cancel(old);
      store<usize>(at, changetype<usize>(plan(now + 20160)));
    }
  }
  return now;
}
