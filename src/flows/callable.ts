/** Anything that can be called, with nothing promised about what it takes and gives. */
export type Callable = (...args: readonly unknown[]) => unknown;

/** Whether a value is a function. */
export function isCallable(value: unknown): value is Callable {
  return typeof value === 'function';
}

/** A property of a value of unknown shape (functions included); none if it has no such property. */
export function propertyOf(value: unknown, key: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  return Reflect.get(value, key);
}
