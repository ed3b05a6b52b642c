/** The simulated instant in minutes from the start of the scenario, in a cell: a double in a typed array is never boxed. */
export type Clock = Float64Array;

/** A clock at `at`. */
export function clockAt(at: number): Clock {
  return Float64Array.of(at);
}
