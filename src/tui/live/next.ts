import { minutesPerHour, unreachable, type SimTime } from '../../base/index.ts';
import { timeAsked, visible } from '../../report/index.ts';
import type { Replay } from '../../replay/index.ts';
import type { Command } from '../keys.ts';
import type { Input, Outcome } from '../place.ts';
import type { Shared } from '../shared.ts';
import { nowOf, replayOf, shownOf, speeds, type Chosen, type LiveShown, type LiveState } from './state.ts';
import { liveWords } from './words.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: LiveState, shared: Shared): boolean {
  const replay = replayOf(own, shared);
  if (replay === undefined) return false;
  const now = nowOf(own, replay);
  switch (command) {
    case 'play':
    case 'forward':
    case 'nextItem':
    case 'last':
      return now < replay.to;
    case 'backward':
    case 'previousItem':
    case 'first':
      return now > replay.from;
    case 'faster':
      return own.speed < Math.max(...speeds);
    case 'slower':
      return own.speed > Math.min(...speeds);
    case 'down':
    case 'up':
    case 'goto':
      return true;
    case 'follow':
      return own.followed !== undefined || isSomebodyAt({ live: { ...own, now }, replay, shared });
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: LiveState, shared: Shared): Outcome<LiveState> {
  const replay = replayOf(own, shared);
  if (replay === undefined) return {};
  const now = nowOf(own, replay);
  const live = { ...own, now };
  switch (input.kind) {
    case 'command':
      return commanded(input.command, { live, replay, shared });
    case 'tick':
      return own.isPlaying ? moved(now + (input.elapsed / 60_000) * own.speed, { live, replay, shared }) : {};
    case 'answer':
      return input.isDone ? asked(input.text, { live, replay, shared }) : {};
    case 'said':
      return asked(input.rest, { live, replay, shared });
    case 'told':
    case 'filter':
    case 'ran':
    case 'left':
      return {};
    default:
      return unreachable(input);
  }
}

/** The place with its replay, when both are here. */
interface Here {
  readonly live: LiveState & { readonly now: SimTime };
  readonly replay: Replay;
  readonly shared: Shared;
}

function commanded(command: Command, here: Here): Outcome<LiveState> {
  const { live, replay, shared } = here;
  const paused = { ...here, live: { ...live, isPlaying: false } };
  const at = speeds.findIndex((each) => each === live.speed);
  switch (command) {
    case 'play':
      return { own: { ...live, isPlaying: !live.isPlaying } };
    case 'forward':
      return moved(replay.after(live.now) ?? live.now, paused);
    case 'backward':
      return moved(replay.before(live.now) ?? live.now, paused);
    case 'nextItem':
      return moved(live.now + minutesPerHour, here);
    case 'previousItem':
      return moved(live.now - minutesPerHour, here);
    case 'first':
      return moved(replay.from, here);
    case 'last':
      return moved(replay.to, here);
    case 'faster':
      return { own: { ...live, speed: speeds[at + 1] ?? live.speed } };
    case 'slower':
      return { own: { ...live, speed: speeds[at - 1] ?? live.speed } };
    case 'down':
    case 'up':
      return {
        own: { ...live, chosen: neighbourOf(live, shownOf(live, replay, shared), command === 'down' ? 1 : -1) },
      };
    case 'follow':
      return followed(here);
    case 'goto':
      return { ask: { to: 'time', label: liveWords(shared.language).goto, text: '' } };
    default:
      return {};
  }
}

/** What is below (1) or above (-1) the pointer; where that is hidden, the first that is shown. */
function neighbourOf({ chosen }: LiveState, { places, view }: LiveShown, step: 1 | -1): Chosen {
  const stations = places.map((station): Chosen => ({ station }));
  const rows = [...stations, ...view.last.map((_, line): Chosen => ({ line }))];
  const at =
    'station' in chosen
      ? places.indexOf(chosen.station)
      : chosen.line < view.last.length
        ? places.length + chosen.line
        : -1;
  return rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))] ?? chosen;
}

/** At another instant, but never outside of the recording; at its end it stands still. */
function moved(to: SimTime, { live, replay, shared }: Here): Outcome<LiveState> {
  const now = Math.max(replay.from, Math.min(replay.to, to));
  if (now < replay.to) return { own: { ...live, now } };
  return { own: { ...live, now, isPlaying: false }, note: { isAlarm: false, text: liveWords(shared.language).atEnd } };
}

function asked(text: string, here: Here): Outcome<LiveState> {
  const { live, replay, shared } = here;
  const to = timeAsked(text, replay.model.scenario, { now: live.now, from: replay.from });
  if (to !== undefined) return moved(to, here);
  return { note: { isAlarm: true, text: liveWords(shared.language).noTime(visible(text)) } };
}

/** Follows the consignment at the pointer: the one that came last to a station, or the one that something happened to; the second time no more. */
function followed(here: Here): Outcome<LiveState> {
  const { live } = here;
  return { own: { ...live, followed: live.followed === undefined ? pointedAt(here) : undefined } };
}

/** Whether there is anybody at the pointer: asked with every frame, where to look for who it is would take long. */
function isSomebodyAt(here: Here): boolean {
  const { chosen, now } = here.live;
  if (!('station' in chosen)) return pointedAt(here) !== undefined;
  const station = here.replay.at(now).stations[chosen.station];
  return station !== undefined && station.working + station.waiting > 0;
}

/** The consignment at the pointer: the one that came last to the station, or that of the line; undefined where nobody is. */
function pointedAt({ live, replay, shared }: Here): number | undefined {
  const { chosen, now } = live;
  return 'station' in chosen
    ? replay.newest(chosen.station, now)
    : shownOf(live, replay, shared).view.last[chosen.line]?.consignment;
}
