import { Readable, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import type { ScreenOptions } from '../../src/tui/index.ts';

/** A terminal without a window: what is written to it can be read as text, keys can be pressed, its size can change. */
export class FakeTerminal {
  readonly stdin: Readable;
  readonly stdout: ScreenOptions['stdout'];
  readonly #xterm: InstanceType<typeof xterm.Terminal>;
  /** Bytes written so far. */
  written = 0;
  isRaw = false;

  constructor(columns: number, rows: number) {
    const screen = new xterm.Terminal({ cols: columns, rows, convertEol: true, allowProposedApi: true });
    const output = new Writable({
      write: (chunk: Buffer, _, done): void => {
        this.written += chunk.length;
        screen.write(chunk, done);
      },
    });
    const input = new Readable({ read: () => {} });
    this.#xterm = screen;
    this.stdout = Object.assign(output, { isTTY: true, columns, rows });
    this.stdin = Object.assign(input, {
      isTTY: true,
      setRawMode: (isRaw: boolean): void => {
        this.isRaw = isRaw;
      },
      ref: () => {},
      unref: () => {},
    });
  }

  press(keys: string): void {
    this.stdin.push(keys);
  }

  resize(columns: number, rows: number): void {
    this.#xterm.resize(columns, rows);
    Object.assign(this.stdout, { columns, rows });
    this.stdout.emit('resize');
  }

  /** The lines of the window, without blanks at their ends. */
  async lines(): Promise<readonly string[]> {
    await new Promise<void>((resolve) => this.#xterm.write('', resolve));
    const { active } = this.#xterm.buffer;
    return Array.from(
      { length: this.#xterm.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    );
  }

  /** True while the program has a screen of its own and the user's text waits behind it. */
  get isAlternate(): boolean {
    return this.#xterm.buffer.active.type === 'alternate';
  }
}

export const keys = { down: '\u001B[B', up: '\u001B[A', escape: '\u001B', ctrlC: '\u0003', tab: '\t' } as const;
