import type { Label as Words } from '../base/index.ts';
import type { ConditionDraft, TermLength } from '../notation/index.ts';
import type { Pattern } from './pattern.ts';
import type { Confidence, Events, StateTest } from './rule-words.ts';

/** A length of time from one event to another, of which something is claimed. */
export interface Passage {
  readonly from: Events;
  readonly to: Events;
}

/** Some consignment can come to one of these events: the flow lets it happen. */
export interface Witness {
  readonly possible: Events;
  /** Once one of these has happened to it. None: whatever has happened. */
  readonly after?: Events;
  /** And none of these has happened to it before. None: whatever has happened. */
  readonly without?: Events;
}

/** What a rule says. */
export type Claim =
  | Pattern
  /** A consignment never stands so. */
  | { readonly never: StateTest }
  | Witness
  /** From wherever a consignment may be, its flow can end. */
  | { readonly canEnd: true }
  /** What is charged for a fee on one consignment, in all: what the law says for it, or within bounds in units of the currency. */
  | {
      readonly amount: {
        readonly fee: string;
        readonly equals?: number | 'statutory';
        readonly atLeast?: number;
        readonly atMost?: number;
      };
    }
  /** Share of consignments (0..1) that keep another rule, or that pass from one event to another within some time. */
  | {
      readonly share: {
        readonly of: string | (Passage & { readonly within: TermLength });
        readonly atLeast?: number;
        readonly atMost?: number;
      };
    }
  /** A quantile (0..1) of the minutes from one event to another. */
  | { readonly quantile: Passage & { readonly level: number; readonly atMost: number } }
  /** The line at a resource is at most so long for this share (0..1) of the time. */
  | { readonly queue: { readonly resource: string; readonly atMost: number; readonly for: number } }
  /** What a change of the scenario (paths and values, as a variant sets them) never does to the mean of an indicator. */
  | {
      readonly monotone: {
        readonly change: Readonly<Record<string, unknown>>;
        readonly indicator: string;
        readonly never: 'longer' | 'shorter';
      };
    };

/** A rule of a procedure: what must hold for each consignment, or for all of them together. */
export interface Rule {
  /** As in the rule book: `R11`. */
  readonly id: string;
  /** One sentence, as a lawyer would read it. */
  readonly says: Words;
  /** Article or notice; `assumption` or `witness` where no law says it. */
  readonly source: string;
  /** None: nothing is said of it. */
  readonly confidence?: Confidence;
  /** A rule that only warns is told, but does not fail a check. None: an error. */
  readonly severity?: 'error' | 'warning';
  /** Share of consignments that may break it, where many are looked at. None: 0. */
  readonly tolerate?: number;
  /** Whom it concerns, asked of the consignment at the event that triggers the rule; of an amount, when its flow has ended. None: everyone. */
  readonly when?: ConditionDraft;
  readonly claim: Claim;
}
