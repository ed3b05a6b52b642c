import { LogText } from '../report/index.ts';
import { occurrences, Simulation, type Model } from '../simulation/index.ts';
import type { Context } from './context.ts';
import type { Signal } from './exit.ts';

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
 * Writes every occurrence of the first replication, from its very start, to a file that is whole or not there. The disk sets the
 * pace: while one piece is written the next is simulated, and no more. Gives the signal that ended it, if one did.
 */
export async function writeLog(model: Model, file: string, { io }: Context): Promise<Signal | undefined> {
  const text = new LogText(model.scenario.start, file.endsWith('.csv') ? 'csv' : 'ndjson');
  const draft = io.openFile(file);
  let signal: Signal | undefined;
  const unlisten = io.onSignal((each) => {
    signal = each;
  });
  try {
    const bytes = new Bytes();
    let rows = text.head;
    const observer = occurrences(model, (occurrence) => {
      rows += text.row(occurrence);
      if (rows.length < textLength) return;
      bytes.add(rows);
      rows = '';
    });
    const simulation = new Simulation(model, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0, observer });
    let written = Promise.resolve();
    while (simulation.advance()) {
      if (bytes.length < pieceBytes) continue;
      await written;
      if (signal !== undefined) return signal;
      written = draft.append(bytes.take());
    }
    await written;
    bytes.add(rows);
    await draft.append(bytes.take());
    draft.keep();
    return undefined;
  } finally {
    unlisten();
    draft.drop();
  }
}
