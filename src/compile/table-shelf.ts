import type { FlowTable } from './flow-table.ts';

/** Tables of users' flows that were made before, by the content of the flows. */
export interface TableShelf {
  find(content: string): FlowTable | undefined;
  put(content: string, table: FlowTable): void;
}

/** A shelf that is always empty. */
export const noShelf: TableShelf = { find: () => undefined, put: () => undefined };
