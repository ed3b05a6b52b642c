import { minutesPerDay, present, Remembered, type Minutes, type SimTime } from '../base/index.ts';
import { leavesOf } from '../compile/index.ts';
import { dayOf, Happening } from '../engine/index.ts';
import type { Model } from './model.ts';
import type { Recorded } from './recorded.ts';

/** A time in which a consignment waited for something, or something was done with it. */
export interface Wait {
  /** In line for a resource; served in an activity; until a delay was over. */
  readonly kind: 'resource' | 'activity' | 'delay';
  readonly name: string;
  readonly from: SimTime;
  /** The end of the recording where it was not over by then. */
  readonly to: SimTime;
  /** Of the time in line: while the resource was closed; else 0. */
  readonly closed: Minutes;
  /** Index of the activity that asked or serves; -1 for delays. */
  readonly activity: number;
}

/** What a consignment waited for, in the order in which it began; what took no time is not there. Lanes wait at the same time. */
export function waitsOf(recorded: Recorded, consignment: number): readonly Wait[] {
  return [...servicesOf(recorded, consignment), ...delaysOf(recorded, consignment)]
    .filter(({ from, to }) => to > from)
    .toSorted((a, b) => a.from - b.from);
}

/** Which a request is in the line of a resource when it is made: 1 where it is the next. */
export function placeInLine(
  recorded: Recorded,
  of: { readonly consignment: number; readonly activity: number; readonly at: SimTime },
): number {
  const { engine } = recorded.model;
  const { count, happening, what, entity, at } = recorded.recording;
  const resource = engine.activities[of.activity]?.needs[0]?.resource;
  const asks = engine.activities.map(({ needs }) => needs.some((need) => need.resource === resource));
  const line = new Set<number>();
  for (let place = 0; place < count; place++) {
    const kind = present(happening[place], 'a happening');
    if (kind < Happening.requested || kind > Happening.cancelled || kind === Happening.completed) continue;
    const activity = present(what[place], 'an activity');
    if (asks[activity] !== true) continue;
    const request = present(entity[place], 'a consignment') * asks.length + activity;
    if (kind !== Happening.requested) line.delete(request);
    else {
      line.add(request);
      if (request === of.consignment * asks.length + of.activity && at[place] === of.at) break;
    }
  }
  return line.size;
}

function servicesOf(recorded: Recorded, consignment: number): readonly Wait[] {
  const { engine, names } = recorded.model;
  const end = endOf(recorded);
  return recorded.spans(consignment).flatMap(({ activity, name, requestedAt, begunAt, endedAt }): Wait[] => {
    const { needs, takes } = present(engine.activities[activity], name);
    const [first] = needs;
    const until = begunAt ?? endedAt ?? end;
    const inLine: Wait[] =
      first === undefined || until <= requestedAt
        ? []
        : [
            {
              kind: 'resource',
              name: present(names.resources[first.resource], name),
              from: requestedAt,
              to: until,
              closed: Math.max(
                ...needs.map(({ resource }) =>
                  closedBetween(recorded.model, { resource, from: requestedAt, to: until }),
                ),
              ),
              activity,
            },
          ];
    // What only holds is no work: what is done meanwhile has names of its own.
    return begunAt === undefined || takes === undefined
      ? inLine
      : [...inLine, { kind: 'activity', name, from: begunAt, to: endedAt ?? end, closed: 0, activity }];
  });
}

/** Delays by the states that declare them: from entering to leaving. */
function delaysOf(recorded: Recorded, consignment: number): readonly Wait[] {
  const { happening, what, at } = recorded.recording;
  const { names, running } = runningDelays.of(recorded.model, '', () => runningDelaysOf(recorded.model));
  const since = names.map((): SimTime | undefined => undefined);
  const waits: Wait[] = [];
  const tell = (now: SimTime, runs: readonly boolean[]): void => {
    for (const [timer, name] of names.entries()) {
      const from = since[timer];
      if ((runs[timer] === true) === (from !== undefined)) continue;
      since[timer] = from === undefined ? now : undefined;
      if (from !== undefined) waits.push({ kind: 'delay', name, from, to: now, closed: 0, activity: -1 });
    }
  };
  for (const place of recorded.history(consignment))
    if (happening[place] === Happening.entered)
      tell(present(at[place], 'an instant'), present(running[present(what[place], 'what')], 'a configuration'));
  tell(endOf(recorded), []);
  return waits;
}

interface RunningDelays {
  /** Of the timers that are delays. */
  readonly names: readonly string[];
  /** Which of them run, by configuration. */
  readonly running: readonly (readonly boolean[])[];
}

const runningDelays = new Remembered<Model, RunningDelays>();

function runningDelaysOf({ table, scenario }: Model): RunningDelays {
  const timers = table.timers.filter(({ delay }) => Object.hasOwn(scenario.delays, delay));
  return {
    names: timers.map(({ delay }) => delay),
    running: table.configurations.map(({ value }) => {
      const leaves = leavesOf(value);
      return timers.map(({ state }) =>
        leaves.some((leaf) => state === '' || leaf === state || leaf.startsWith(`${state}.`)),
      );
    }),
  };
}

function endOf({ recording: { at, count } }: Recorded): SimTime {
  return at[count - 1] ?? 0;
}

/** Minutes between two instants in which a resource is closed. */
function closedBetween(
  { engine }: Model,
  { resource, from, to }: { readonly resource: number; readonly from: SimTime; readonly to: SimTime },
): Minutes {
  const calendar = engine.calendars[present(engine.resources[resource], 'a resource').calendar];
  if (calendar === undefined) return 0;
  let open = 0;
  for (let day = dayOf(from, engine.midnight); day <= dayOf(to, engine.midnight); day++) {
    const midnight = day * minutesPerDay - engine.midnight;
    for (const span of calendar.spans(day))
      open += Math.max(0, Math.min(to, midnight + span.close) - Math.max(from, midnight + span.open));
  }
  return to - from - open;
}
