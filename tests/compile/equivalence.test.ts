import { assign, createMachine, stateIn, type AnyStateMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { guardsOnAlways, instructionAt, Op, type FlowTable } from '../../src/compile/index.ts';
import { walk } from '../../src/compile/walk.ts';
import { compare } from './compare.ts';
import { studyEquivalence } from './equivalence-study.ts';

describe('a table does what XState does', () => {
  test('a hundred random machines, step by step, events out of place included', () => {
    const study = studyEquivalence({ seed: 20_261_123, compiledMin: 100, histories: 4, steps: 25 });
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
    const differs = (mutant: FlowTable): boolean =>
      Array.from({ length: 60 }, (_, seed) => compare(mutant, reference, { seed, steps: 40 }, steady)).some(({ difference }) => difference !== undefined);

    expect(differs(table)).toBe(false);
    const survivors = mutantsOf(table).filter(({ mutant }) => !differs(mutant)).map(({ fault }) => fault);
    expect(mutantsOf(table).length).toBeGreaterThan(80);
    expect(survivors).toEqual([]);
  });
});

/** A machine in which everything can happen: two lanes, a history, timers, activities, attributes; every part of its table is run. */
function manned({ tags }: { tags: boolean }): AnyStateMachine {
  const tagged = (milestone: string): object => (tags ? { tags: [milestone] } : { entry: { type: 'reach', params: { milestone } } });
  return createMachine({
    id: 'manned',
    context: { permit: false },
    type: 'parallel',
    states: {
      goods: {
        initial: 'atSea',
        states: {
          atSea: { on: { ARRIVED: 'unloading' } },
          unloading: { ...tagged('arrived'), after: { unloading: 'inYard' } },
          inYard: {
            ...tagged('unloaded'),
            after: { storage: { actions: { type: 'charge', params: { fee: 'storage' } } } },
            always: { guard: 'permit', target: 'removed' },
          },
          removed: { type: 'final', ...tagged('removed') },
        },
      },
      papers: {
        initial: 'work',
        states: {
          work: {
            initial: 'preparing',
            states: {
              preparing: { after: { preparation: 'review' } },
              review: { invoke: { src: 'work', onDone: [{ guard: 'faultFound', target: 'preparing' }, { target: '#manned.papers.lodged' }] } },
              last: { type: 'history' },
            },
            on: { STOP: 'stopped' },
          },
          stopped: { on: { RESUME: 'work.last' } },
          lodged: { always: { guard: stateIn({ goods: 'inYard' }), target: 'released', actions: assign({ permit: true }) } },
          released: { type: 'final', ...tagged('released') },
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
      const other = (a + 1) % table.configurations.length;
      faults.push({ fault: `goto ${a} leads to ${other} (at ${at})`, mutant: { ...table, code: table.code.with(at + 1, other) } });
    } else if (operation === Op.test) {
      faults.push({ fault: `guard ${a} always holds (at ${at})`, mutant: { ...table, code: table.code.with(at + 2, next) } });
    } else faults.push({ fault: `operation ${operation} ${a} ${b} is left out (at ${at})`, mutant: without(table, at, next - at) });

    const after = places[index + 1];
    if (after === undefined || operation === Op.goto || operation === Op.test) continue;
    const second = instructionAt(table, after);
    const entered = table.go.includes(after) || places.some((place) => instructionAt(table, place).operation === Op.test && instructionAt(table, place).b === after);
    if (second.operation === Op.goto || second.operation === Op.test || entered) continue;
    // An attribute set earlier or later in the same step shows only where a guard is asked between.
    if (operation === Op.set || second.operation === Op.set) continue;
    const code = [...table.code];
    code.splice(at, second.next - at, ...table.code.slice(after, second.next), ...table.code.slice(at, after));
    faults.push({ fault: `operations at ${at} and ${after} are exchanged`, mutant: { ...table, code } });
  }
  for (const [index, start] of table.go.entries()) {
    if (start >= 0) faults.push({ fault: `an event is lost (${index})`, mutant: { ...table, go: table.go.with(index, -1) } });
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
