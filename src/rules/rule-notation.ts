import type { Confidence, Events, StateTest } from './rule-words.ts';

/** A rule as files write it, for programs: `rule({id: 'R12', precedence: {need: 'pickupPermitted', before: 'removed'}})`. */
export type RuleNotation = About & (Pair | Other);

interface About {
  readonly id: string;
  /** In one language for both, or in each. */
  readonly says?:
    | string
    | { readonly en: string; readonly zh?: string }
    | { readonly en?: string; readonly zh: string };
  readonly law?: string;
  readonly confidence?: Confidence;
  readonly severity?: 'error' | 'warning';
  readonly tolerate?: Share;
  /** Tests of attributes, as `{credit: ['discredited']}`. */
  readonly when?: Readonly<Record<string, unknown>>;
  readonly same?: string | readonly string[];
  readonly different?: string | readonly string[];
}

/** As `0.5 %`, or 0.005. */
type Share = string | number;

/** As `120 CNY`; the currency is that of the fee. */
type Money = string | number;

/** When the second event must come, as `14 calendar days` or `8 h`. */
interface Times {
  readonly within?: string;
  readonly atLeast?: string;
  readonly from?: Events;
  readonly hours?: string;
}

/** One of these templates, written so. */
type One<Template extends string, Form> = { readonly [Key in Template]: Readonly<Record<Key, Form>> }[Template];
type Named<Key extends string> = Readonly<Record<Key, Events>>;

/** As `pairForms` says; a test holds the two alike. */
type Pair =
  | One<'choice' | 'exclusiveChoice' | 'coexistence' | 'notCoexistence', readonly [Events, Events]>
  | One<'respondedExistence', Named<'if' | 'then'>>
  | One<'response' | 'alternateResponse', Named<'after' | 'then'> & Times>
  | One<'chainResponse' | 'notChainResponse', Named<'after' | 'next'> & Times>
  | One<'precedence' | 'alternatePrecedence', Named<'need' | 'before'> & Times>
  | One<'chainPrecedence', Named<'directly' | 'before'> & Times>
  | One<'succession' | 'alternateSuccession', Named<'first' | 'then'>>
  | One<'chainSuccession' | 'notChainSuccession', Named<'first' | 'next'>>
  | One<'notResponse', Named<'after' | 'never'> & Times>
  | One<'notPrecedence', Named<'before' | 'never'>>;

type Other =
  | { readonly existence: Events | { readonly event: Events; readonly times?: number } }
  | { readonly absence: Events | { readonly event: Events; readonly times?: number } }
  | { readonly exactly: { readonly event: Events; readonly times?: number } }
  | { readonly init: Events }
  | { readonly end: Events }
  | { readonly between: { readonly from: Events; readonly to: Events; readonly never: Events } }
  | { readonly never: StateTest }
  | { readonly possible: Events | { readonly event: Events; readonly after?: Events; readonly without?: Events } }
  | { readonly canEnd: true }
  | {
      readonly amount: {
        readonly fee: string;
        /** `statutory`: what the law says. */
        readonly equals?: Money;
        readonly atLeast?: Money;
        readonly atMost?: Money;
      };
    }
  | {
      readonly share: {
        /** The id of a rule, or a passage in time. */
        readonly of: string | (Named<'from' | 'to'> & { readonly within: string });
        readonly atLeast?: Share;
        readonly atMost?: Share;
      };
    }
  /** `{p90: [arrived, released], atMost: '48 h'}`. */
  | {
      readonly quantile: { readonly [Level in `p${number}`]: readonly [Events, Events] } & { readonly atMost: string };
    }
  | { readonly queue: { readonly resource: string; readonly atMost: number; readonly for: Share } }
  | {
      readonly monotone: {
        /** Paths and values as a variant sets them, or `{add: 1}`. */
        readonly change: Readonly<Record<string, unknown>>;
        readonly indicator: string;
        readonly never: 'longer' | 'shorter';
      };
    };
