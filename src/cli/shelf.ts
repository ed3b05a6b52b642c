import { NotDone, type Result } from '../base/index.ts';
import type { Checked } from '../report/index.ts';
import type { Io } from './io.ts';
import type { Opened } from './read-sources.ts';
import { Study, type Named } from './study.ts';

/** How files are read again, or others. */
export type Read = (named: Named) => Result<Opened, readonly Checked[]>;

/** Files that are open, one over the other, followed as they change. */
export class Shelf {
  readonly #io: Io;
  readonly #read: Read;
  readonly #heard: { readonly goOn: (before: Study) => void; readonly changed: () => void };
  #study: Study;
  readonly #beneath: Study[] = [];
  #broken: readonly Checked[] = [];
  /** What one wants to open and cannot: it is wrong. None: nothing. */
  #awaited: { readonly named: Named; readonly wrong: readonly Checked[] } | undefined;
  #unwatch: () => void = () => undefined;

  /** `goOn` is called when another study is uppermost, with the one before; `changed` after a file has changed. */
  constructor(first: Study, read: Read, heard: { goOn: (before: Study) => void; changed: () => void }, io: Io) {
    this.#study = first;
    this.#read = read;
    this.#heard = heard;
    this.#io = io;
    this.#watchFiles();
  }

  /** The files uppermost, with what is tried in them. */
  get study(): Study {
    return this.#study;
  }

  /** Those that it was opened over, the last uppermost. */
  get beneath(): readonly Study[] {
    return this.#beneath;
  }

  /** What is wrong with files that one wants to open, or else with those that are open. */
  get broken(): readonly Checked[] {
    return this.#awaited?.wrong ?? this.#broken;
  }

  /** Whether it is files that one wants to open. */
  get isOpening(): boolean {
    return this.#awaited !== undefined;
  }

  /** The same files with something else tried. */
  replace(study: Study): void {
    const before = this.#study;
    this.#study = study;
    this.#heard.goOn(before);
  }

  /** Other files over those that are open, which stay as they are; rules that were asked for are about those alone. Throws {@link NotDone}. */
  openOver(files: readonly string[]): void {
    const isKnown = [...this.#beneath, this.#study].some(({ named }) => named.files.includes('-'));
    if (files.includes('-') && !isKnown)
      throw new NotDone({ en: 'standard input is the keyboard here', zh: '标准输入在此是键盘' });
    this.#open({ files, rules: undefined });
  }

  /** Files that are wrong are no longer to be opened. */
  forgo(): void {
    this.#awaited = undefined;
    this.#watchFiles();
  }

  /** Back to the files that these were opened over, with what is tried there. */
  close(): void {
    const study = this.#beneath.pop();
    // Who presses Esc twice is back already.
    if (study === undefined) return;
    this.replace(this.#readAgain(study));
    this.#watchFiles();
  }

  /** Reads again what one wants to open, or else what is open. */
  look(): void {
    if (this.#awaited === undefined) this.#reread();
    else this.#open(this.#awaited.named);
  }

  /** Follows files no longer. */
  stop(): void {
    this.#unwatch();
  }

  /** Where they are wrong, they are opened as soon as they are right, unless one gives it up. */
  #open(named: Named): void {
    const opened = this.#read(named);
    this.#awaited = opened.ok ? undefined : { named, wrong: opened.wrong };
    if (opened.ok) {
      this.#broken = [];
      this.#beneath.push(this.#study);
      this.replace(new Study(named, opened.value, this.#io));
    }
    this.#watchFiles();
  }

  #reread(): void {
    const study = this.#readAgain(this.#study);
    if (study !== this.#study) this.replace(study);
  }

  /** As its files say now; as they said before where they are wrong, which is told. */
  #readAgain(study: Study): Study {
    const opened = this.#read(study.named);
    this.#broken = opened.ok ? [] : opened.wrong;
    return opened.ok ? study.reread(opened.value) : study;
  }

  #watchFiles(): void {
    this.#unwatch();
    const awaited = this.#awaited?.named;
    const ends = [
      ...this.#watch(this.#study.named, () => this.#reread()),
      ...(awaited === undefined ? [] : this.#watch(awaited, () => this.#open(awaited))),
    ];
    this.#unwatch = () => {
      for (const end of ends) end();
    };
  }

  #watch({ files, rules }: Named, act: () => void): readonly (() => void)[] {
    return [...files, ...(typeof rules === 'string' ? [rules] : [])]
      .filter((file) => file !== '-')
      .map((file) =>
        this.#io.watchFile(file, () => {
          act();
          this.#heard.changed();
        }),
      );
  }
}
