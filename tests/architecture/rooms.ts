/** A room is a folder of `src`. It imports only rooms of a lower rank, so the ranks draw the house from the ground up. */
export interface Room {
  readonly rank: number;
}

/** The rooms by name. */
export const rooms: Readonly<Record<string, Room>> = {
  base: { rank: 0 },
  kernel: { rank: 1 },
  statistics: { rank: 1 },
  customs: { rank: 1 },
  logs: { rank: 2 },
  random: { rank: 2 },
  engine: { rank: 3 },
  flows: { rank: 3 },
  compile: { rank: 4 },
  notation: { rank: 1 },
  scenario: { rank: 4 },
  simulation: { rank: 5 },
  replay: { rank: 6 },
  rules: { rank: 6 },
  stepping: { rank: 6 },
  chance: { rank: 7 },
  experiment: { rank: 7 },
  learn: { rank: 8 },
  testing: { rank: 8 },
  report: { rank: 9 },
  tui: { rank: 10 },
  cli: { rank: 11 },
};

/** What programs that import clearsim, or clearsim/testing, see. They may show any room below the screen. */
export const libraryFaces: { readonly files: readonly string[]; readonly rank: number } = {
  files: ['src/index.ts', 'src/testing.ts'],
  rank: 10,
};

/** Which places (rooms or single files) may import a package; `node:` stands for all modules of Node. */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  'node:': ['cli', 'src/experiment/worker.ts'],
  cephes: ['random', 'statistics'],
  chalk: ['tui'],
  commander: ['cli'],
  'fast-check': ['chance', 'testing'],
  'fastest-levenshtein': ['base'],
  immer: ['scenario', 'tui'],
  ink: ['tui'],
  piscina: ['cli'],
  react: ['tui'],
  saxes: ['logs'],
  seedrandom: ['random'],
  'string-width': ['report', 'tui'],
  xstate: ['flows', 'compile'],
  yaml: ['notation'],
  zod: ['notation', 'scenario', 'flows', 'rules', 'learn'],
};

/** The only places that know the wall clock, the process and the language of the machine. */
export const outsideWorld: readonly string[] = ['cli', 'src/experiment/worker.ts'];
