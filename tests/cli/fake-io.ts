import { verbatim } from '../../src/base/index.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearsim } from '../../src/cli/clearsim.ts';
import type { Signal } from '../../src/cli/exit.ts';
import { ReadFailed, WriteFailed, type Io } from '../../src/cli/io.ts';

/** What a test changes in the world. */
export interface World {
  /** Files by name; others are read from the repository. `-` is standard input. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly environment?: Io['environment'];
  /** Standard error is a terminal. */
  readonly isTerminal?: boolean;
  /** Errno with which standard output fails. */
  readonly outFails?: string;
  /** Errno with which files cannot be written. */
  readonly fileFails?: string;
  /** Called before each replication in the own thread; may raise signals. */
  readonly onBreath?: (raise: (signal: Signal) => void) => void;
  /** Texts kept between runs; none: nothing can be kept. */
  readonly kept?: Map<string, string>;
  readonly openWorkers?: Io['openWorkers'];
  /** Standard input and output are terminals, and this is what is shown on them. */
  readonly openScreen?: Io['openScreen'];
  readonly cores?: number;
  /** What is to be called when a file has changed, by file: filled by whoever watches. */
  readonly watched?: Map<string, () => void>;
}

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
  /** Both, as a terminal shows them. */
  readonly all: string;
  readonly written: Readonly<Record<string, string>>;
}

/** Runs clearsim in this process, in a world made of strings. */
export async function tell(argv: readonly string[], world: World = {}): Promise<Told> {
  let out = '';
  let talk = '';
  let all = '';
  let now = 0;
  const written: Record<string, string> = {};
  const handlers = new Set<(signal: Signal) => void>();
  /** What is done again and again: here, at each breath. */
  const onBeat = new Set<() => void>();
  const bytesOf = (file: string): Uint8Array => {
    const text = world.files?.[file];
    if (text !== undefined) return typeof text === 'string' ? new TextEncoder().encode(text) : text;
    if (file === '-' || !existsSync(file)) throw new ReadFailed(file, 'ENOENT');
    return new Uint8Array(readFileSync(file));
  };
  const hear = (text: string): void => {
    talk += text;
    all += text;
  };
  const io: Io = {
    out: {
      write(text) {
        if (world.outFails !== undefined) throw new WriteFailed(verbatim('standard output'), world.outFails);
        out += text;
        all += text;
      },
      isTerminal: world.openScreen !== undefined,
      columns: undefined,
    },
    talk: { write: hear, isTerminal: world.isTerminal === true, columns: world.isTerminal === true ? 80 : undefined },
    isInputTerminal: world.openScreen !== undefined,
    read: (file, bytesMax) => bytesOf(file).subarray(0, bytesMax),
    pieces: function* (file) {
      yield bytesOf(file);
    },
    beside: (file, path) =>
      path.includes('..')
        ? { refused: verbatim('it lies outside the folder of the scenario') }
        : { path: join(dirname(file), path) },
    exists: (file) => world.files?.[file] !== undefined || existsSync(file),
    openFile(file) {
      let text = '';
      return {
        write(piece) {
          if (world.fileFails !== undefined) throw new WriteFailed(verbatim(file), world.fileFails);
          text += piece;
        },
        async append(bytes) {
          this.write(Buffer.from(bytes).toString());
        },
        keep: () => void (written[file] = text),
        drop: () => {},
      };
    },
    writeFile(file, text) {
      if (world.fileFails !== undefined) throw new WriteFailed(verbatim(file), world.fileFails);
      written[file] = text;
    },
    own: (path) => path,
    names: (folder) => (existsSync(folder) ? readdirSync(folder).toSorted() : []),
    recall: (_, name) => world.kept?.get(name),
    remember: (_, name, text) => void world.kept?.set(name, text),
    digest: (text) => text,
    environment: world.environment ?? {},
    cores: world.cores ?? 1,
    clock: () => (now += 20),
    async breathe() {
      world.onBreath?.((signal) => {
        for (const handler of handlers) handler(signal);
      });
      for (const act of onBeat) act();
      await new Promise((resolve) => setImmediate(resolve));
    },
    every(_, act) {
      onBeat.add(act);
      return () => onBeat.delete(act);
    },
    onSignal(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    watchFile(file, listener) {
      world.watched?.set(file, listener);
      return () => world.watched?.get(file) === listener && world.watched.delete(file);
    },
    editFile: () => undefined,
    suspend: () => undefined,
    openWorkers: world.openWorkers ?? (() => Promise.reject(new Error('no workers in this story'))),
    openScreen: world.openScreen ?? (() => Promise.reject(new Error('no screen in this story'))),
  };
  const code = await clearsim(argv, io);
  return { code, out, talk, all, written };
}
