import { present, type SimTime } from '../base/index.ts';
import { dueAfter, type engineModel } from '../engine/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Pending } from '../stepping/index.ts';
import type { Coming, DeadlineAhead } from './walk.ts';

/** Deadlines that are pending and terms that are not settled and can still be, the earliest first. */
export function deadlinesAhead(
  { scenario, engine, names, table }: Model,
  of: {
    readonly pending: Pending;
    /** What is pending, with when it is expected. */
    readonly offers: readonly (Pick<Coming, 'reaches'> & { readonly alone: SimTime })[];
    readonly possible: ReadonlySet<string>;
  },
): readonly DeadlineAhead[] {
  const { pending, offers, possible } = of;
  /** When an anchor was reached, or will be as far as anybody expects. */
  const instantOf = (anchor: engineModel.Anchor): { readonly at: SimTime | undefined; readonly runs: boolean } => {
    const reached = pending.reached(anchor);
    if (reached !== undefined) return { at: reached, runs: true };
    const columns = anchor.columns.map((column) => present(names.milestones[column], 'a milestone'));
    return { at: offers.find(({ reaches }) => reaches.some((name) => columns.includes(name)))?.alone, runs: false };
  };
  const dueOf = (from: engineModel.Anchor, due: engineModel.Due): Pick<DeadlineAhead, 'at' | 'runs'> => {
    const { at, runs } = instantOf(from);
    return { at: at === undefined ? undefined : dueAfter(due, at, engine.midnight), runs };
  };
  const deadlines = engine.timers.flatMap((_, timer): readonly DeadlineAhead[] => {
    const deadline = pending.deadline(1 + timer);
    if (deadline === undefined) return [];
    const name = present(table.timers[timer], 'a timer').delay;
    return [
      {
        kind: 'deadline',
        name,
        ...dueOf(deadline.from, deadline.due),
        from: present(scenario.deadlines[name], name).from,
        to: [],
        charge: undefined,
        source: scenario.sources.get(`deadlines.${name}`) ?? '',
      },
    ];
  });
  const terms = engine.terms.flatMap((term, index): readonly DeadlineAhead[] => {
    const name = present(names.terms[index], 'a term');
    const written = scenario.terms[name];
    // A fee by the day is a term of its own name, which the scenario does not write.
    if (written === undefined || pending.reached(term.to) !== undefined) return [];
    if (!written.to.some((milestone) => possible.has(milestone))) return [];
    return [
      {
        kind: 'term',
        name,
        ...dueOf(term.from, term.due),
        from: written.from,
        to: written.to,
        charge: written.charge,
        source: scenario.sources.get(`terms.${name}`) ?? '',
      },
    ];
  });
  return [...deadlines, ...terms].toSorted((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity));
}
