import { assert, present } from '../base/index.ts';
import { Op as TableOp, opLength, type FlowTable } from '../compile/index.ts';
import { engineModel } from '../engine/index.ts';
import { levelCode } from './columns.ts';
import type { Linker } from './linker.ts';
import type { Milestones } from './milestones.ts';

const { Op } = engineModel;

/** Rewrites the programs of a table from names to the engine's indices; gives the event that each timer and activity gives back. */
export function linkProgram(
  table: FlowTable,
  linker: Linker,
  milestones: Milestones,
  fees: readonly string[],
): { program: engineModel.Program; due: readonly number[]; done: readonly number[] } {
  const code: number[] = [];
  /** New place of each old place. */
  const moved = new Map<number, number>();
  const jumps: number[] = [];
  for (let at = 0; at < table.code.length; at += present(opLength[word(table, at)], 'an operation')) {
    moved.set(at, code.length);
    linkOperation(table, at, { code, jumps, linker, milestones, fees });
  }
  for (const at of jumps) code[at] = present(moved.get(present(code[at], 'a jump')), 'where a jump leads');

  // The table does not know what nobody listens to anywhere: each has an event of its own behind the others.
  const heard = table.events.length;
  let events = heard;
  const eventOf = (isIt: (event: FlowTable['events'][number]) => boolean): number => {
    const event = table.events.findIndex(isIt);
    return event < 0 ? events++ : event;
  };
  const due = table.timers.map((_, timer) => eventOf((event) => event.kind === 'due' && event.timer === timer));
  const done = table.activities.map((_, activity) =>
    eventOf((event) => event.kind === 'done' && event.activity === activity),
  );
  const go = new Int32Array(table.configurations.length * events).fill(-1);
  for (const [index, start] of table.go.entries()) {
    if (start >= 0)
      go[Math.floor(index / heard) * events + (index % heard)] = present(moved.get(start), 'the start of a program');
  }
  return {
    program: {
      code: Int32Array.from(code),
      go,
      events,
      start: present(moved.get(table.start), 'the first program'),
      done: Uint8Array.from(table.configurations, (configuration) => (configuration.done ? 1 : 0)),
      arrived: table.events.findIndex((event) => event.kind === 'external' && event.type === 'ARRIVED'),
    },
    due,
    done,
  };
}

function linkOperation(
  table: FlowTable,
  at: number,
  to: { code: number[]; jumps: number[]; linker: Linker; milestones: Milestones; fees: readonly string[] },
): void {
  const operation = word(table, at);
  const operand = word(table, at + 1);
  const { code, linker } = to;
  switch (operation) {
    case TableOp.goto:
      code.push(Op.goto, operand);
      return;
    case TableOp.test:
      code.push(Op.test, linker.guard(present(table.guards[operand], 'a guard')), word(table, at + 2));
      to.jumps.push(code.length - 1);
      return;
    case TableOp.set: {
      const attribute = present(table.attributes[operand], 'an attribute');
      code.push(
        Op.set,
        linker.columns.levels.indexOf(attribute),
        levelCode(linker.columns, attribute, present(table.constants[word(table, at + 2)], 'a constant')),
      );
      return;
    }
    case TableOp.copy:
      code.push(
        Op.copy,
        linker.columns.levels.indexOf(present(table.attributes[operand], 'an attribute')),
        linker.columns.levels.indexOf(present(table.attributes[word(table, at + 2)], 'an attribute')),
      );
      return;
    case TableOp.reach:
      for (const column of to.milestones.reachedBy(present(table.milestones[operand], 'a milestone')))
        code.push(Op.reach, column);
      return;
    case TableOp.charge:
      code.push(Op.charge, to.fees.indexOf(present(table.fees[operand], 'a fee')));
      return;
    case TableOp.arm:
      code.push(Op.arm, operand);
      return;
    case TableOp.disarm:
      code.push(Op.disarm, operand);
      return;
    case TableOp.begin:
      code.push(Op.begin, operand);
      return;
    default:
      assert(operation === TableOp.end, `operation ${operation} is known`);
      code.push(Op.end, operand);
  }
}

function word(table: FlowTable, at: number): number {
  return present(table.code[at], 'a word of the table');
}
