import type { SimTime } from '../base/index.ts';

/**
 * The part of a run whose figures are kept: from `bounds[0]` to before `bounds[1]`. The end may become known while it runs.
 * A cell of two doubles and no more, so that whoever cuts a time to it does so without a call.
 */
export class Window {
  readonly bounds: Float64Array;

  constructor(from: SimTime, to: SimTime) {
    this.bounds = Float64Array.of(from, to);
  }
}
