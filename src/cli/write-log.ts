import { LogText } from '../report/index.ts';
import { occurrences, Simulation, type Model } from '../simulation/index.ts';
import type { Context } from './context.ts';
import type { Signal } from './exit.ts';

/** Characters that are gathered before they are written. */
const pieceLength = 262_144;

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
    let piece = text.head;
    const observer = occurrences(model, (occurrence) => {
      piece += text.row(occurrence);
    });
    const simulation = new Simulation(model, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0, observer });
    let written = Promise.resolve();
    while (simulation.advance()) {
      if (piece.length < pieceLength) continue;
      await written;
      if (signal !== undefined) return signal;
      written = draft.append(piece);
      piece = '';
    }
    await written;
    await draft.append(piece);
    draft.keep();
    return undefined;
  } finally {
    unlisten();
    draft.drop();
  }
}
