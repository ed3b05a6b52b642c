import { logHead, logRow, type LogFormat } from '../report/index.ts';
import { occurrences, simulate, type Model } from '../simulation/index.ts';
import type { Context } from './context.ts';

/** Characters gathered before they are written. */
const pieceLength = 65_536;

/** Writes every occurrence of the first replication, from its very start, to a file that is whole or not there. */
export function writeLog(model: Model, file: string, { io }: Context): void {
  const format: LogFormat = file.endsWith('.csv') ? 'csv' : 'ndjson';
  const draft = io.openFile(file);
  try {
    let piece = logHead(format);
    const observer = occurrences(model, (occurrence) => {
      piece += logRow(occurrence, model.scenario.start, format);
      if (piece.length < pieceLength) return;
      draft.write(piece);
      piece = '';
    });
    simulate(model, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0, observer });
    draft.write(piece);
    draft.keep();
  } finally {
    draft.drop();
  }
}
