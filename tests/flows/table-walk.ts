import { Op, opLength, type FlowTable } from '../../src/compile/index.ts';
import { assert, present } from '../../src/base/index.ts';

/** A moment in the life of some consignment: where it is, what has been answered for good, which milestones it has reached. */
export interface Moment {
  readonly configuration: number;
  /** Answers of guards that hold for a consignment's whole life, by name; absent: not yet asked. */
  readonly answers: ReadonlyMap<string, boolean>;
  /** Milestones reached so far. */
  readonly reached: ReadonlySet<string>;
}

/** What a step reaches, each with what was reached before it. */
export interface Reaching {
  readonly milestone: string;
  readonly before: ReadonlySet<string>;
  readonly after: Moment;
}

/**
 * Visits every moment that any consignment can be in, whatever it is like and whatever order things happen in, and every milestone
 * on the way. `eachVisit` names the chances that may come out anew.
 * Gives the moments from which no end can be reached.
 */
export function walkTable(
  table: FlowTable,
  of: {
    eachVisit: readonly string[];
    onReach: (reaching: Reaching) => void;
  },
): { moments: number; stuck: readonly Moment[] } {
  const known = new Map<string, { moment: Moment; from: string[] }>();
  const open: string[] = [];
  const enter = (moment: Moment, from: string): void => {
    const key = keyOf(moment);
    const old = known.get(key);
    if (old === undefined) {
      known.set(key, { moment, from: [from] });
      open.push(key);
    } else old.from.push(from);
  };
  const run = (
    position: number,
    moment: Moment,
    from: string,
    step: ReadonlyMap<string, boolean>,
    reachings: readonly Omit<Reaching, 'after'>[],
  ): void => {
    let at = position;
    const answers = new Map(moment.answers);
    const reached = new Set(moment.reached);
    const reachedHere = [...reachings];
    for (;;) {
      const word = (offset: number): number => present(table.code[at + offset], 'a word');
      const operation = word(0);
      if (operation === Op.goto) {
        const after: Moment = { configuration: word(1), answers, reached };
        for (const reaching of reachedHere) of.onReach({ ...reaching, after });
        enter(after, from);
        return;
      }
      if (operation === Op.test) {
        const guard = present(table.guards[word(1)], 'a guard');
        const given = answers.get(guard) ?? step.get(guard);
        const forGood = !of.eachVisit.includes(guard);
        if (given === undefined) {
          for (const answer of [true, false]) {
            const next = new Map(forGood ? answers : step).set(guard, answer);
            run(
              at,
              { ...moment, answers: forGood ? next : answers, reached },
              from,
              forGood ? step : next,
              reachedHere,
            );
          }
          return;
        }
        at = given ? at + 3 : word(2);
        continue;
      }
      assert(operation !== Op.set && operation !== Op.copy, 'the walk knows no attributes that actions write');
      if (operation === Op.reach) {
        const milestone = present(table.milestones[word(1)], 'a milestone');
        reachedHere.push({ milestone, before: new Set(reached) });
        reached.add(milestone);
      }
      at += present(opLength[operation], 'an operation');
    }
  };
  const nothing: ReadonlyMap<string, boolean> = new Map();
  run(table.start, { configuration: -1, answers: nothing, reached: new Set() }, '', nothing, []);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const { moment } = present(known.get(key), 'a moment');
    for (let event = 0; event < table.events.length; event++) {
      const position = present(table.go[moment.configuration * table.events.length + event], 'a program');
      if (position >= 0) run(position, moment, key, nothing, []);
    }
  }
  const ends = [...known].filter(
    ([, { moment }]) => present(table.configurations[moment.configuration], 'a configuration').done,
  );
  const alive = new Set(ends.map(([key]) => key));
  const back = [...alive];
  for (let key = back.pop(); key !== undefined; key = back.pop()) {
    for (const from of known.get(key)?.from ?? []) {
      if (!alive.has(from)) {
        alive.add(from);
        back.push(from);
      }
    }
  }
  return { moments: known.size, stuck: [...known].filter(([key]) => !alive.has(key)).map(([, { moment }]) => moment) };
}

function keyOf({ configuration, answers, reached }: Moment): string {
  return [
    configuration,
    [...answers]
      .map(([name, answer]) => `${name}=${answer}`)
      .toSorted()
      .join(),
    [...reached].toSorted().join(),
  ].join(' ');
}
