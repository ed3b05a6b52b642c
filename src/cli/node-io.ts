import { type Label, verbatim, NotDone } from '../base/index.ts';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  unwatchFile,
  watchFile,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  write as writeTo,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import { signals, type Signal } from './exit.ts';
import { ReadFailed, WriteFailed, type Draft, type Io, type Keep, type Sink } from './io.ts';

/** The world as Node gives it. */
export function nodeIo(): Io {
  return {
    out: sink(process.stdout, (text) => writeAll(1, text, { en: 'standard output', zh: '标准输出' })),
    talk: sink(process.stderr, (text) => {
      try {
        writeAll(2, text, { en: 'standard error', zh: '标准错误输出' });
      } catch (error) {
        if (!(error instanceof WriteFailed)) throw error;
      }
    }),
    isInputTerminal: isatty(0),
    read,
    pieces,
    beside,
    exists: existsSync,
    watchFile(file, listener) {
      watchFile(file, { interval: watchPause, persistent: false }, listener);
      return () => unwatchFile(file, listener);
    },
    openFile,
    writeFile,
    editFile,
    // As a terminal does: all that stands before it, npm too, which would keep it.
    suspend: () => process.kill(0, 'SIGTSTP'),
    own: (path) => join(relative(process.cwd(), ownFolder), path),
    names: (folder) =>
      attempt(() =>
        readdirSync(folder)
          .map((name) => shownName(folder, name))
          .toSorted(),
      ) ?? [],
    recall: (keep, name) => attempt(() => readFileSync(join(folderOf(keep), name), 'utf8')),
    remember: (keep, name, text) => attempt(() => remember(keep, name, text)),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    environment: process.env,
    cores: availableParallelism(),
    clock: () => performance.now(),
    breathe: () => new Promise((done) => setImmediate(done)),
    every(milliseconds, act) {
      const timer = setInterval(act, milliseconds);
      return () => clearInterval(timer);
    },
    onSignal,
    // Loaded only when it is needed: `--version` and short runs start without it.
    openWorkers: async (count, job) => (await import('./workers.ts')).openWorkers(count, job),
    openScreen: async (desk, options) =>
      (await import('../tui/index.ts')).openScreen(desk, { ...options, stdin: process.stdin, stdout: process.stdout }),
  };
}

/** The editor may have arguments, so a shell takes it apart; the file is handed over as it is. */
function editFile(file: string): void {
  const editor = process.env['VISUAL'] ?? process.env['EDITOR'] ?? 'vi';
  const { error, status } = spawnSync('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
  if (error !== undefined || status === commandNotFound)
    throw new NotDone({
      en: `the editor ${editor} could not be started (it is named by VISUAL or EDITOR)`,
      zh: `无法启动编辑器 ${editor}（由 VISUAL 或 EDITOR 指定）`,
    });
}

/** What a shell ends with where there is no such command. */
const commandNotFound = 127;

/** Milliseconds between two looks at a file that is watched. */
const watchPause = 500;

function sink(stream: NodeJS.WriteStream & { readonly fd: number }, write: (text: string) => void): Sink {
  return {
    write,
    get isTerminal() {
      return isatty(stream.fd);
    },
    get columns() {
      return isatty(stream.fd) ? stream.columns : undefined;
    },
  };
}

/** Writes all of it, in as many pieces as it takes. `console.log` and streams lose text on full disks and closed pipes without a word. */
function writeAll(descriptor: number, text: string, target: Label): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'EAGAIN') throw new WriteFailed(target, code);
      // A pipe that is full for now: its reader needs a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Writes all of it without keeping the thread. */
async function appendAll(descriptor: number, bytes: Uint8Array, target: Label): Promise<void> {
  let written = 0;
  try {
    while (written < bytes.length) written += (await writeSome(descriptor, bytes, written)).bytesWritten;
  } catch (error) {
    throw new WriteFailed(target, codeOf(error));
  }
}

const writeSome = promisify(writeTo);

function read(file: string, bytesMax: number): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = file === '-' ? 0 : openSync(file, 'r');
    const bytes = Buffer.alloc(bytesMax);
    let length = 0;
    while (length < bytesMax) {
      const got = readSome(descriptor, bytes, length);
      if (got === 0) break;
      length += got;
    }
    return new Uint8Array(bytes.subarray(0, length));
  } catch (error) {
    throw new ReadFailed(file, codeOf(error));
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor);
  }
}

/** Bytes of a piece: as many as are read at full speed. */
const pieceBytes = 262_144;

function* pieces(file: string): Iterable<Uint8Array> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const bytes = Buffer.alloc(pieceBytes);
    for (let got; (got = readSome(descriptor, bytes, 0)) > 0;) yield bytes.subarray(0, got);
  } catch (error) {
    throw new ReadFailed(file, codeOf(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readSome(descriptor: number, bytes: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(descriptor, bytes, at, bytes.length - at, null);
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function beside(file: string, path: string): { path: string } | { refused: Label } {
  if (isAbsolute(path) || /^[A-Za-z]:|\\/.test(path))
    return { refused: { en: 'a path from the folder of the scenario is needed', zh: '须为自方案所在文件夹起的路径' } };
  const folder = file === '-' ? process.cwd() : dirname(resolve(file));
  try {
    const real = realpathSync(join(folder, path));
    return real.startsWith(realpathSync(folder) + sep)
      ? { path: real }
      : { refused: { en: 'it lies outside the folder of the scenario', zh: '在方案所在文件夹之外' } };
  } catch (error) {
    throw new ReadFailed(path, codeOf(error));
  }
}

function writeFile(file: string, text: string): void {
  const draft = openFile(file);
  try {
    draft.write(text);
    draft.keep();
  } finally {
    draft.drop();
  }
}

/** The draft lies beside the file, under a name of its own, until it is kept. */
function openFile(file: string): Draft {
  const name = `${file}.tmp-${process.pid}`;
  const written = <Value>(act: () => Value): Value => {
    try {
      return act();
    } catch (error) {
      throw error instanceof WriteFailed ? error : new WriteFailed(verbatim(file), codeOf(error));
    }
  };
  const descriptor = written(() => openSync(name, 'wx'));
  let isOpen = true;
  return {
    write: (text) => written(() => writeAll(descriptor, text, verbatim(file))),
    append: (bytes) => appendAll(descriptor, bytes, verbatim(file)),
    keep: () =>
      written(() => {
        fsyncSync(descriptor);
        closeSync(descriptor);
        isOpen = false;
        renameSync(name, file);
      }),
    drop() {
      if (isOpen) closeSync(descriptor);
      rmSync(name, { force: true });
    },
  };
}

/** A key press may reach the program more than once, through the terminal, npm and the set-up: milliseconds within which it is one. */
const echo = 1000;

function onSignal(handler: (signal: Signal) => void): () => void {
  let first: number | undefined;
  const listeners = (['SIGHUP', 'SIGINT', 'SIGTERM'] as const).map((signal) => {
    const listener = (): void => {
      if (first === undefined) {
        first = performance.now();
        handler(signal);
      } else if (performance.now() - first > echo) {
        process.exit(signals[signal]);
      }
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}

/** Where clearsim's own files lie: this one is bundled one folder below, or two as a source. */
const ownFolder = resolve(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../..' : '..');

/** What can be done without: if it cannot be had, for a reason of the file system, there is nothing. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    codeOf(error);
    return undefined;
  }
}

/** The name of a folder has `/` at its end; a link is what it leads to. */
function shownName(folder: string, name: string): string {
  return attempt(() => statSync(join(folder, name)).isDirectory()) === true ? `${name}/` : name;
}

/** Where the system wants caches and data of programs to be. */
function folderOf(keep: Keep): string {
  const { XDG_CACHE_HOME = '', XDG_DATA_HOME = '', LOCALAPPDATA = '' } = process.env;
  // A path that is not absolute counts as none, as the XDG base directory specification says.
  const [named, usual] = keep === 'cache' ? [XDG_CACHE_HOME, '.cache'] : [XDG_DATA_HOME, '.local/share'];
  const wanted = [named, ...(process.platform === 'win32' ? [LOCALAPPDATA] : [])];
  return join(wanted.find((folder) => isAbsolute(folder)) ?? join(homedir(), usual), 'clearsim');
}

/** Files that a cache holds at most; the oldest go. */
const keptMax = 100;

function remember(keep: Keep, name: string, text: string): void {
  const folder = folderOf(keep);
  mkdirSync(folder, { recursive: true });
  const names = keep === 'cache' ? readdirSync(folder).filter((each) => each !== name) : [];
  const ages = names.map((each) => ({ each, changed: statSync(join(folder, each)).mtimeMs }));
  for (const { each } of ages.toSorted((a, b) => b.changed - a.changed).slice(keptMax - 1))
    rmSync(join(folder, each), { force: true });
  // Two runs may keep the same at once: each has a draft of its own, and the whole takes the name.
  const draft = join(folder, `${name}.tmp-${process.pid}`);
  writeFileSync(draft, text);
  renameSync(draft, join(folder, name));
}

/** Errno name of an error of the file system; anything else is not ours to explain. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'errno' in error)
    return error.code;
  throw error;
}
