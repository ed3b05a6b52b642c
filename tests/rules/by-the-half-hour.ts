import { present } from '../../src/base/index.ts';
import { duesOf } from '../../src/rules/dues.ts';
import { allEvents } from '../../src/rules/event-names.ts';
import { Monitors } from '../../src/rules/monitor.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { Way } from '../../src/rules/way.ts';
import type { Label } from '../../src/rules/label.ts';
import { World } from '../../src/rules/world.ts';
import type { engineModel } from '../../src/engine/index.ts';
import type { Model } from '../../src/simulation/index.ts';

/** Something that has happened: when, in minutes, and by which events. */
interface Happened {
  readonly at: number;
  readonly events: readonly string[];
}

/** A consignment under way, as a run keeps it: what is due is planned when it is armed. */
interface Underway {
  readonly state: Int32Array;
  readonly now: number;
  /** By what is waited for: the instant at which it is due. */
  readonly due: ReadonlyMap<number, number>;
  /** By deadline: when its anchor was reached. */
  readonly anchored: ReadonlyMap<number, number>;
  readonly past: readonly Happened[];
}

/** Minutes between the instants that are looked at. */
const step = 30;

/** How long somebody waits for a resource at most. */
const waitMax = 300;

/**
 * Every history of a model that goes round nowhere, with delays of whole half hours: drawn when they are armed, and planned. Durations
 * must be constant or uniform, without shares.
 */
export function histories(model: Model): readonly (readonly Happened[])[] {
  const world = new World(model);
  const { engine } = model;
  const found: (readonly Happened[])[] = [];

  const lengths = (duration: engineModel.Duration): readonly number[] => {
    const law = 'is' in duration.law ? engine.laws[duration.law.is] : undefined;
    if (law?.kind === 'constant') return [law.value];
    if (law?.kind !== 'uniform') throw new Error('a duration is constant or uniform');
    return Array.from({ length: (law.max - law.min) / step + 1 }, (_, index) => law.min + index * step);
  };

  /** What is planned after a move: in all ways, if something is drawn. */
  const planned = (before: Underway, move: Move, now: number): readonly Underway[] => {
    const anchored = new Map(before.anchored);
    for (const [source, timer] of engine.timers.entries())
      if (timer.kind === 'deadline' && world.isAnchored(timer, move.to) && !anchored.has(source))
        anchored.set(source, now);
    const kept = new Map<number, number>();
    const drawn: { source: number; lengths: readonly number[] }[] = [];
    for (const pending of world.pending(move.to)) {
      const { source } = pending;
      const old = before.due.get(source);
      const isOld = old !== undefined && source !== move.by && !move.armed.includes(source);
      if (isOld) kept.set(source, old);
      else if (pending.kind === 'grant') kept.set(source, now);
      else if (pending.kind === 'end' && pending.activity.takes !== undefined)
        drawn.push({ source, lengths: lengths(pending.activity.takes) });
      else if (pending.kind === 'timer' && pending.timer.kind === 'delay')
        drawn.push({ source, lengths: lengths(pending.timer.takes) });
      else if (pending.kind === 'timer' && pending.timer.kind === 'deadline' && pending.isAnchored) {
        if (!('minutes' in pending.timer.due)) throw new Error('a deadline is counted in minutes');
        kept.set(source, Math.max(now, present(anchored.get(source), 'an anchor') + pending.timer.due.minutes));
      }
    }
    const past = [...before.past, { at: now, events: move.events }];
    return drawn
      .reduce<readonly ReadonlyMap<number, number>[]>(
        (ways, { source, lengths: of }) =>
          ways.flatMap((due) => of.map((length) => new Map(due).set(source, now + length))),
        [kept],
      )
      .map((due) => ({ state: move.to, now, due, anchored, past }));
  };

  const go = (one: Underway): void => {
    const pending = world.pending(one.state);
    const moves = world.waysFrom(one.state).map((way) => moved(world, way, one.state));
    if (moves.length === 0) found.push(one.past);
    const first = pending.filter((each) => each.kind === 'start' && each.activity.needs.length === 0);
    const soonest = Math.min(one.now + waitMax, ...one.due.values());
    for (const move of moves) {
      if (first.length > 0 && !first.some(({ source }) => source === move.by)) continue;
      const due = one.due.get(move.by);
      const isStart = move.cause.startsWith('start:');
      if (!isStart && due !== soonest) continue;
      const last = first.length > 0 ? one.now : soonest;
      for (let at = isStart ? one.now : soonest; at <= last; at += step)
        for (const next of planned(one, move, at)) go(next);
    }
  };

  const nowhere = { now: 0, due: new Map(), anchored: new Map(), past: [] };
  for (const way of world.entries()) {
    const move = moved(world, way, new Int32Array(world.width));
    for (const one of planned({ ...nowhere, state: move.to }, move, 0)) go(one);
  }
  return found;
}

/** A way as it was gone. */
interface Move extends Label {
  readonly to: Int32Array;
}

function moved(world: World, way: Way, from: Int32Array): Move {
  const to = new Int32Array(world.width);
  way.go(from, to);
  return { ...present(world.labels[way.label], 'a label'), to };
}

/** Whether a history breaks a rule, by the monitor, at its end or cut off after any of its steps. */
export function isBrokenBy(history: readonly Happened[], rule: Rule, model: Model): boolean {
  const world = new World(model);
  const names = allEvents(world.names);
  const monitors = new Monitors([rule], names, duesOf(model));
  const one = monitors.begin();
  const facts = { holds: () => true, attribute: () => undefined };
  return history.some(({ at, events }, index) => {
    for (const event of events) if (names.includes(event)) monitors.happen(one, names.indexOf(event), at, facts);
    return monitors.end(one, at, index === history.length - 1)[0] === 'broken';
  });
}
