/** A mistake of clearsim's own: something believed impossible happened. The CLI answers it with exit code 70. */
export class Bug extends Error {
  override readonly name: string = 'Bug';
}

/** Stops with a {@link Bug} unless `condition` holds; `message` says what was relied on. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Bug(message);
}

/** Ends an exhaustive switch: the compiler refuses a forgotten case, and a value from outside stops the run. */
export function unreachable(value: never): never {
  throw new Bug(`unreachable: ${JSON.stringify(value)}`);
}

/** `value`, which the caller knows to be there; a {@link Bug} naming `what` if it is not. */
export function present<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Bug(`missing: ${what}`);
  return value;
}
