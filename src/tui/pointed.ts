import type { Command } from './keys.ts';

/** Where a pointer is among so many rows, and how many a page is; none: there are no pages. */
export interface Pointing {
  readonly at: number;
  readonly count: number;
  readonly page?: number;
}

/** The row that a command moves the pointer to: it stops at the ends, and stays at 0 where there are no rows; undefined where the command moves no pointer. */
export function pointed(command: Command, { at, count, page }: Pointing): number | undefined {
  const to = target(command, at, count, page);
  return to === undefined ? undefined : Math.max(0, Math.min(to, count - 1));
}

function target(command: Command, at: number, count: number, page: number | undefined): number | undefined {
  switch (command) {
    case 'down':
      return at + 1;
    case 'up':
      return at - 1;
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    case 'pageDown':
      return page === undefined ? undefined : at + page;
    case 'pageUp':
      return page === undefined ? undefined : at - page;
    default:
      return undefined;
  }
}
