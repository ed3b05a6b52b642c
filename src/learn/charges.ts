import { minutesPerDay, present, type Minutes, type SimTime } from '../base/index.ts';
import { dueAfter, type engineModel } from '../engine/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Consignment, Label, Pending } from '../stepping/index.ts';
import type { Charge } from './walk.ts';

/**
 * What a step costs: fees that the machine charges, then those of terms that it settles late. Terms that were `open` before it and are
 * not now are settled by it.
 */
export function chargesOf(
  { label, at, open }: { readonly label: Label; readonly at: SimTime; readonly open: readonly engineModel.Term[] },
  {
    model,
    consignment,
    pending,
  }: { readonly model: Model; readonly consignment: Consignment; readonly pending: Pending },
): readonly Charge[] {
  const { engine, names } = model;
  const byMachine = label.happenings.flatMap(({ event }) =>
    event.startsWith('fee:') ? [{ fee: names.fees.indexOf(event.slice('fee:'.length)), days: 1 }] : [],
  );
  const byTerms = open.flatMap((term) => {
    if (term.fee < 0 || pending.reached(term.to) === undefined) return [];
    const days = Math.ceil(lateness(term, at, { engine, pending }) / minutesPerDay);
    return days > 0 ? [{ fee: term.fee, days }] : [];
  });
  return [...byMachine, ...byTerms].flatMap(({ fee, days }) => {
    const amount = amountOf(present(engine.fees[fee], 'a fee'), days, consignment);
    const name = present(names.fees[fee], 'a fee');
    return amount === 0 ? [] : [{ fee: name, currency: currencyOf(name, model), amount }];
  });
}

/** Sums by fee and currency, in the order in which they were first charged. */
export function sumsOf(charges: readonly Charge[]): readonly Charge[] {
  const sums = new Map<string, Charge>();
  for (const charge of charges)
    sums.set(charge.fee, { ...charge, amount: charge.amount + (sums.get(charge.fee)?.amount ?? 0) });
  return [...sums.values()];
}

/** How long after its term something is settled; what is done before the time begins to run is done in time. */
function lateness(
  { from, due }: engineModel.Term,
  at: SimTime,
  { engine, pending }: { readonly engine: engineModel.Model; readonly pending: Pending },
): Minutes {
  const began = pending.reached(from);
  return began === undefined ? 0 : at - dueAfter(due, began, engine.midnight);
}

function amountOf(fee: engineModel.Fee, days: number, consignment: Consignment): number {
  if (fee.kind === 'fixed') return fee.amount;
  if (fee.kind === 'perDay') return fee.amount * days;
  const amount = Math.floor(fee.rate * consignment.number(fee.column) * days);
  return amount < fee.least ? 0 : amount;
}

function currencyOf(name: string, { scenario }: Model): string {
  const fee = present(scenario.fees[name], name);
  return fee.kind === 'statutory' ? scenario.law.currency : fee.currency;
}
