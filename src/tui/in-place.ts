import type { Crumb } from './crumb.ts';
import type { Errand } from './errand.ts';
import type { Command } from './keys.ts';
import { placeOf } from './places.ts';
import type { Input, Outcome } from './place.ts';
import { openPrompt } from './prompt.ts';
import { hereOf, wantsOf, type ScreenState } from './screen-state.ts';
import type { Shared } from './shared.ts';

/** Whether the place where one is would do something at a command. */
export function ofPlace(command: Command, state: ScreenState): boolean {
  const here = hereOf(state);
  return placeOf(here).works(command, here, state);
}

/** Tells all places that what is shared has changed, those that were left too. */
export function tell(state: ScreenState, before: Shared): ScreenState {
  const told = (crumb: Crumb): Outcome<Crumb> => placeOf(crumb).next({ kind: 'told', before }, crumb, state);
  const outcomes = state.crumbs.map(told);
  const left = Object.entries(state.asLeft).map(([view, crumb]) => ({ view, crumb, own: told(crumb).own }));
  if (
    [...outcomes, ...left].every(({ own }) => own === undefined) &&
    outcomes.every(({ errand }) => errand === undefined)
  )
    return state;
  const crumbs = state.crumbs.map((crumb, at) => outcomes[at]?.own ?? crumb);
  const asLeft = Object.fromEntries(left.map(({ view, crumb, own }) => [view, own ?? crumb]));
  // What is wanted outside, only the place where one is may say now.
  return followed({ ...state, crumbs, asLeft }, { ...outcomes.at(-1) });
}

/** Gives an input to the place where one is. */
export function given(state: ScreenState, input: Input): ScreenState {
  const here = hereOf(state);
  return followed(state, placeOf(here).next(input, here, state));
}

/** The screen after what a place, or the shell, wants to follow. */
export function followed(state: ScreenState, outcome: Outcome<Crumb>): ScreenState {
  const { own, open, back, shared, errand, ask, note } = outcome;
  const here = own === undefined ? state.crumbs : [...state.crumbs.slice(0, -1), own];
  const way = here.slice(0, Math.max(1, here.length - (back ?? 0)));
  const next: ScreenState = {
    ...state,
    ...shared,
    crumbs: open === undefined ? way : [...way, open],
    ...(note === undefined ? {} : { note }),
    ...(ask === undefined ? {} : { prompt: openPrompt(ask, ask.text) }),
    ...(errand === undefined ? {} : { errands: withErrand(state.errands, errand) }),
  };
  return { ...next, materials: next.materials.only(wantsOf(next)) };
}

/** Errands that are kept: more than can come between two frames. */
const errandsMax = 100;

function withErrand(errands: ScreenState['errands'], errand: Errand): ScreenState['errands'] {
  return [...errands, { number: (errands.at(-1)?.number ?? 0) + 1, errand }].slice(-errandsMax);
}
