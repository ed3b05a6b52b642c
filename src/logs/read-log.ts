import { unreachable, wrong, type Mistake, type Result } from '../base/index.ts';
import { Gathered } from './gathered.ts';
import type { Log } from './log.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';
import { readOcel } from './read-ocel.ts';
import { readXes } from './read-xes.ts';
import { Refused } from './refused.ts';
import { textsOf } from './texts-of.ts';

/** What a log may be written in. */
export type LogFormat = 'csv' | 'ndjson' | 'ocel' | 'xes';

/** A file with a log, read piece by piece. */
export interface LogFile {
  readonly file: string;
  readonly format: LogFormat;
  readonly pieces: Iterable<Uint8Array>;
}

/** What is wanted of a log. */
export interface LogWish {
  /** Attributes of cases and events of which the values are kept. */
  readonly attributes: readonly string[];
  /** Zone of times which have none, in minutes east of UTC. */
  readonly localZone: number;
  /** Type of the objects that are the cases, where the log is one of objects; default: the most natural one. */
  readonly caseType?: string;
}

const formats: ReadonlyMap<string, LogFormat> = new Map([
  ['csv', 'csv'],
  ['json', 'ocel'],
  ['jsonocel', 'ocel'],
  ['ndjson', 'ndjson'],
  ['xes', 'xes'],
]);

/** The format of a log by the end of its file's name; undefined if it is none of a log. */
export function logFormatOf(file: string): LogFormat | undefined {
  return formats.get(/\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? '');
}

/** Reads a log, of which no more is kept than the columns of {@link Log}; or says what is wrong with it. */
export function readLog({ file, format, pieces }: LogFile, wish: LogWish): Result<Log, readonly Mistake[]> {
  const gathered = new Gathered(file, wish);
  try {
    switch (format) {
      case 'csv':
        readCsv(textsOf(pieces, file), gathered);
        break;
      case 'ndjson':
        readNdjson(textsOf(pieces, file), gathered);
        break;
      case 'ocel':
        readOcel(pieces, gathered, wish.caseType);
        break;
      case 'xes':
        readXes(pieces, gathered);
        break;
      default:
        return unreachable(format);
    }
  } catch (error) {
    if (error instanceof Refused) return wrong([error.mistake]);
    throw error;
  }
  return gathered.log();
}
