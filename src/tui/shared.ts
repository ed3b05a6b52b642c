import type { Mistake } from '../base/index.ts';
import type { Progress } from '../experiment/index.ts';
import type { Language } from '../report/index.ts';
import type { VariantText } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { DeskTells } from './desk.ts';
import type { Materials } from './materials.ts';

/** The views, in the order of their digits. */
export const views = ['compare', 'spread', 'gainers', 'inside', 'week', 'slowest', 'live', 'learn', 'rules'] as const;
/** One of them. */
export type ViewName = (typeof views)[number];

/** What all places of a visit see, and what outlives going from one to another. */
export interface Shared extends DeskTells {
  readonly columns: number;
  readonly rows: number;
  readonly language: Language;
  /** None before the first figures. */
  readonly progress: Progress | undefined;
  readonly secondsLeft: number | undefined;
  readonly isPaused: boolean;
  /** Name of the scenario that the pointer is at, or that a view is about. */
  readonly chosen: string;
  /** Name of the resource that was pointed at last; none: the busiest is looked at. */
  readonly station: string | undefined;
  /** Names of those that are marked, to be drawn together. */
  readonly marked: readonly string[];
  /** Indicator shown; none: the headline. */
  readonly indicator: string | undefined;
  /** Lessons whose question was answered in this visit. */
  readonly learned: readonly string[];
  /** What the desk has brought of what the places want. */
  readonly materials: Materials;
  /** The model of a scenario: what its names and numbers mean. */
  readonly modelOf: (scenario: string) => Model;
  /** What is wrong with a variant that one thinks of. */
  readonly check: (variant: VariantText) => readonly Mistake[];
}

/** What a place may change of it. */
export type SharedChange = Partial<Pick<Shared, 'chosen' | 'station' | 'marked' | 'indicator' | 'learned'>>;
