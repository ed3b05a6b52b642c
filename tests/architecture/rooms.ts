/** A room is a folder of `src`. It imports only rooms of a lower rank, so the ranks draw the house from the ground up. */
export interface Room {
  readonly rank: number;
  /** Whether the house has this room today; one that is planned may still be empty. */
  readonly built: boolean;
}

/** The rooms by name. */
export const rooms: Readonly<Record<string, Room>> = {
  base: { rank: 0, built: true },
  kernel: { rank: 1, built: true },
  statistics: { rank: 1, built: true },
  customs: { rank: 1, built: true },
  random: { rank: 2, built: true },
  engine: { rank: 3, built: true },
  flows: { rank: 3, built: true },
  compile: { rank: 4, built: true },
  scenario: { rank: 4, built: true },
  simulation: { rank: 5, built: true },
  experiment: { rank: 6, built: true },
  rules: { rank: 6, built: true },
  report: { rank: 7, built: true },
  tui: { rank: 8, built: true },
  cli: { rank: 9, built: true },
};

/** What programs that import clearsim see: `src/index.ts`. It may show any room below the screen. */
export const libraryFace = { file: 'src/index.ts', rank: 8 };

/** Which places (rooms or single files) may import a package; `node:` stands for all modules of Node. */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  'node:': ['cli', 'src/experiment/worker.ts'],
  cephes: ['random', 'statistics'],
  commander: ['cli'],
  'fastest-levenshtein': ['base'],
  immer: ['scenario', 'tui'],
  ink: ['tui'],
  piscina: ['cli'],
  react: ['tui'],
  seedrandom: ['random'],
  'string-width': ['report', 'tui'],
  xstate: ['flows', 'compile'],
  yaml: ['scenario'],
  zod: ['scenario', 'flows'],
};

/** The only places that know the wall clock, the process and the language of the machine. */
export const outsideWorld: readonly string[] = ['cli', 'src/experiment/worker.ts'];
