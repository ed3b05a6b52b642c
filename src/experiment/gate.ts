/** A gate between replications: closed, the experiment waits; open, it goes on. */
export class Gate {
  #opened: Promise<void> = Promise.resolve();
  #open: (() => void) | undefined;

  get isClosed(): boolean {
    return this.#open !== undefined;
  }

  close(): void {
    if (this.#open !== undefined) return;
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open?.();
    this.#open = undefined;
  }

  /** Resolves when the gate is open. */
  passed(): Promise<void> {
    return this.#opened;
  }
}
