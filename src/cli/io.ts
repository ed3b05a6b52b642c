import { type Label, verbatim } from '../base/index.ts';
import type { Inquiries, Inquiry, InquiryKind, Pool, WorkerJob } from '../experiment/index.ts';
import type { Desk, ScreenOptions, Visit } from '../tui/index.ts';
import type { Signal } from './exit.ts';

/** All of the world that a command touches. The real one is node-io.ts; tests bring their own. */
export interface Io {
  /** Data: standard output. Throws {@link WriteFailed}. */
  readonly out: Sink;
  /** Talk: standard error. Never fails: who cannot hear it is not disturbed. */
  readonly talk: Sink;
  readonly isInputTerminal: boolean;
  /** At most `bytesMax` bytes of a file, `-` being standard input. Throws {@link ReadFailed}. */
  read(file: string, bytesMax: number): Uint8Array;
  /** All of a file, piece by piece; a piece is good until the next is asked for. Throws {@link ReadFailed}. */
  pieces(file: string): Iterable<Uint8Array>;
  /** The path of a file that another names, or why it may not be read: only what lies in the folder of the first is in reach. */
  beside(file: string, path: string): { readonly path: string } | { readonly refused: Label };
  exists(file: string): boolean;
  /** Calls `listener` whenever a file has changed, until the returned function is called. */
  watchFile(file: string, listener: () => void): () => void;
  /** Begins a file that is there, whole, once it is kept. Throws {@link WriteFailed}. */
  openFile(file: string): Draft;
  /** Writes a whole file or nothing. Throws {@link WriteFailed}. */
  writeFile(file: string, text: string): void;
  /** Opens a file in the user's editor, and returns when that is closed. Throws an error that says why it could not. */
  editFile(file: string): void;
  /** Stops the process until its shell lets it go on. */
  suspend(): void;
  /** The path from here of a file or folder that comes with clearsim: `docs/lessons`. */
  own(path: string): string;
  /** Names in a folder in their order, those of folders with `/` at the end; none where it cannot be read. */
  names(folder: string): readonly string[];
  /** A text that `remember` has kept under this name, by this or an earlier run; none if there is none, for whatever reason. */
  recall(keep: Keep, name: string): string | undefined;
  /** Keeps a text for later runs, if it can. */
  remember(keep: Keep, name: string, text: string): void;
  /** SHA-256 of a text, in hexadecimal digits. */
  digest(text: string): string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Processors of the machine. */
  readonly cores: number;
  /** Milliseconds from anywhere. */
  clock(): number;
  /** Lets signals, keys and timers have their turn. */
  breathe(): Promise<void>;
  /** Calls `act` again and again, so many milliseconds apart; gives back how to end it. */
  every(milliseconds: number, act: () => void): () => void;
  /** Calls `handler` at the first signal; a second one ends the process at once. Gives back how to stop listening. */
  onSignal(handler: (signal: Signal) => void): () => void;
  /** Threads that run replications. */
  openWorkers(count: number, job: WorkerJob): Promise<Workers>;
  /** Shows the desk's experiment on the terminal until the user leaves or the signal says so. */
  openScreen(desk: Desk, options: Omit<ScreenOptions, 'stdin' | 'stdout'>): Promise<Visit>;
}

/** Where texts are kept between runs: what can be made anew, of which the oldest go, or what is the user's. */
export type Keep = 'cache' | 'data';

/** Where text goes. */
export interface Sink {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Cells in a row; none if unknown. */
  readonly columns: number | undefined;
}

/** A file in the making; its methods throw {@link WriteFailed}. */
export interface Draft {
  write(text: string): void;
  /** Writes bytes while others go on; one piece at a time. */
  append(bytes: Uint8Array): Promise<void>;
  /** It is done: it takes its name, in place of a file that had it. */
  keep(): void;
  /** Gives it up, unless it is kept. */
  drop(): void;
}

/** Threads that run replications and answer questions about the models, until they are closed. */
export interface Workers extends Pool {
  inquire<Kind extends InquiryKind>(inquiry: Inquiry<Kind>): Promise<Inquiries[Kind]['gives']>;
  close(): Promise<void>;
}

/** A file that cannot be read. */
export class ReadFailed extends Error {
  override readonly name: string = 'ReadFailed';
  readonly file: string;
  /** Errno name: `ENOENT`. */
  readonly code: string;

  constructor(file: string, code: string) {
    super(`${file}: ${code}`);
    this.file = file;
    this.code = code;
  }
}

/** Output that cannot be written. */
export class WriteFailed extends Error {
  override readonly name: string = 'WriteFailed';
  /** A file, or standard output. */
  readonly target: Label;
  /** Errno name: `ENOSPC`. */
  readonly code: string;

  constructor(target: Label, code: string) {
    super(`${target.en}: ${code}`);
    this.target = target;
    this.code = code;
  }
}

const meanings: Readonly<Record<string, Label>> = {
  ENOENT: { en: 'no such file or folder', zh: '没有此文件或文件夹' },
  EACCES: { en: 'not allowed', zh: '没有权限' },
  EPERM: { en: 'not allowed', zh: '没有权限' },
  EISDIR: { en: 'it is a folder', zh: '这是文件夹' },
  ENOTDIR: { en: 'a part of the path is no folder', zh: '路径中有一段不是文件夹' },
  ENOSPC: { en: 'no space left on the device', zh: '磁盘空间已满' },
  EDQUOT: { en: 'the disk quota is used up', zh: '磁盘配额已用完' },
  EFBIG: { en: 'the file would be too big', zh: '文件过大' },
  EIO: { en: 'the device failed', zh: '设备出错' },
  EROFS: { en: 'the file system is read-only', zh: '文件系统只读' },
  EMFILE: { en: 'too many open files', zh: '打开的文件过多' },
  ENAMETOOLONG: { en: 'the name is too long', zh: '名称过长' },
  ELOOP: { en: 'too many links', zh: '链接层数过多' },
};

/** An errno in words: `no such file or folder (ENOENT)`. */
export function errnoText(code: string): Label {
  const meaning = meanings[code];
  return meaning === undefined ? verbatim(code) : { en: `${meaning.en} (${code})`, zh: `${meaning.zh}（${code}）` };
}
