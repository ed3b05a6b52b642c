import type { Label } from '../base/index.ts';

/** The law of one customs territory on one date. Every number with its citation. */
export interface LawProfile {
  /** `cn-2021-07-13`. */
  readonly name: string;
  readonly label: Label;
  /** Goods that need no inspection are released at arrival, or only in the yard. */
  readonly releaseTrigger: 'arrived' | 'unloaded';
  /** Name of the holiday list that working days follow; none: Monday to Friday. */
  readonly holidays: string;
  readonly currency: string;
  /** Rates of statutory fees by name. */
  readonly fees: Readonly<Record<string, StatutoryFee>>;
  /** Credit levels valid on the date, best first. */
  readonly creditLevels: readonly string[];
}

/** A fee that grows with the days beyond a term: floor(rate x base x days), nothing below `leastAmount`. */
export interface StatutoryFee {
  readonly label: Label;
  /** Share of the base for each begun day. */
  readonly ratePerDay: number;
  /** Number attribute the rate applies to. */
  readonly base: string;
  /** Smaller amounts are not charged. */
  readonly leastAmount: number;
  readonly citation: string;
}
