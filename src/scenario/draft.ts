import type { Label } from '../base/index.ts';
import type { Span } from '../customs/index.ts';
import type { Law } from '../random/index.ts';
import type { ConditionDraft } from '../notation/index.ts';
import type { ByDraft } from './by.ts';
import type { Arrivals, Calendar, Deadline, RunSettings, Start, Term } from './scenario.ts';

/**
 * A scenario file whose values are read and whose names are not yet looked up: every value is right by itself.
 * A value that could not be read is undefined, so that what depends on it can still be checked.
 */
export interface Draft {
  readonly name: Label | undefined;
  readonly source: string;
  readonly shows: string;
  readonly law: string | undefined;
  readonly start: Start | undefined;
  readonly run: RunDraft | undefined;
  readonly arrivals: Arrivals | undefined;
  readonly attributes: Entries<AttributeDraft>;
  readonly conditions: Entries<ConditionDraft>;
  readonly chances: Entries<ChanceDraft>;
  readonly measures: Entries<ByDraft<number>>;
  readonly activities: Entries<ActivityDraft>;
  readonly delays: Entries<DelayDraft>;
  readonly deadlines: Entries<Deadline>;
  readonly terms: Entries<Term>;
  readonly resources: Entries<ResourceDraft>;
  readonly calendars: Entries<Calendar>;
  readonly fees: Entries<FeeDraft>;
  readonly indicators: Entries<Span>;
  readonly variants: readonly VariantDraft[];
}

/** The entries of a section in the order of the file; undefined: defined, but wrong. */
export type Entries<Value> = ReadonlyMap<string, Value | undefined>;

/** Run settings whose defaults hang on the flow: undefined where the file does not say. */
export interface RunDraft extends Omit<RunSettings, 'replications' | 'warmUp'> {
  readonly warmUp: RunSettings['warmUp'] | undefined;
  readonly replications: {
    readonly min: number;
    readonly max: number;
    readonly precision: number;
    readonly of: string | undefined;
  };
}

/** An attribute as read; see `attributeLanguage`. */
export type AttributeDraft =
  | { readonly kind: 'levels'; readonly shares: ByDraft<Readonly<Record<string, number>>> }
  | { readonly kind: 'flag'; readonly share: ByDraft<number> }
  | { readonly kind: 'number'; readonly law: ByDraft<Law>; readonly unit: string }
  | { readonly kind: 'part'; readonly of: string; readonly share: ByDraft<number> }
  | { readonly kind: 'written'; readonly initial: boolean | number | string };

/** A chance as read; shares 0..1. */
export interface ChanceDraft {
  readonly share: ByDraft<number>;
  readonly drawn: 'once' | 'eachVisit';
}

/** An activity as read; `takes` is undefined where it holds. */
export interface ActivityDraft {
  readonly needs: Readonly<Record<string, number>>;
  readonly takes: DelayDraft | undefined;
  readonly holds: boolean;
  readonly priority: ByDraft<number> | undefined;
}

/** A delay as read: a law in minutes, or a share (0..1) of the draw of another. */
export type DelayDraft =
  | { readonly kind: 'law'; readonly law: ByDraft<Law> }
  | { readonly kind: 'part'; readonly of: string; readonly share: ByDraft<number> };

/** A resource as read; without `queue` its line is what its activities ask for. */
export interface ResourceDraft {
  readonly count: number;
  readonly calendar: string | undefined;
  readonly queue: 'fifo' | 'priority' | undefined;
}

/** A fee as read; amounts in units of the currency, `after` in minutes. */
export type FeeDraft =
  | { readonly kind: 'fixed'; readonly amount: number; readonly currency: string }
  | {
      readonly kind: 'perDay';
      readonly amount: number;
      readonly currency: string;
      readonly after: number;
      readonly of: Span;
    }
  | { readonly kind: 'statutory' };

/** A variant as read; what it sets is not yet looked at. */
export interface VariantDraft {
  readonly name: string;
  readonly nameZh: string;
  readonly shows: string;
  /** New values by dotted path. */
  readonly set: Readonly<Record<string, unknown>>;
}
