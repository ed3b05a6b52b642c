import { Remembered } from '../../base/index.ts';
import type { Progress } from '../../experiment/index.ts';
import { gainersView, wordsOf, type GainersView } from '../../report/index.ts';
import type { Shared } from '../shared.ts';

/** Who gains and who loses by the chosen scenario. */
export interface GainersState {
  readonly place: 'gainers';
  /** Attribute whose levels are told apart; none: all attributes. */
  readonly attribute: string | undefined;
  /** Row with the pointer. */
  readonly row: number;
}

/** All attributes. */
export function openGainers(): GainersState {
  return { place: 'gainers', attribute: undefined, row: 0 };
}

const views = new Remembered<Progress, GainersView>();

/** The view of what is shown; undefined before the first figures. */
export function viewOf({ attribute }: GainersState, shared: Shared): GainersView | undefined {
  const { progress, language, indicator, chosen } = shared;
  if (progress === undefined) return undefined;
  return views.of(progress, JSON.stringify([attribute, language, indicator, chosen]), () =>
    gainersView(progress, { words: wordsOf(language), indicator, scenario: chosen, attribute }),
  );
}
