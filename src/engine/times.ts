import type { Kernel } from '../kernel/index.ts';
import type { Model } from './model.ts';

/** What is known of the single counted entities of a run, by number; NaN where not counted or not reached. */
export interface Times {
  /** Instant of arrival of counted entities, NaN of others. */
  readonly arrivals: Float64Array;
  /** By indicator. */
  readonly indicators: readonly Float64Array[];
  /** By group column: the level that the entity had at last. */
  readonly levels: readonly Float64Array[];
}

/** Takes the records of single entities that a kernel keeps, and puts them in the order of their numbers. */
export class TimesKept {
  /** Arrivals, indicators, levels: as in a record of the kernel after the number. */
  #columns: Float64Array[];
  readonly #indicators: number;
  /** Numbers that have been taken, up to the greatest. */
  #length: number;

  constructor({ indicators, groups }: Pick<Model, 'indicators' | 'groups'>, times: Times | undefined) {
    this.#columns =
      times === undefined
        ? Array.from({ length: 1 + indicators.length + groups.length }, () => new Float64Array(0))
        : [times.arrivals, ...times.indicators, ...times.levels].map((column) => column.slice());
    this.#indicators = indicators.length;
    this.#length = times?.arrivals.length ?? 0;
  }

  /** Takes what the kernel has kept since the last time. */
  take(kernel: Kernel): void {
    const count = kernel.call.keptCount();
    if (count === 0) return;
    const width = 1 + this.#columns.length;
    const records = kernel.numbersAt(kernel.call.keptRecords(), count * width);
    kernel.call.forgetKept();
    for (let record = 0; record < records.length; record += width) {
      const number = records[record] as number;
      if (number >= this.#length) this.#lengthen(number + 1);
      for (let column = 0; column < this.#columns.length; column++)
        (this.#columns[column] as Float64Array)[number] = records[record + 1 + column] as number;
    }
  }

  copy(): Times {
    const [arrivals = new Float64Array(0), ...others] = this.#columns.map((column) => column.slice(0, this.#length));
    return { arrivals, indicators: others.slice(0, this.#indicators), levels: others.slice(this.#indicators) };
  }

  #lengthen(length: number): void {
    this.#length = length;
    if (length <= (this.#columns[0] as Float64Array).length) return;
    this.#columns = this.#columns.map((column) => {
      const longer = new Float64Array(Math.max(1024, 2 * length)).fill(Number.NaN);
      longer.set(column);
      return longer;
    });
  }
}
