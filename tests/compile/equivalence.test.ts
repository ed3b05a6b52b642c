import { assign, createMachine, stateIn, type AnyStateMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { guardsOnAlways, instructionAt, Op, type FlowTable } from '../../src/compile/index.ts';
import { walk } from '../../src/compile/walk.ts';
import { compare } from './compare.ts';
import { studyEquivalence } from './equivalence-study.ts';

describe('a table does what XState does', () => {
  test('a hundred random machines, step by step, events out of place included', () => {
    const study = studyEquivalence({ seed: 20_261_123, compiledMin: 100, histories: 3, steps: 25 });
    expect(study.differences).toEqual([]);
    expect(study.compiled).toBe(100);
    // The machines are no trifles: lanes, memories, thousands of steps.
    expect(study.withParallel).toBeGreaterThan(20);
    expect(study.withHistory).toBeGreaterThan(30);
    expect(study.steps).toBeGreaterThan(5000);
  });

  test('the comparison finds every planted fault that can show', () => {
    const machine = manned({ tags: true });
    const table = tableOf(machine);
    const reference = manned({ tags: false });
    const steady = new Set(guardsOnAlways(machine, table));
    const seeds = Array.from({ length: 600 }, (_, seed) => seed);
    const differs = (mutant: FlowTable): boolean =>
      seeds.some((seed) => compare(mutant, reference, { seed, steps: 25 }, steady).difference !== undefined);

    expect(differs(table)).toBe(false);
    const survivors = mutantsOf(table)
      .filter(({ mutant }) => !differs(mutant))
      .map(({ fault }) => fault);
    expect(mutantsOf(table).length).toBeGreaterThan(80);
    expect(survivors).toEqual([]);
  });
});

/** A small machine with two lanes, a history, timers, an activity, an attribute, of whose table every part is run sooner or later. */
function manned({ tags }: { tags: boolean }): AnyStateMachine {
  const tagged = (milestone: string): object =>
    tags ? { tags: [milestone] } : { entry: { type: 'reach', params: { milestone } } };
  return createMachine({
    id: 'manned',
    context: { permit: false },
    type: 'parallel',
    states: {
      goods: {
        initial: 'atSea',
        states: {
          atSea: { on: { ARRIVED: 'inYard' } },
          inYard: {
            ...tagged('arrived'),
            after: { storage: { actions: { type: 'charge', params: { fee: 'storage' } } } },
            always: { guard: stateIn({ papers: 'lodged' }), target: 'removed' },
          },
          removed: { type: 'final', ...tagged('removed') },
        },
      },
      papers: {
        initial: 'work',
        states: {
          work: {
            initial: 'preparing',
            on: { STOP: 'stopped' },
            states: {
              preparing: { after: { preparation: 'review' } },
              review: {
                invoke: {
                  src: 'work',
                  onDone: [
                    { guard: 'faultFound', target: 'preparing' },
                    { target: '#manned.papers.lodged', actions: assign({ permit: true }) },
                  ],
                },
              },
              last: { type: 'history' },
            },
          },
          stopped: { on: { RESUME: 'work.last' } },
          lodged: { type: 'final', ...tagged('lodged') },
        },
      },
    },
  } as never);
}

function tableOf(machine: AnyStateMachine): FlowTable {
  const { table, refusals } = walk(machine, 'manned');
  if (table === undefined) throw new Error(JSON.stringify(refusals));
  return table;
}

/** Tables with one fault each: an operation left out, two exchanged, a guard no longer asked, another configuration reached, an event lost. */
function mutantsOf(table: FlowTable): readonly { readonly fault: string; readonly mutant: FlowTable }[] {
  const places = placesOf(table);
  const faults: { fault: string; mutant: FlowTable }[] = [];
  for (const [index, at] of places.entries()) {
    const { operation, a, b, next } = instructionAt(table, at);
    if (operation === Op.goto) {
      // Another state, not only another memory: what a lane remembers that is over cannot show.
      const value = JSON.stringify(table.configurations[a]?.value);
      const other = table.configurations.findIndex((configuration) => JSON.stringify(configuration.value) !== value);
      faults.push({
        fault: `goto ${a} leads to ${other} (at ${at})`,
        mutant: { ...table, code: table.code.with(at + 1, other) },
      });
    } else if (operation === Op.test) {
      faults.push({
        fault: `guard ${a} always holds (at ${at})`,
        mutant: { ...table, code: table.code.with(at + 2, next) },
      });
    } else
      faults.push({
        fault: `operation ${operation} ${a} ${b} is left out (at ${at})`,
        mutant: without(table, at, next - at),
      });

    const after = places[index + 1];
    if (after === undefined || operation === Op.goto || operation === Op.test) continue;
    const second = instructionAt(table, after);
    const entered =
      table.go.includes(after) ||
      places.some(
        (place) => instructionAt(table, place).operation === Op.test && instructionAt(table, place).b === after,
      );
    if (second.operation === Op.goto || second.operation === Op.test || entered) continue;
    // An attribute set earlier or later in the same step shows only where a guard is asked between.
    if (operation === Op.set || second.operation === Op.set) continue;
    const code = [...table.code];
    code.splice(at, second.next - at, ...table.code.slice(after, second.next), ...table.code.slice(at, after));
    faults.push({ fault: `operations at ${at} and ${after} are exchanged`, mutant: { ...table, code } });
  }
  for (const [index, start] of table.go.entries()) {
    if (start >= 0)
      faults.push({ fault: `an event is lost (${index})`, mutant: { ...table, go: table.go.with(index, -1) } });
  }
  return faults;
}

function placesOf(table: FlowTable): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < table.code.length; at = instructionAt(table, at).next) places.push(at);
  return places;
}

/** The table without the words of one operation, everything after it moved up. */
function without(table: FlowTable, at: number, length: number): FlowTable {
  const moved = (place: number): number => (place > at ? place - length : place);
  const code = [...table.code];
  for (const place of placesOf(table)) {
    const { operation, b } = instructionAt(table, place);
    if (operation === Op.test) code[place + 2] = moved(b);
  }
  code.splice(at, length);
  return { ...table, code, go: table.go.map((start) => (start < 0 ? start : moved(start))), start: moved(table.start) };
}
