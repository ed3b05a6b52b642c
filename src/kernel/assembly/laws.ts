import { uniform } from './draws';
import { normalQuantile } from './normal-quantile';
import { allocate } from './memory';

/** Kinds of laws; what a, b, c and the table mean is said where they are read. */
namespace LawKind {
  export const constant: i32 = 0;
  export const exponential: i32 = 1;
  /** Lognormal, gamma, Weibull. */
  export const scaled: i32 = 2;
  export const uniform: i32 = 3;
  export const triangular: i32 = 4;
  export const normal: i32 = 5;
  export const beta: i32 = 6;
  export const empirical: i32 = 7;
  export const poisson: i32 = 8;
  export const geometric: i32 = 9;
  export const mixture: i32 = 10;
}

/** Octaves of probability in each half of a quantile table. */
const octaves = 32;

/** A law as numbers, drawn from by its inverse distribution function: more of the uniform is never less of the variate. */
@unmanaged
export class Law {
  kind: i32;
  /** Cells per octave of a quantile table; entries of any other table; parts of a mixture. */
  size: i32;
  a: f64;
  b: f64;
  c: f64;
  /** Numbers (f64) by kind; of a mixture the upper bounds of its parts' shares. */
  table: usize;
  /** Parts of a mixture: pointers to laws. */
  parts: usize;
  /** The quantile table gives the logarithm. */
  isLog: bool;

  isMixture(): bool {
    return this.kind == LawKind.mixture;
  }

  /** The variate of 32 random bits. `more` are 32 other bits: only mixtures use them, to choose the part. */
  draw(bits: i32, more: i32): f64 {
    const law = this.isMixture() ? this.part(more) : this;
    const a = law.a;
    const b = law.b;
    switch (law.kind) {
      case LawKind.constant:
        return a;
      case LawKind.exponential:
        return -a * Math.log(uniform(~bits));
      case LawKind.scaled:
        return a * law.readTable(bits);
      case LawKind.uniform:
        return a + b * uniform(bits);
      case LawKind.triangular:
        return law.triangular(bits);
      case LawKind.normal:
        // What lies above is a share of what is left above 0.
        return max<f64>(0, a - b * normalQuantile(uniform(~bits) * law.c));
      case LawKind.beta: {
        const share = law.readTable(bits);
        return bits < 0 && law.c == 1 ? b - (b - a) * share : a + (b - a) * share;
      }
      case LawKind.empirical:
        return law.empirical(bits);
      case LawKind.poisson:
        return law.poisson(bits);
      case LawKind.geometric:
        // At least k failures come with probability exp(-k * b).
        return Math.floor(-Math.log(uniform(~bits)) * b);
      default:
        assert(false, 'a law has a kind');
        return NaN;
    }
  }

  private entry(index: i32): f64 {
    return load<f64>(this.table + ((<usize>index) << 3));
  }

  private part(more: i32): Law {
    const u = uniform(more);
    const last = this.size - 1;
    let part = 0;
    while (part < last && u >= this.entry(part)) part++;
    return changetype<Law>(load<usize>(this.parts + ((<usize>part) << 2)));
  }

  private triangular(bits: i32): f64 {
    const least = this.a;
    const most = this.b;
    const mode = this.c;
    const u = uniform(bits);
    return u * (most - least) < mode - least
      ? least + Math.sqrt(u * (most - least) * (mode - least))
      : most - Math.sqrt(uniform(~bits) * (most - least) * (most - mode));
  }

  /**
   * Evaluates the cubic of a quantile table: half, octave (rarest first), cell; four coefficients each. A fifth of the price of
   * logarithm and normal quantile.
   */
  private readTable(bits: i32): f64 {
    const cells = this.size;
    const rarity = bits < 0 ? ~bits : bits;
    const octave = 32 - clz(rarity);
    // From `cells` (start of the octave) to twice that (its end); a scaling by a power of two, hence exact.
    const position = (<f64>rarity + 0.5) * <f64>cells * powerOfTwo(1 - octave);
    const cell = <i32>position;
    const half = bits < 0 ? octaves * cells : 0;
    const cubic = this.table + ((<usize>(half + octave * cells + cell - cells)) << 5);
    const s = position - <f64>cell;
    const read = load<f64>(cubic) + s * (load<f64>(cubic, 8) + s * (load<f64>(cubic, 16) + s * load<f64>(cubic, 24)));
    return this.isLog ? Math.exp(read) : read;
  }

  /** Measured values in order, joined by straight lines. */
  private empirical(bits: i32): f64 {
    const position = uniform(bits) * <f64>(this.size - 1);
    const below = <i32>position;
    const low = this.entry(below);
    const high = below + 1 < this.size ? this.entry(below + 1) : low;
    return low + (position - <f64>below) * (high - low);
  }

  /** `a` and how many more: entry i is the probability of at most i more, times 2^32. */
  private poisson(bits: i32): f64 {
    const wanted = <f64>(<u32>bits) + 0.5;
    let low = 0;
    let high = this.size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entry(middle) >= wanted) high = middle;
      else low = middle + 1;
    }
    return this.a + <f64>low;
  }
}

function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>((<u64>(1023 + exponent)) << 52);
}

/** Enters a law. */
export function addLaw(kind: i32, a: f64, b: f64, c: f64, size: i32, table: usize, parts: usize, isLog: bool): Law {
  const law = changetype<Law>(allocate(offsetof<Law>()));
  law.kind = kind;
  law.a = a;
  law.b = b;
  law.c = c;
  law.size = size;
  law.table = table;
  law.parts = parts;
  law.isLog = isLog;
  return law;
}

/** Draws from a law that was entered. */
export function drawLaw(law: Law, bits: i32, more: i32): f64 {
  return law.draw(bits, more);
}
