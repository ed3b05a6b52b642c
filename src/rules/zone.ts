import { assert } from '../base/index.ts';

/**
 * An upper bound of a difference of two clocks, as one whole number: twice the value, and 1 more if the value itself is allowed.
 * Values are whole, in whatever unit; so a smaller number is a narrower bound, and sums are exact.
 */
export type Bound = number;

/** No bound. */
export const unbounded: Bound = 0x7fffffff;

/** Beyond this a bound is as good as none: about half a thousand million. */
const boundMax = 0x3fffffff;

export function atMost(value: number): Bound {
  return Number.isFinite(value) ? saturated(2 * value + 1) : unbounded;
}

/** The widest bound with the same whole values: below 5 is at most 4. */
export function inWhole(bound: Bound): Bound {
  return bound === unbounded || (bound & 1) === 1 ? bound : bound - 1;
}

export function below(value: number): Bound {
  return saturated(2 * value);
}

/** The value of a bound; infinite if there is none. */
export function valueOf(bound: Bound): number {
  return bound === unbounded ? Number.POSITIVE_INFINITY : bound >> 1;
}

function plus(a: Bound, b: Bound): Bound {
  // The sum is allowed only where both are.
  return a === unbounded || b === unbounded ? unbounded : saturated(a + b - ((a | b) & 1));
}

/** A wider bound where the number would not fit. */
function saturated(bound: number): Bound {
  return bound > boundMax ? unbounded : Math.max(bound, -boundMax);
}

const zero = atMost(0);

/**
 * A set of values of clocks: those whose differences keep within bounds. Clock 0 is always zero, so that a bound of a clock is one of
 * its difference from clock 0. The bounds are always the narrowest that say the same (the canonical form), but after `constrain` has
 * answered that nothing is left: then the zone must not be used any more.
 *
 * Dill: Timing assumptions and verification of finite-state concurrent systems (1989); Bengtsson, Yi: Timed automata: semantics,
 * algorithms and tools (2004).
 */
export class Zone {
  /** Clocks, clock 0 among them. */
  readonly size: number;
  /** Bound of the difference of clocks i and j, by `i * size + j`. */
  readonly #bounds: Int32Array;

  private constructor(size: number, bounds: Int32Array) {
    this.size = size;
    this.#bounds = bounds;
  }

  /** All clocks at zero. */
  static point(size: number): Zone {
    return new Zone(size, new Int32Array(size * size).fill(zero));
  }

  /** Any values, negative ones too. */
  static anywhere(size: number): Zone {
    const bounds = new Int32Array(size * size).fill(unbounded);
    for (let clock = 0; clock < size; clock++) bounds[clock * size + clock] = zero;
    return new Zone(size, bounds);
  }

  copy(): Zone {
    return new Zone(this.size, this.#bounds.slice());
  }

  /** Bound of the difference `clock - other`. */
  bound(clock: number, other: number): Bound {
    return this.#bounds[clock * this.size + other] ?? unbounded;
  }

  /** The same values seen by other clocks: clock i is the former clock `of[i]`, or a new one that may have any value from 0 on (-1). */
  through(of: readonly number[]): Zone {
    assert(of[0] === 0, 'clock 0 stays');
    const size = of.length;
    const bounds = new Int32Array(size * size);
    for (const [clock, former] of of.entries())
      for (const [other, formerOther] of of.entries())
        bounds[clock * size + other] =
          clock === other
            ? zero
            : former < 0
              ? unbounded
              : // What is not below zero differs from another by no more than that one is.
                this.bound(former, Math.max(formerOther, 0));
    return new Zone(size, bounds);
  }

  /** Time passes, any of it. */
  delay(): void {
    for (let clock = 1; clock < this.size; clock++) this.#bounds[clock * this.size] = unbounded;
  }

  /** A clock is set to zero. */
  reset(clock: number): void {
    const { size } = this;
    for (let other = 0; other < size; other++) {
      this.#bounds[clock * size + other] = this.bound(0, other);
      this.#bounds[other * size + clock] = this.bound(other, 0);
    }
    this.#bounds[clock * size + clock] = zero;
  }

  /** Keeps the values for which `clock - other` has this bound; false if there are none. */
  constrain(clock: number, other: number, bound: Bound): boolean {
    const { size } = this;
    if (bound >= this.bound(clock, other)) return true;
    if (plus(bound, this.bound(other, clock)) < zero) return false;
    for (let from = 0; from < size; from++) {
      const before = plus(this.bound(from, clock), bound);
      if (before === unbounded) continue;
      for (let to = 0; to < size; to++) {
        const by = plus(before, this.bound(other, to));
        if (by < this.bound(from, to)) this.#bounds[from * size + to] = by;
      }
    }
    return true;
  }

  /** True if all values of another zone of the same clocks are in this one. */
  includes(another: Zone): boolean {
    for (let index = 0; index < this.#bounds.length; index++)
      if ((this.#bounds[index] ?? 0) < (another.#bounds[index] ?? 0)) return false;
    return true;
  }

  /**
   * Adds values that no later question can tell from those that are there, so that there are finitely many zones: `lower` and `upper`
   * are, by clock, the greatest values that it is asked to be above or below (0 if it is not asked).
   * Questions about differences of clocks would not be safe. Behrmann, Bouyer, Larsen, Pelánek: Lower and upper bounds in zone-based
   * abstractions of timed automata (2006).
   */
  extrapolate(lower: readonly number[], upper: readonly number[]): void {
    const { size } = this;
    let isWider = false;
    for (let clock = 0; clock < size; clock++)
      for (let other = 0; other < size; other++) {
        if (clock === other) continue;
        const bound = this.bound(clock, other);
        if (bound === unbounded) continue;
        const wider =
          clock > 0 && bound > atMost(lower[clock] ?? 0)
            ? unbounded
            : bound < below(-(upper[other] ?? 0))
              ? below(-(upper[other] ?? 0))
              : bound;
        if (wider === bound) continue;
        this.#bounds[clock * size + other] = wider;
        isWider = true;
      }
    if (isWider) this.#close();
  }

  /** A zone with the values of this and another; where the other goes beyond a bound, it goes on without: repeated, that ends soon. */
  widened(another: Zone): Zone {
    const wider = this.copy();
    for (const [index, bound] of this.#bounds.entries())
      // Of clock 0 a bound says that another clock is not negative.
      if ((another.#bounds[index] ?? 0) > bound) wider.#bounds[index] = index < this.size ? zero : unbounded;
    wider.#close();
    return wider;
  }

  /** The canonical form, by Floyd and Warshall. */
  #close(): void {
    const { size } = this;
    for (let by = 0; by < size; by++)
      for (let from = 0; from < size; from++) {
        const before = this.bound(from, by);
        if (before === unbounded) continue;
        for (let to = 0; to < size; to++) {
          const sum = plus(before, this.bound(by, to));
          if (sum < this.bound(from, to)) this.#bounds[from * size + to] = sum;
        }
      }
  }
}
