import { Entity } from './entities';
import { Happening, note } from './log';
import { allocate } from './memory';

/** Kinds of fees. */
namespace FeeKind {
  export const fixed: i32 = 0;
  export const perDay: i32 = 1;
  export const rate: i32 = 2;
}

/** What an entity is charged: once, for each begun day, or by a share of an amount for each begun day. */
@unmanaged
export class Fee {
  index: i32;
  kind: i32;
  /** Amount, or rate. */
  amount: f64;
  /** Of a rate: offset of the amount, and the least that is charged. */
  base: usize;
  least: f64;
  /** Offset of the flag that an entity has paid some. */
  paid: usize;
  /** Charged to counted entities in all, and how many of them were charged. */
  sum: f64;
  charged: f64;

  /** Charges it: once, or for a number of days. */
  charge(entity: Entity, days: f64): void {
    const amount = this.amountFor(entity, days);
    if (amount == 0) return;
    note(Happening.charged, entity.number, this.index, amount);
    if (!entity.isCounted) return;
    this.sum += amount;
    if (entity.level(this.paid) == 0) this.charged += 1;
    entity.setLevel(this.paid, 1);
  }

  private amountFor(entity: Entity, days: f64): f64 {
    if (this.kind == FeeKind.fixed) return this.amount;
    if (this.kind == FeeKind.perDay) return this.amount * days;
    const amount = Math.floor(this.amount * entity.value(this.base) * days);
    return amount < this.least ? 0 : amount;
  }
}

/** Enters a fee; `paid` is the offset of its flag in an entity. */
export function addFee(index: i32, kind: i32, amount: f64, base: usize, least: f64, paid: usize): Fee {
  const fee = changetype<Fee>(allocate(offsetof<Fee>()));
  fee.index = index;
  fee.kind = kind;
  fee.amount = amount;
  fee.base = base;
  fee.least = least;
  fee.paid = paid;
  return fee;
}

export function feeSum(fee: Fee): f64 {
  return fee.sum;
}

export function feeCharged(fee: Fee): f64 {
  return fee.charged;
}
