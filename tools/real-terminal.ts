import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** What a cell of the window shows. */
export interface Cell {
  readonly text: string;
  /** `#RRGGBB`; none: the terminal's own. */
  readonly color: string | undefined;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isInverse: boolean;
}

/** A program in a pseudo-terminal with an emulator behind it: what a user sees of it, and what a user presses. */
export class RealTerminal {
  /** Exit code of the program. */
  readonly ended: Promise<number>;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #program: ReturnType<typeof spawn>;
  readonly #home = mkdtempSync(join(tmpdir(), 'clearsim-home-'));
  /** Bytes written so far. */
  written = 0;

  constructor(command: readonly string[], size: { readonly columns: number; readonly rows: number }, environment = {}) {
    const [file = '', ...words] = command;
    this.#screen = new xterm.Terminal({ cols: size.columns, rows: size.rows, allowProposedApi: true, scrollback: 200 });
    this.#program = spawn(file, words, {
      cols: size.columns,
      rows: size.rows,
      env: {
        ...process.env,
        LANG: 'en_US.UTF-8',
        TERM: 'xterm-256color',
        COLORTERM: 'truecolor',
        HOME: this.#home,
        XDG_DATA_HOME: this.#home,
        ...environment,
      },
    });
    this.#program.onData((text) => {
      this.written += text.length;
      this.#screen.write(text);
    });
    this.ended = new Promise((resolve) =>
      this.#program.onExit(({ exitCode }) => {
        rmSync(this.#home, { recursive: true, force: true });
        resolve(exitCode);
      }),
    );
  }

  get pid(): number {
    return this.#program.pid;
  }

  press(keys: string): void {
    this.#program.write(keys);
  }

  signal(name: string): void {
    this.#program.kill(name);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#program.resize(columns, rows);
  }

  /** True while the program has a screen of its own. */
  get isAlternate(): boolean {
    return this.#screen.buffer.active.type === 'alternate';
  }

  /** The lines of the window, without blanks at their ends. */
  lines(): readonly string[] {
    const { active } = this.#screen.buffer;
    return Array.from(
      { length: this.#screen.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    );
  }

  /** All that was written to the normal screen, what has left the window too. */
  scrollback(): string {
    const { normal } = this.#screen.buffer;
    return Array.from({ length: normal.length }, (_, row) => normal.getLine(row)?.translateToString(true) ?? '').join(
      '\n',
    );
  }

  /** Waits until the window shows what is wanted; throws with what it shows if that takes longer than `most` milliseconds. */
  async sees(wanted: string | RegExp, most = 20_000): Promise<string> {
    const until = performance.now() + most;
    for (;;) {
      const text = this.lines().join('\n');
      if (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) return text;
      if (performance.now() > until) throw new Error(`waited for ${String(wanted)}, saw:\n${text}`);
      await pause(10);
    }
  }

  /** The cells of the window, row by row; the second half of a wide character is empty. */
  cells(): readonly (readonly Cell[])[] {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, row) => {
      const line = active.getLine(active.viewportY + row);
      return Array.from({ length: this.#screen.cols }, (__, column): Cell => {
        const cell = line?.getCell(column);
        return {
          text: cell?.getChars() ?? '',
          color: cell?.isFgRGB() === true ? `#${cell.getFgColor().toString(16).padStart(6, '0')}` : undefined,
          isBold: (cell?.isBold() ?? 0) !== 0,
          isDim: (cell?.isDim() ?? 0) !== 0,
          isInverse: (cell?.isInverse() ?? 0) !== 0,
        };
      });
    });
  }
}
