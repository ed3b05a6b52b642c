/** Exit codes. A code never changes its meaning. (5, 6: folders of stored results.) */
export const exit = {
  fine: 0,
  /** A rule is broken. */
  broken: 1,
  /** Wrong usage, or a file with mistakes in it. */
  wrongInput: 2,
  /** The result is there, but not all of what was asked for. */
  partial: 3,
  /** The output could not be written. */
  notWritten: 4,
  /** A mistake of clearsim's own. */
  bug: 70,
} as const;

/** Signals that end clearsim, with the code it ends with: 128 and the signal's number. */
export const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Name of one of them. */
export type Signal = keyof typeof signals;
