import { present } from '../base/index.ts';
import { Op, opLength, type FlowTable } from './flow-table.ts';

/** One instruction of a table's code. */
export interface Instruction {
  readonly operation: number;
  /** Operands; 0 where the operation has fewer. */
  readonly a: number;
  readonly b: number;
  /** Position of the instruction after it. */
  readonly next: number;
}

/** The instruction at a position of the code. */
export function instructionAt(table: FlowTable, at: number): Instruction {
  const operation = present(table.code[at], `code at ${at}`);
  const length = present(opLength[operation], `operation ${operation}`);
  return { operation, a: table.code[at + 1] ?? 0, b: length > 2 ? (table.code[at + 2] ?? 0) : 0, next: at + length };
}

/** Configurations in which a program can end, in the order of its code. */
export function endsOf(table: FlowTable, start: number): readonly number[] {
  const ends = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { operation, a, b, next } = instructionAt(table, at);
    if (operation === Op.goto) ends.add(a);
    else open.push(next);
    if (operation === Op.test) open.push(b);
  }
  return [...ends];
}
