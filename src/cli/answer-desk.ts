import { driveBreathing } from '../base/index.ts';
import { inquire, type Inquiries, type Inquiry, type InquiryKind } from '../experiment/index.ts';
import { taskOf } from './experiment.ts';
import type { Io, Workers } from './io.ts';
import type { Opened } from './read-sources.ts';

/** Answers questions about opened files in a thread of its own, which is begun with the first of them; where there is one processor, in the own thread. */
export class AnswerDesk {
  readonly #opened: Opened;
  readonly #io: Io;
  readonly #closing = new AbortController();
  #thread: Promise<Workers> | undefined;

  constructor(opened: Opened, io: Io) {
    this.#opened = opened;
    this.#io = io;
  }

  /** In the own thread an answer is left as soon as `signal` is aborted or the desk is closed: then it rejects. */
  async ask<Kind extends InquiryKind>(inquiry: Inquiry<Kind>, signal: AbortSignal): Promise<Inquiries[Kind]['gives']>;
  async ask(inquiry: Inquiry, signal: AbortSignal): Promise<Inquiries[InquiryKind]['gives']> {
    if (this.#io.cores > 1) {
      this.#thread ??= this.#io.openWorkers(1, { ...taskOf(this.#opened), givesWay: true });
      const thread = await this.#thread;
      return await thread.inquire(inquiry);
    }
    return await driveBreathing(inquire(this.#opened.models, inquiry), async () => {
      await this.#io.breathe();
      signal.throwIfAborted();
      this.#closing.signal.throwIfAborted();
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const thread = await this.#thread;
    await thread?.close();
  }
}
