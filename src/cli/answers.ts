import type { Inquiries } from '../experiment/index.ts';

/** An answer that takes long to find and little room. */
export type SmallAnswer = Inquiries['week' | 'oneMore']['gives'];

/** Ten weeks of twenty scenarios: some 15 MB. */
const keptMax = 200;

/** Answers by what was asked; of too many the one goes that nobody has asked for the longest. */
export class Answers {
  readonly #kept = new Map<string, SmallAnswer>();

  of(question: string): SmallAnswer | undefined {
    const answer = this.#kept.get(question);
    if (answer !== undefined) this.keep(question, answer);
    return answer;
  }

  keep(question: string, answer: SmallAnswer): void {
    this.#kept.delete(question);
    this.#kept.set(question, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptMax && oldest !== undefined) this.#kept.delete(oldest);
  }
}
