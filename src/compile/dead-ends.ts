import { present } from '../base/index.ts';
import { allOf } from '../notation/index.ts';
import { Op, type FlowTable, type Refusal } from './flow-table.ts';
import { endsOf, instructionAt } from './instructions.ts';
import { leavesOf } from './leaves-of.ts';

/**
 * Configurations from which the flow can never end, whatever its guards say and whatever comes in whatever order.
 * Told are those that nothing leaves; where there are none of these, the first of those that only lead to each other.
 *
 * A table lets a guard answer anew each time, so it has configurations that no consignment comes into. A dead end counts
 * only where guards that always answer alike lead to it, a guard named like an attribute saying what was last written
 * to it, and `false` before.
 */
export function deadEnds(table: FlowTable): readonly Refusal[] {
  const dead = hopeless(table);
  if (dead.size === 0) return [];
  const reached = steadilyReached(table, dead);
  const stuck = reached.filter((at) => leadsTo(table, at).every((to) => to === at));
  return (stuck.length > 0 ? stuck : reached.slice(0, 1)).slice(0, toldMax).map((at) => {
    const states = leavesOf(table.configurations[at]?.value);
    return {
      code: 'cannot-end',
      state: states[0] ?? '',
      reason: {
        en: `once in ${allOf(states).en} the flow can never end`,
        zh: `一旦处于 ${allOf(states).zh}，流程便无法结束`,
      },
    };
  });
}

const toldMax = 10;
/** Beyond so many pairs of configuration and answers, every dead end counts. */
const pairsMax = 200_000;

/** Configurations from which no done one can be reached. */
function hopeless(table: FlowTable): ReadonlySet<number> {
  const canEnd = table.configurations.map(({ done }) => done);
  const next = table.configurations.map((_, at) => leadsTo(table, at));
  for (let grew = true; grew;) {
    grew = false;
    for (const [at, ends] of next.entries()) {
      if (canEnd[at] === true || !ends.some((to) => canEnd[to] === true)) continue;
      canEnd[at] = true;
      grew = true;
    }
  }
  return new Set([...next.keys()].filter((at) => canEnd[at] !== true));
}

function leadsTo(table: FlowTable, configuration: number): readonly number[] {
  return [...new Set(programsOf(table, configuration).flatMap((start) => endsOf(table, start)))];
}

function programsOf(table: FlowTable, configuration: number): readonly number[] {
  const events = table.events.length;
  return table.go.slice(configuration * events, (configuration + 1) * events).filter((start) => start >= 0);
}

/** Answers known so far, by guard: `1`, `0`, or `?`. */
type Known = readonly string[];

/** Those of `wanted` that can be reached while every guard keeps to its answer, in the order they are found. */
function steadilyReached(table: FlowTable, wanted: ReadonlySet<number>): readonly number[] {
  const seen = new Set<string>();
  const reached = new Set<number>();
  const open: { at: number; known: Known }[] = [];
  const follow = (start: number, known: Known): void => {
    for (const end of endsKnowing(table, start, known)) {
      const key = `${end.at} ${end.known.join('')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (wanted.has(end.at)) reached.add(end.at);
      // What follows a dead end is dead as well.
      else open.push(end);
    }
  };
  follow(
    table.start,
    table.guards.map((guard) => (table.attributes.includes(guard) ? '0' : '?')),
  );
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.size > pairsMax) return [...wanted];
    for (const start of programsOf(table, next.at)) follow(start, next.known);
  }
  return [...reached].toSorted((a, b) => a - b);
}

/** Where a program can end, and what is known then. */
function endsKnowing(table: FlowTable, start: number, before: Known): readonly { at: number; known: Known }[] {
  const ends: { at: number; known: Known }[] = [];
  const open: { at: number; known: Known }[] = [{ at: start, known: before }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { known } = place;
    const { operation, a, b, next } = instructionAt(table, place.at);
    if (operation === Op.goto) ends.push({ at: a, known });
    else if (operation === Op.test) {
      if (known[a] !== '0') open.push({ at: next, known: known.with(a, '1') });
      if (known[a] !== '1') open.push({ at: b, known: known.with(a, '0') });
    } else open.push({ at: next, known: written(table, known, operation, a, b) });
  }
  return ends;
}

/** A guard named like an attribute says what is written to it. */
function written(table: FlowTable, known: Known, operation: number, attribute: number, from: number): Known {
  if (operation !== Op.set && operation !== Op.copy) return known;
  const guardOf = (index: number): number => table.guards.indexOf(present(table.attributes[index], 'an attribute'));
  const guard = guardOf(attribute);
  if (guard < 0) return known;
  if (operation === Op.set) return known.with(guard, table.constants[from] === true ? '1' : '0');
  const source = guardOf(from);
  return known.with(guard, source < 0 ? '?' : (known[source] ?? '?'));
}
