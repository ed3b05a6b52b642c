import { assert, present } from '../base/index.ts';
import { Op, type FlowTable } from './flow-table.ts';
import { instructionAt } from './instructions.ts';

/** Something a step does, by name. */
export type Operation =
  | { readonly does: 'set'; readonly attribute: string; readonly value: boolean | number | string }
  | { readonly does: 'copy'; readonly attribute: string; readonly from: string }
  | { readonly does: 'reach'; readonly milestone: string }
  | { readonly does: 'charge'; readonly fee: string }
  | { readonly does: 'arm' | 'disarm'; readonly delay: string; readonly state: string }
  | { readonly does: 'begin' | 'end'; readonly activity: string; readonly state: string; readonly id: string };

/** What a step did, in order, and the configuration it ended in (an index of the table). */
export interface Step {
  readonly configuration: number;
  readonly operations: readonly Operation[];
}

/** Says whether a named guard holds now, after what the step has done so far (what it has set or copied above all). */
export type Answer = (guard: string, done: readonly Operation[]) => boolean;

/** Enters a flow. */
export function enter(table: FlowTable, answer: Answer): Step {
  return follow(table, table.start, answer);
}

/** Takes an event (by type) in a configuration, slowly and plainly; an event that nothing listens to does nothing. */
export function step(table: FlowTable, configuration: number, event: string, answer: Answer): Step {
  const index = table.events.findIndex(({ type }) => type === event);
  const start = index < 0 ? -1 : present(table.go[configuration * table.events.length + index], 'a program or none');
  return start < 0 ? { configuration, operations: [] } : follow(table, start, answer);
}

function follow(table: FlowTable, start: number, answer: Answer): Step {
  const operations: Operation[] = [];
  for (let at = start; ;) {
    const { operation, a, b, next } = instructionAt(table, at);
    if (operation === Op.goto) return { configuration: a, operations };
    if (operation === Op.test) at = answer(present(table.guards[a], 'a guard'), operations) ? next : b;
    else {
      operations.push(named(table, operation, a, b));
      at = next;
    }
  }
}

/** An operation of a table by name. */
export function named(
  table: Omit<FlowTable, 'code' | 'go' | 'start' | 'configurations' | 'flow'>,
  operation: number,
  a: number,
  b: number,
): Operation {
  switch (operation) {
    case Op.set:
      return {
        does: 'set',
        attribute: present(table.attributes[a], 'an attribute'),
        value: present(table.constants[b], 'a constant'),
      };
    case Op.copy:
      return {
        does: 'copy',
        attribute: present(table.attributes[a], 'an attribute'),
        from: present(table.attributes[b], 'an attribute'),
      };
    case Op.reach:
      return { does: 'reach', milestone: present(table.milestones[a], 'a milestone') };
    case Op.charge:
      return { does: 'charge', fee: present(table.fees[a], 'a fee') };
    case Op.arm:
    case Op.disarm:
      return { does: operation === Op.arm ? 'arm' : 'disarm', ...present(table.timers[a], 'a timer') };
    default: {
      assert(operation === Op.begin || operation === Op.end, `operation ${operation} does something`);
      const { name, state, id } = present(table.activities[a], 'an activity');
      return { does: operation === Op.begin ? 'begin' : 'end', activity: name, state, id };
    }
  }
}
