import type fc from 'fast-check';
import type { Model } from '../simulation/index.ts';
import type { StoryStep } from '../rules/index.ts';
import { storyOf } from './check-by-chance.ts';
import { Consignment, Laws } from '../stepping/index.ts';
import { drafts } from './draft.ts';
import { DraftLuck } from './draft-luck.ts';
import { Follower } from './follow.ts';

/** Values of attributes, by name. */
export type Attributes = Readonly<Record<string, boolean | number | string>>;

/** What some consignment of a model may go through. */
export interface DrawnHistory {
  readonly steps: readonly StoryStep[];
  /** At its end, at a place where nothing is pending though it is no end, or cut off since it goes on and on. */
  readonly end: 'ended' | 'stuck' | 'cut';
  /** Whether everything comes when it may with the delays of the model; otherwise in any order. */
  readonly isTimely: boolean;
}

/** Consignments of a model as they enter: only values that its laws, levels and shares can give together. */
export function consignments(model: Model): fc.Arbitrary<Attributes> {
  const laws = new Laws(model);
  return drafts(model).map((draft) =>
    new Consignment(model, laws, new DraftLuck(model, laws, draft)).attributes(model),
  );
}

/** Histories of single consignments of a model, from entry to end. */
export function histories(model: Model): fc.Arbitrary<DrawnHistory> {
  const follower = new Follower(model);
  return drafts(model).map((draft) => {
    const { steps, end, isTimely } = follower.follow(draft);
    return { steps: storyOf(steps, isTimely), end, isTimely };
  });
}
