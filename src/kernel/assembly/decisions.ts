import { Entity } from './entities';
import { allocate } from './memory';
import { nextVisit } from './stop';

/** Forms of a choice. */
namespace Form {
  export const leaf: i32 = 0;
  export const byLevel: i32 = 1;
  export const byGuard: i32 = 2;
}

/** A value that may hang on an entity: a leaf, or a branch by a column or by a guard. */
@unmanaged
export class Choice {
  form: i32;
  /** Of a leaf: a pointer, rank or level. Of a branch: the offset of the column, or the guard. */
  index: usize;
  /** Of a leaf, where it is a number. */
  number: f64;
  /** Pointers to choices: by level, or no and yes. */
  branches: usize;
}

/** The leaf that a choice leads the entity to. */
export function choose(entity: Entity, choice: Choice): Choice {
  while (choice.form != Form.leaf) {
    const branch =
      choice.form == Form.byLevel ? entity.level(choice.index) : i32(holds(entity, changetype<Guard>(choice.index)));
    choice = changetype<Choice>(load<usize>(choice.branches + ((<usize>branch) << 2)));
  }
  return choice;
}

/** Kinds of guards. */
namespace GuardKind {
  export const constant: i32 = 0;
  export const chance: i32 = 1;
  export const chanceAtEachStep: i32 = 2;
  export const level: i32 = 3;
  export const range: i32 = 4;
  export const all: i32 = 5;
  export const any: i32 = 6;
  export const not: i32 = 7;
}

/** A yes-or-no question about an entity. */
@unmanaged
export class Guard {
  kind: i32;
  /** Where the entity remembers the answer: two bits (asked, yes) of the word at this offset; 0: nowhere. */
  memory: usize;
  memoryShift: i32;
  /** Of a level: the offset of the column. Of a range: of the number. Of all and any: pointers to guards. Of not: the guard. */
  about: usize;
  /** Of a level: 1 (u8) for each that is meant. Of all and any: how many. Of a constant: 1 or 0. */
  members: i32;
  atLeast: f64;
  below: f64;
  share: Choice;
  purpose: i32;
  /** Counter of the draws of a chance at each step; what it is called in messages. */
  counter: usize;
  name: i32;
  /** Step in which a chance at each step was last drawn, and what came. */
  drawnIn: u64;
  drawn: bool;
}

/** Two to the 32nd: a probability times this is a threshold for 32 random bits. */
const bitsRange: f64 = 4294967296.0;

@unmanaged
export class Decisions {
  /** Number of the step under way: chances at each step are drawn once in it. */
  step: u64;
  /** Answers are given without a trace: nothing is remembered or counted. */
  isPeeking: bool;
}

export const decisions = changetype<Decisions>(memory.data(offsetof<Decisions>(), 8));

/** Whether the guard holds for the entity now. */
export function holds(entity: Entity, guard: Guard): bool {
  if (guard.memory == 0) return find(entity, guard);
  const at = changetype<usize>(entity) + guard.memory;
  const known = (load<u32>(at) >> guard.memoryShift) & 3;
  if (known != 0) return known == 3;
  const answer = find(entity, guard);
  if (!decisions.isPeeking) store<u32>(at, load<u32>(at) | ((answer ? 3 : 1) << guard.memoryShift));
  return answer;
}

function find(entity: Entity, guard: Guard): bool {
  switch (guard.kind) {
    case GuardKind.constant:
      return guard.members == 1;
    case GuardKind.chance:
      return comes(entity, guard, 0);
    case GuardKind.chanceAtEachStep:
      return comesNow(entity, guard);
    case GuardKind.level:
      return load<u8>(guard.members + entity.level(guard.about)) == 1;
    case GuardKind.range: {
      const amount = entity.value(guard.about);
      return amount >= guard.atLeast && amount < guard.below;
    }
    case GuardKind.all:
      for (let each = 0; each < guard.members; each++) if (!holds(entity, partOf(guard, each))) return false;
      return true;
    case GuardKind.any:
      for (let each = 0; each < guard.members; each++) if (holds(entity, partOf(guard, each))) return true;
      return false;
    default:
      return !holds(entity, changetype<Guard>(guard.about));
  }
}

function partOf(guard: Guard, index: i32): Guard {
  return changetype<Guard>(load<usize>(guard.about + ((<usize>index) << 2)));
}

function comes(entity: Entity, guard: Guard, visit: i32): bool {
  const share = choose(entity, guard.share).number;
  return <f64>(<u32>entity.key.bits(guard.purpose, visit)) + 0.5 < share * bitsRange;
}

/** A chance at each step: drawn when it is first asked in the step. */
function comesNow(entity: Entity, guard: Guard): bool {
  if (guard.drawnIn == decisions.step) return guard.drawn;
  const counter = changetype<usize>(entity) + guard.counter;
  const answer = comes(entity, guard, nextVisit(counter, guard.name, entity.number, decisions.isPeeking));
  if (!decisions.isPeeking) {
    guard.drawnIn = decisions.step;
    guard.drawn = answer;
  }
  return answer;
}

/** As `holds`, but leaves no trace. */
export function peek(entity: Entity, guard: Guard): bool {
  decisions.isPeeking = true;
  const answer = holds(entity, guard);
  decisions.isPeeking = false;
  return answer;
}

/** Enters a leaf: an index (pointer, rank) and a number, of which one is meant. */
export function addLeaf(index: usize, number: f64): Choice {
  const choice = changetype<Choice>(allocate(offsetof<Choice>()));
  choice.index = index;
  choice.number = number;
  return choice;
}

/** Enters a branch by the level at an offset of the entity; `branches` are pointers to choices. */
export function addBranchByLevel(offset: usize, branches: usize): Choice {
  const choice = addLeaf(offset, 0);
  choice.form = Form.byLevel;
  choice.branches = branches;
  return choice;
}

/** Enters a branch by a guard; `branches` are pointers to the choices for no and for yes. */
export function addBranchByGuard(guard: Guard, branches: usize): Choice {
  const choice = addLeaf(changetype<usize>(guard), 0);
  choice.form = Form.byGuard;
  choice.branches = branches;
  return choice;
}

function addGuard(kind: i32, about: usize, members: i32): Guard {
  const guard = changetype<Guard>(allocate(offsetof<Guard>()));
  guard.kind = kind;
  guard.about = about;
  guard.members = members;
  return guard;
}

export function addConstantGuard(value: bool): Guard {
  return addGuard(GuardKind.constant, 0, i32(value));
}

/** Enters a chance; `counter` is the offset of its counter of draws, or 0: it is drawn once. */
export function addChanceGuard(share: Choice, purpose: i32, counter: usize, name: i32): Guard {
  const guard = addGuard(counter == 0 ? GuardKind.chance : GuardKind.chanceAtEachStep, 0, 0);
  guard.share = share;
  guard.purpose = purpose;
  guard.counter = counter;
  guard.name = name;
  guard.drawnIn = u64.MAX_VALUE;
  return guard;
}

/** Enters the question whether a level is meant; `members` are 1 (u8) for each level that is. */
export function addLevelGuard(offset: usize, members: i32): Guard {
  return addGuard(GuardKind.level, offset, members);
}

/** Enters the question whether a number lies in [atLeast, below). */
export function addRangeGuard(offset: usize, atLeast: f64, below: f64): Guard {
  const guard = addGuard(GuardKind.range, offset, 0);
  guard.atLeast = atLeast;
  guard.below = below;
  return guard;
}

/** `guards` are `count` pointers. */
export function addAllGuard(guards: usize, count: i32): Guard {
  return addGuard(GuardKind.all, guards, count);
}

export function addAnyGuard(guards: usize, count: i32): Guard {
  return addGuard(GuardKind.any, guards, count);
}

export function addNotGuard(other: Guard): Guard {
  return addGuard(GuardKind.not, changetype<usize>(other), 0);
}

/** From now on entities remember the answer to a guard, once given: two bits of the word at `offset`. */
export function rememberGuard(guard: Guard, offset: usize, shift: i32): void {
  guard.memory = offset;
  guard.memoryShift = shift;
}
