/** What was made before from something that never changes, for those who ask again and again. Forgotten with what it was made from. */
export class Remembered<From extends object, Made extends object> {
  readonly #made: WeakMap<From, Map<string, Made>> = new WeakMap();

  /** What `make` gives; `key` tells apart what is made from one thing. */
  of(from: From, key: string, make: () => Made): Made {
    const known = this.#made.get(from) ?? new Map<string, Made>();
    const made = known.get(key) ?? make();
    this.#made.set(from, known.set(key, made));
    return made;
  }
}
