/** Bytes of a file that have come and are still to be read. */
export class Pending {
  /** They lie from `at` to before `end`, and a zero behind them, which stands in no text: loops end there without asking where they are. */
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1);
  at = 0;
  end = 0;

  /** More of them. Those that lie before `at` are gone. */
  add(piece: Uint8Array): void {
    const before = this.bytes;
    const rest = this.end - this.at;
    const needed = rest + piece.length + 1;
    if (needed > before.length) this.bytes = new Uint8Array(2 * needed);
    this.bytes.set(before.subarray(this.at, this.end));
    this.bytes.set(piece, rest);
    this.at = 0;
    this.end = rest + piece.length;
    this.bytes[this.end] = 0;
  }
}
