import type { Progress } from '../../src/experiment/index.ts';
import type { Desk } from '../../src/tui/index.ts';
import { comparison } from '../report/fixture.ts';

/** A desk that tells what the test wants, and writes down what the screen asked for. */
export class Recording implements Desk {
  readonly title = 'sea imports 2017';
  readonly asked: string[] = [];
  readonly #listeners = new Set<(progress: Progress) => void>();

  scenarios(): readonly string[] {
    return comparison.scenarios.map((each) => each.scenario);
  }

  subscribe(listener: (progress: Progress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(progress: Progress): void {
    for (const listener of this.#listeners) listener(progress);
  }

  pause(): void {
    this.asked.push('pause');
  }

  resume(): void {
    this.asked.push('resume');
  }

  stop(): void {
    this.asked.push('stop');
  }

  secondsLeft(): number {
    return 7.3;
  }
}
