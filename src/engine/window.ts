import type { SimTime } from '../base/index.ts';

/** The part of a run whose figures are kept, from `bounds[0]` to before `bounds[1]`; the end may become known while it runs. */
export class Window {
  readonly bounds: Float64Array;
  readonly #clock: Float64Array;
  /** The clock cut to the window, after `look`. */
  readonly now: Float64Array = new Float64Array(1);

  constructor(clock: Float64Array, from: SimTime, to: SimTime) {
    this.#clock = clock;
    this.bounds = Float64Array.of(from, to);
    this.now[0] = from;
  }

  /** Puts the clock, cut to the window, into `now`. */
  look(): void {
    this.cut(this.#clock[0] as number);
  }

  /** Puts an instant, cut to the window, into `now`. */
  cut(at: SimTime): void {
    const from = this.bounds[0] as number;
    const to = this.bounds[1] as number;
    this.now[0] = at < from ? from : at > to ? to : at;
  }
}
