import { assert, present, type SimTime } from '../base/index.ts';
import { dueDay, holidayLists } from '../customs/index.ts';
import { dayOf, Happening, type Observer } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Model, Watch } from '../simulation/index.ts';
import { addConditions } from './condition.ts';
import type { Rule } from './rule.ts';
import { examplesMax, type Standing } from './standing.ts';

/** What is known of the money of one consignment. */
interface Account {
  /** Amounts charged so far, by fee. */
  readonly charged: number[];
  /** First instants, by milestone; not reached: not a number. */
  readonly reached: number[];
  /** Amounts by number attribute. */
  readonly amounts: number[];
  hasEnded: boolean;
}

/** What rules about amounts have found in a run, of the consignments that are counted. */
export interface AmountFinding {
  readonly rule: Rule;
  readonly counts: Readonly<Record<Standing, number>>;
  /** The first consignments that broke it, each with what it was charged and what it had to be: exactly that, at least or at most; in units of the currency. */
  readonly examples: readonly {
    readonly consignment: number;
    readonly charged: number;
    readonly expected: { readonly equals: number } | { readonly atLeast: number } | { readonly atMost: number };
  }[];
}

/**
 * Follows rules about what is charged through a run, from what the engine tells of it: what the law says is reckoned here from the civil
 * days on which milestones were reached, not by the terms of the engine, so that the two check each other. The condition of a rule is asked
 * of a consignment as it stands when its flow has ended, or where the run is cut off: what is drawn once is the same by then, what the flow writes may not be.
 */
export class Amounts implements Observer {
  /** The model to run: its own, with the conditions of the rules among its guards. */
  readonly model: Model;
  readonly #rules: readonly Rule[];
  /** By rule: its condition; none: it concerns everyone. */
  readonly #guards: readonly (number | undefined)[];
  /** By consignment, and by rule: whether the rule concerns it, as it stands after its last step. */
  readonly #concerns = new Map<number, readonly boolean[]>();
  readonly #accounts = new Map<number, Account>();
  readonly #findings: readonly { counts: Record<Standing, number>; examples: AmountFinding['examples'][number][] }[];

  constructor(model: Model, rules: readonly Rule[]) {
    const { model: conditioned, guardOf } = addConditions(rules, model);
    this.model = conditioned;
    this.#rules = rules;
    this.#guards = rules.map(guardOf);
    this.#findings = rules.map(() => ({ counts: { kept: 0, broken: 0, open: 0, never: 0 }, examples: [] }));
  }

  /** What else the run is to be given: nothing where no rule has a condition. It is answered within the run, and an account is closed later. */
  get watch(): { readonly watch?: Watch } {
    if (this.#guards.every((guard) => guard === undefined)) return {};
    const stepEnds: Watch['stepEnds'] = (entity) => {
      const answers = this.#guards.map((guard) => guard === undefined || entity.wouldHold(guard, noLevels));
      this.#concerns.set(entity.number, answers);
    };
    return { watch: { every: 1, stepBegins: ignored, reaches: ignored, charges: ignored, stepEnds } };
  }

  happened(happening: number, at: SimTime, consignment: number, what: number, value: number): void {
    if (happening === Happening.created) {
      if (value === 0) return;
      this.#accounts.set(consignment, {
        charged: [],
        reached: [],
        amounts: [],
        hasEnded: false,
      });
      return;
    }
    const account = this.#accounts.get(consignment);
    if (account === undefined) {
      if (happening === Happening.ended) this.#concerns.delete(consignment);
      return;
    }
    if (happening === Happening.number) account.amounts[what] = value;
    else if (happening === Happening.reached) account.reached[what] ??= at;
    else if (happening === Happening.charged) account.charged[what] = (account.charged[what] ?? 0) + value;
    else if (happening === Happening.ended) {
      account.hasEnded = true;
      this.#close(consignment, account);
    }
  }

  /** What was found, with those that have not ended: what they were charged so far may still grow, unless it is too much already. */
  findings(): readonly AmountFinding[] {
    for (const [consignment, account] of this.#accounts) this.#close(consignment, account);
    return this.#rules.map((rule, index) => ({ rule, ...present(this.#findings[index], 'a finding') }));
  }

  #close(consignment: number, account: Account): void {
    const concerns = this.#concerns.get(consignment);
    this.#accounts.delete(consignment);
    this.#concerns.delete(consignment);
    for (const [index, rule] of this.#rules.entries()) {
      const { claim } = rule;
      assert('amount' in claim, 'a rule about an amount');
      const { counts, examples } = present(this.#findings[index], 'a finding');
      if (concerns?.[index] === false) {
        counts.never++;
        continue;
      }
      const { fee, equals, atLeast = 0, atMost = Number.POSITIVE_INFINITY } = claim.amount;
      const charged = account.charged[this.model.names.fees.indexOf(fee)] ?? 0;
      const exactly = equals === 'statutory' ? this.#statutory(fee, account) : equals;
      const [least, most] = exactly === undefined ? [atLeast, atMost] : [exactly, exactly];
      const isTooMuch = charged > most;
      const bound = isTooMuch ? { atMost: most } : { atLeast: least };
      const stands: Standing = isTooMuch ? 'broken' : charged >= least ? 'kept' : account.hasEnded ? 'broken' : 'open';
      counts[stands]++;
      if (stands === 'broken' && examples.length < examplesMax)
        examples.push({ consignment, charged, expected: exactly === undefined ? bound : { equals: exactly } });
    }
  }

  /** What the law says that a fee comes to: a share of its base for each day from the first fee day on, in whole units, none if it is little. */
  #statutory(fee: string, { reached, amounts }: Account): number {
    const { scenario, meanings, names } = this.model;
    const law = present(scenario.law.fees[fee], `the law on ${fee}`);
    const base = amounts[meanings.columns.numbers.indexOf(law.base)] ?? 0;
    const at = (milestones: readonly string[]): number =>
      Math.min(...milestones.map((name) => reached[names.milestones.indexOf(name)] ?? Number.POSITIVE_INFINITY));
    let sum = 0;
    for (const { from, to, within, roll, charge } of Object.values(scenario.terms)) {
      const begins = at(from);
      const settled = at(to);
      if (charge !== fee || !Number.isFinite(settled) || settled < begins) continue;
      const days = daysLate(civilDay(begins, scenario), civilDay(settled, scenario), { within, roll, scenario });
      const amount = days <= 0 ? 0 : Math.floor(law.ratePerDay * base * days);
      if (amount >= law.leastAmount) sum += amount;
    }
    return sum;
  }
}

const noLevels: ReadonlyMap<number, number> = new Map();

function ignored(): void {}

/** Fee days from the first to that on which a term was settled, both counted. */
function daysLate(
  day: number,
  settled: number,
  of: Pick<Scenario['terms'][string], 'within' | 'roll'> & { readonly scenario: Scenario },
): number {
  const { within, roll, scenario } = of;
  assert(within.unit !== 'minutes', 'terms of law are counted in days');
  const holidays = present(holidayLists[scenario.law.holidays], scenario.law.holidays);
  const firstFeeDay = dueDay({ day, within: { unit: within.unit, count: within.count }, roll, holidays });
  return settled - firstFeeDay + 1;
}

/** The civil day of an instant. */
function civilDay(at: number, { start }: Scenario): number {
  return start.day + dayOf(at, start.minute);
}
