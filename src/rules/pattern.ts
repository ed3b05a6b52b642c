import type { TermLength } from '../notation/index.ts';
import type { Events } from './rule-words.ts';

/** When the second event of a pair must come (or must not, where the template forbids it), counted from the first. Both ends belong to it. */
export interface Window {
  /** Not before this. */
  readonly atLeast?: TermLength;
  /** Not after this: an exact length from the instant, or days and months that end at a midnight, as terms of scenarios do. */
  readonly within?: TermLength;
  /** Counted from the first of these events instead; before it happens, nothing is late. */
  readonly from?: Events;
  /** Calendar in whose open minutes exact lengths are counted; none: in all minutes. */
  readonly hours?: string;
}

/** What the two events of a pair must have in common, or must not: names of attributes of events, as logs have them (`org:resource`). */
export interface Kinship {
  readonly same: readonly string[];
  readonly different: readonly string[];
}

/**
 * The 23 templates of Declare, what they mean on a history that has ended. `a` and `b` may stand for several events; an event that
 * is both counts as both, and what must come before or after something must be another event.
 * Pesic, Schonenberg, van der Aalst: DECLARE: full support for loosely-structured processes (EDOC 2007); di Ciccio, Montali:
 * Declarative process specifications (2022).
 */
export type Pattern =
  /** `a` happens at least so often. */
  | { readonly template: 'existence'; readonly a: Events; readonly times: number }
  /** `a` happens less often than this: with 1 never, with 2 at most once. */
  | { readonly template: 'absence'; readonly a: Events; readonly times: number }
  /** `a` happens exactly so often. */
  | { readonly template: 'exactly'; readonly a: Events; readonly times: number }
  | {
      readonly template:
        /** The first event is `a`. */
        | 'init'
        /** The last event is `a`. */
        | 'end';
      readonly a: Events;
    }
  | {
      readonly template: PairTemplate;
      readonly a: Events;
      readonly b: Events;
      /** Only of {@link windowed} templates. */
      readonly window?: Window;
      readonly kinship?: Kinship;
    }
  /** From each `a` until the next `b`, or for good if none comes, there is no `c`. The three have no event in common. Not one of the 23. */
  | { readonly template: 'between'; readonly a: Events; readonly b: Events; readonly c: Events }
  /** There is no `b` once an `a` has happened (or at all, where `a` is no event) and as long as no `c` has: what a witness denies. Not one of the 23. */
  | { readonly template: 'unwitnessed'; readonly a: Events; readonly b: Events; readonly c: Events };

/** Templates whose two events may be asked to keep a window or a kinship: each `b` is held against the `a` before it. */
export const windowed: readonly PairTemplate[] = [
  'response',
  'alternateResponse',
  'chainResponse',
  'precedence',
  'alternatePrecedence',
  'chainPrecedence',
  'notResponse',
  'notChainResponse',
];

/** Templates about two events. */
export type PairTemplate =
  /** `a` or `b` happens. */
  | 'choice'
  /** One of them happens, and not both. */
  | 'exclusiveChoice'
  /** If `a` happens, so does `b`, before or after. */
  | 'respondedExistence'
  /** After each `a` there is a `b`. */
  | 'response'
  /** After each `a` there is a `b` before the next `a`. */
  | 'alternateResponse'
  /** The event after each `a` is a `b`. */
  | 'chainResponse'
  /** Before each `b` there is an `a`. */
  | 'precedence'
  /** Before each `b` there is an `a` since the last `b`. */
  | 'alternatePrecedence'
  /** The event before each `b` is an `a`. */
  | 'chainPrecedence'
  /** Both happen or none. */
  | 'coexistence'
  | 'succession'
  | 'alternateSuccession'
  | 'chainSuccession'
  /** Not both happen. */
  | 'notCoexistence'
  /** After an `a` there is no `b`. */
  | 'notResponse'
  /** Before a `b` there is no `a`. */
  | 'notPrecedence'
  /** The event after an `a` is no `b`. */
  | 'notChainResponse'
  /** No `a` is followed at once by a `b`, no `b` preceded at once by an `a`. */
  | 'notChainSuccession';
