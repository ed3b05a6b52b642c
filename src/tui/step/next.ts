import { present, type Mistake } from '../../base/index.ts';
import type { Coming, Stand, Turn, Walk } from '../../learn/index.ts';
import { lengthText, sentence, standView, thingName, visible, wordsOf } from '../../report/index.ts';
import { readDuration } from '../../notation/index.ts';
import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { settingsOf, withSetting, type Setting } from './settings.ts';
import { chosenOf, modelOf, panes, rulesHere, standOf, type StepState } from './state.ts';
import { stepWords } from './words.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: StepState, shared: Shared): boolean {
  const stand = standOf(own, shared);
  const rows = (): number => (stand.ok ? rowsOf(own, stand.value, shared) : 0);
  switch (command) {
    case 'open':
      return (own.pane === 'coming' || (own.pane === 'consignment' && isAtStart(own))) && rows() > 0;
    case 'goto':
      return own.pane === 'coming' && rows() > 0;
    case 'forward':
      return own.ahead.length > 0 || (stand.ok && stand.value.coming.length > 0);
    case 'backward':
      return own.walk.turns.length > 0;
    case 'left':
    case 'right':
      return own.pane === 'consignment' && isAtStart(own) && rows() > 0;
    case 'down':
    case 'up':
    case 'first':
    case 'last':
      return rows() > 1;
    case 'nextPane':
    case 'previousPane':
      return true;
    case 'edit':
      return isAtStart(own) || own.pane === 'consignment';
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: StepState, shared: Shared): Outcome<StepState> {
  const stand = standOf(own, shared);
  // A scenario that has changed since may not let the consignment go this way any more.
  if (!stand.ok) return input.kind === 'command' && input.command === 'backward' ? { own: backward(own) } : {};
  if (input.kind === 'said') return cameAfter(input.rest, own, stand.value, shared);
  if (input.kind === 'answer' && input.isDone)
    return input.to === whenAsked
      ? cameAfter(input.text, own, stand.value, shared)
      : answered(input, own, stand.value, shared);
  return input.kind === 'command' ? commanded(input.command, own, stand.value, shared) : {};
}

function commanded(command: Command, own: StepState, stand: Stand, shared: Shared): Outcome<StepState> {
  const rows = rowsOf(own, stand, shared);
  const at = chosenOf(own, stand);
  const chosen = pointed(command, { at, count: rows });
  if (chosen !== undefined) return { own: { ...own, chosen } };
  switch (command) {
    case 'nextPane':
    case 'previousPane':
      return { own: { ...own, chosen: undefined, pane: neighbour(panes, own.pane, command === 'nextPane' ? 1 : -1) } };
    case 'edit':
      return {
        own: { ...own, chosen: undefined, pane: own.pane === 'consignment' ? 'coming' : 'consignment' },
      };
    case 'left':
    case 'right':
      return changed(own, stand, shared, command === 'right' ? 1 : -1);
    case 'open':
      if (own.pane === 'consignment') return changed(own, stand, shared, 1);
      return { own: took(own, turnOf(present(stand.coming[at], 'what can come'))) };
    case 'goto':
      return { ask: { to: whenAsked, label: stepWords(shared.language).comesAfter, text: '' } };
    case 'forward':
      return { own: forward(own, stand) };
    case 'backward':
      return { own: backward(own) };
    default:
      return {};
  }
}

/** The turn that lets something come when it is expected. */
function turnOf({ comes, chances, lane }: Coming): Turn {
  return { comes, ...(chances.length === 0 ? {} : { chances }), ...(lane === undefined ? {} : { lane }) };
}

/** A turn comes; what lay ahead is only kept if it begins with it. */
function took(own: StepState, turn: Turn): StepState {
  const [first, ...rest] = own.ahead;
  const isSame =
    first?.comes === turn.comes && first.lane === turn.lane && first.chances?.join() === turn.chances?.join();
  // What a story gives comes when the story says.
  const made = isSame && turn.at === undefined ? first : turn;
  return { ...own, walk: withTurns(own.walk, [...own.walk.turns, made]), ahead: isSame ? rest : [], chosen: undefined };
}

/** The question when something comes; no attribute is called so. */
const whenAsked = 'when it comes';

/** The chosen one comes so long from now. */
function cameAfter(text: string, own: StepState, stand: Stand, shared: Shared): Outcome<StepState> {
  const { now, coming } = stand;
  const words = stepWords(shared.language);
  const alarm = (said: string): Outcome<StepState> => ({ note: { isAlarm: true, text: said } });
  const chosen = coming[chosenOf(own, stand)];
  const length = readDuration(text.trim());
  if (chosen === undefined || own.pane !== 'coming') return {};
  if (!length.ok) return alarm(words.noLength(visible(text)));
  const at = now + length.value;
  if (at >= chosen.earliest && at <= chosen.latest) return { own: took(own, { ...turnOf(chosen), at }) };
  const told = (instant: number): string => lengthText(instant - now, shared.language);
  return alarm(words.notThen(told(chosen.earliest), chosen.latest === Infinity ? undefined : told(chosen.latest)));
}

/** Goes on with what lies ahead, else with what is expected next. */
function forward(own: StepState, { coming }: Stand): StepState {
  const [first] = own.ahead;
  const [expected] = coming;
  const turn = first ?? (expected && turnOf(expected));
  return turn === undefined ? own : took(own, turn);
}

function backward(own: StepState): StepState {
  const last = own.walk.turns.at(-1);
  if (last === undefined) return own;
  return {
    ...own,
    walk: withTurns(own.walk, own.walk.turns.slice(0, -1)),
    ahead: [last, ...own.ahead],
    chosen: undefined,
  };
}

function withTurns(walk: Walk, turns: readonly Turn[]): Walk {
  return { ...walk, turns };
}

/** The setting with the pointer takes its next value that such a consignment can have. */
function changed(own: StepState, stand: Stand, shared: Shared, step: 1 | -1): Outcome<StepState> {
  const setting = settingsIn(own, stand, shared)[chosenOf(own, stand)];
  if (setting === undefined) return {};
  const { values, now } = setting;
  if (values.length === 0) {
    const words = stepWords(shared.language);
    const label = words.value(visible(thingName(setting.name, shared.language)), setting.unit);
    return { ask: { to: setting.name, label, text: String(now ?? '') } };
  }
  const at = values.findIndex((value) => value === now);
  const others = values.map((_, distance) => values[(at + step * (distance + 1) + 2 * values.length) % values.length]);
  let why: readonly Mistake[] = [];
  for (const value of others.slice(0, -1)) {
    const walk = withSetting(own.walk, setting, value);
    const tried = standOf({ ...own, walk }, shared);
    if (tried.ok) return { own: { ...own, walk, ahead: [] } };
    why = tried.wrong;
  }
  return refused(why, shared);
}

function refused([mistake]: readonly Mistake[], { language }: Shared): Outcome<StepState> {
  if (mistake === undefined) return {};
  return { note: { isAlarm: true, text: sentence(mistake, wordsOf(language)) } };
}

/** A number was typed for a setting. */
function answered(
  { to, text }: Extract<Input, { kind: 'answer' }>,
  own: StepState,
  stand: Stand,
  shared: Shared,
): Outcome<StepState> {
  const words = stepWords(shared.language);
  const setting = settingsIn(own, stand, shared).find(({ name }) => name === to);
  if (setting === undefined) return {};
  const value = Number(text.trim());
  if (text.trim() === '' || !Number.isFinite(value))
    return { note: { isAlarm: true, text: words.noNumber(visible(text)) } };
  const walk = withSetting(own.walk, setting, value);
  const tried = standOf({ ...own, walk }, shared);
  return tried.ok ? { own: { ...own, walk, ahead: [] } } : refused(tried.wrong, shared);
}

function isAtStart({ walk }: StepState): boolean {
  return walk.turns.length === 0;
}

function settingsIn({ walk, source }: StepState, stand: Stand, shared: Shared): readonly Setting[] {
  return settingsOf({ walk, stand, scenario: modelOf(source, shared).scenario }, shared.language);
}

/** Rows of the pane that the pointer can be at. */
function rowsOf(own: StepState, stand: Stand, shared: Shared): number {
  switch (own.pane) {
    case 'coming':
      return stand.coming.length;
    case 'consignment':
      return settingsIn(own, stand, shared).length;
    case 'happened':
      return stand.steps.length;
    default:
      return (
        standView(stand, modelOf(own.source, shared).scenario, wordsOf(shared.language)).laws.length +
        rulesHere(own, shared).length
      );
  }
}
