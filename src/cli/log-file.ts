import { ownThread, type Pool } from '../experiment/index.ts';
import { LogText } from '../report/index.ts';
import { Occurrences, type Model, type Observer } from '../simulation/index.ts';
import type { Draft, Io } from './io.ts';

/** Bytes that are gathered before they are written. */
const pieceBytes = 262_144;

/** Characters that are gathered before they are made bytes: put together within the cache, a row takes a third less time. */
const textLength = 32_768;

/** Text as bytes, one after the other. */
class Bytes {
  #bytes = Buffer.alloc(2 * pieceBytes);
  #others = Buffer.alloc(2 * pieceBytes);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    // No character of JavaScript takes more than three bytes.
    if (this.#length + 3 * text.length > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes], 2 * (this.#length + 3 * text.length));
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** All that was added since the last time. It holds until the next time. */
  take(): Uint8Array {
    const taken = this.#bytes;
    const length = this.#length;
    this.#bytes = this.#others;
    this.#others = taken;
    this.#length = 0;
    return taken.subarray(0, length);
  }
}

/**
 * Every occurrence of the base's first replication, from its very start, in a file that is whole or not there. The disk sets the
 * pace: while one piece is written the next is simulated, and no more.
 */
export class LogFile {
  /** Sees the replication. */
  readonly observer: Observer;
  readonly #draft: Draft;
  readonly #bytes = new Bytes();
  #rows: string;
  #written: Promise<void> = Promise.resolve();
  #isWhole = false;

  /** Throws `WriteFailed` if the file cannot be written. */
  constructor(model: Model, file: string, io: Io) {
    const occurrences = new Occurrences(model);
    const text = new LogText(model.scenario.start, file.endsWith('.csv') ? 'csv' : 'ndjson', occurrences);
    this.#draft = io.openFile(file);
    this.#rows = text.head;
    this.observer = occurrences.observer((...occurrence) => {
      this.#rows += text.row(...occurrence);
      if (this.#rows.length < textLength) return;
      this.#bytes.add(this.#rows);
      this.#rows = '';
    });
  }

  /** Whether the replication was seen to its end, and the file is there. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Begins to write what is there, when the piece before is written. */
  async flush(): Promise<void> {
    if (this.#bytes.length < pieceBytes) return;
    await this.#written;
    this.#written = this.#draft.append(this.#bytes.take());
    // A failure is met when it is waited for next; until then it is nobody's.
    this.#written.catch(() => undefined);
  }

  /** The replication is at its end: writes the rest and puts the file in its place. */
  async end(): Promise<void> {
    await this.#written;
    this.#bytes.add(this.#rows);
    await this.#draft.append(this.#bytes.take());
    this.#draft.keep();
    this.#isWhole = true;
  }

  /** It is needed no more: what is not whole is left nowhere. */
  drop(): void {
    this.#draft.drop();
  }
}

/** The pool, but that the first replication is run in this thread, where the log sees it. */
export function logging(pool: Pool, models: readonly Model[], log: LogFile, breathe: () => Promise<void>): Pool {
  const flush = async (): Promise<void> => {
    await log.flush();
    await breathe();
  };
  const own = ownThread(models, flush, log.observer);
  let isLogged = false;
  return {
    width: pool.width,
    async replicate(order) {
      if (isLogged || order.replication !== 0) return await pool.replicate(order);
      isLogged = true;
      const replication = await own.replicate(order);
      await log.end();
      return replication;
    },
    simulated: () => pool.simulated() + own.simulated(),
  };
}
