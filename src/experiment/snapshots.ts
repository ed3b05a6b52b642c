/** Milliseconds between two snapshots, at least. */
const pause = 100;

/** So many times as long as a snapshot took nothing is told: watching costs a twentieth of the time at most. */
const rest = 19;

/** Takes snapshots now and then: the first at once. */
export class Snapshots {
  readonly #clock: () => number;
  #next = Number.NEGATIVE_INFINITY;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Runs `snapshot` if it is time for one. */
  async take(snapshot: () => Promise<void>): Promise<void> {
    const before = this.#clock();
    if (before < this.#next) return;
    await snapshot();
    const after = this.#clock();
    this.#next = Math.max(before + pause, after + rest * (after - before));
  }
}
