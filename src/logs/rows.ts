/** An event of a log: its number, when in minutes (NaN: it has no time), on which line. */
export interface Row {
  readonly event: number;
  readonly at: number;
  readonly line: number;
}

/** Rows as they come, in columns: the first `count` of each. */
export class Rows {
  count = 0;
  /** What each belongs to. */
  of: Int32Array<ArrayBuffer> = new Int32Array(1024);
  event: Int32Array<ArrayBuffer> = new Int32Array(1024);
  at: Float64Array<ArrayBuffer> = new Float64Array(1024);
  line: Int32Array<ArrayBuffer> = new Int32Array(1024);

  /** One more; gives its place. */
  add(of: number, { event, at, line }: Row): number {
    const place = this.count++;
    if (place === this.of.length) {
      this.of = longer(this.of);
      this.event = longer(this.event);
      this.line = longer(this.line);
      const { at: shorter } = this;
      this.at = new Float64Array(2 * place);
      this.at.set(shorter);
    }
    this.of[place] = of;
    this.event[place] = event;
    this.at[place] = at;
    this.line[place] = line;
    return place;
  }
}

/** A column with room for twice as many, or for `length`, if that is more. */
export function longer(column: Int32Array<ArrayBuffer>, length: number = 0): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(Math.max(2 * column.length, length));
  wide.set(column);
  return wide;
}
