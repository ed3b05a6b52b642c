import { unreachable } from '../base/index.ts';
import { betaShapes } from './beta-shapes.ts';
import type { Law } from './law.ts';
import { normalQuantile } from './normal-quantile.ts';
import { poissonTable } from './poisson-table.ts';
import { betaTable, gammaTable, octaves, type QuantileTable } from './quantile-table.ts';
import { ndtr } from './special-functions.ts';
import { cellWidth } from './uniform.ts';
import { weibullMean, weibullShape } from './weibull-shape.ts';

const Kind = {
  constant: 0,
  exponential: 1,
  lognormal: 2,
  weibull: 3,
  uniform: 4,
  triangular: 5,
  normal: 6,
  gamma: 7,
  beta: 8,
  empirical: 9,
  poisson: 10,
  geometric: 11,
  mixture: 12,
} as const;

/**
 * Draws from laws by inverse distribution functions: one uniform gives one variate, and more of the one is never less of
 * the other, which keeps compared scenarios in step. All numbers lie in typed arrays, so drawing allocates nothing.
 * The laws must be free of mistakes (`lawMistake`).
 */
export class Variates {
  /** The variate last drawn. */
  readonly value: Float64Array = new Float64Array(1);

  // Laws given come first; parts of mixtures follow.
  readonly #kind: Uint8Array;
  readonly #a: Float64Array;
  readonly #b: Float64Array;
  readonly #c: Float64Array;
  readonly #table: readonly Float64Array[];
  /** Cells per octave of a quantile table; number of parts of a mixture. */
  readonly #size: Int32Array;
  readonly #isLog: Uint8Array;
  /** First part of a mixture. */
  readonly #part: Int32Array;

  constructor(laws: readonly Law[]) {
    const rows = laws.map((law) => rowOf(law));
    const part = rows.map((row) => {
      const first = rows.length;
      rows.push(...(row.parts ?? []));
      return first;
    });
    this.#kind = Uint8Array.from(rows, (row) => row.kind);
    this.#a = Float64Array.from(rows, (row) => row.a ?? 0);
    this.#b = Float64Array.from(rows, (row) => row.b ?? 0);
    this.#c = Float64Array.from(rows, (row) => row.c ?? 0);
    this.#table = rows.map((row) => row.table ?? new Float64Array(0));
    this.#size = Int32Array.from(rows, (row) => row.size ?? 0);
    this.#isLog = Uint8Array.from(rows, (row) => (row.isLog === true ? 1 : 0));
    this.#part = Int32Array.from(part);
  }

  /**
   * Draws from the law of this index into `value`, by 32 random bits (int32). `more` are 32 other bits; only mixtures and
   * hyperexponential laws use them, to choose the part. Except for those two, the variate never falls as the bits
   * (read as uint32) rise.
   */
  draw(law: number, bits: number, more: number): void {
    const value = this.value;
    const at = this.#kind[law] === Kind.mixture ? this.#choosePart(law, more) : law;
    const a = this.#a[at] as number;
    const b = this.#b[at] as number;
    // The uniform and its complement; both are exact, so both tails are.
    const u = ((bits >>> 0) + 0.5) * cellWidth;
    const v = ((~bits >>> 0) + 0.5) * cellWidth;
    switch (this.#kind[at]) {
      case Kind.constant:
        value[0] = a;
        return;
      case Kind.exponential:
        value[0] = -a * Math.log(v);
        return;
      case Kind.lognormal:
        value[0] = u;
        normalQuantile(value);
        value[0] = Math.exp(a + b * value[0]);
        return;
      case Kind.weibull:
        value[0] = a * Math.exp(b * Math.log(-Math.log(v)));
        return;
      case Kind.uniform:
        value[0] = a + b * u;
        return;
      case Kind.triangular:
        this.#drawTriangular(at, bits);
        return;
      case Kind.normal:
        // What lies above is v of what is left above 0.
        value[0] = v * (this.#c[at] as number);
        normalQuantile(value);
        value[0] = Math.max(0, a - b * value[0]);
        return;
      case Kind.gamma:
        this.#readTable(at, bits);
        value[0] = a * (value[0] as number);
        return;
      case Kind.beta:
        this.#readTable(at, bits);
        value[0] =
          bits < 0 && this.#c[at] === 1 ? b - (b - a) * (value[0] as number) : a + (b - a) * (value[0] as number);
        return;
      case Kind.empirical:
        this.#drawEmpirical(at, bits);
        return;
      case Kind.poisson:
        this.#drawPoisson(at, bits);
        return;
      default:
        // Geometric: at least k failures come with probability exp(-k * b).
        value[0] = Math.floor(-Math.log(v) * b);
    }
  }

  /** True if drawing from this law asks for `more` bits. */
  isMixture(law: number): boolean {
    return this.#kind[law] === Kind.mixture;
  }

  #choosePart(law: number, more: number): number {
    const u = ((more >>> 0) + 0.5) * cellWidth;
    const last = (this.#part[law] as number) + (this.#size[law] as number) - 1;
    let part = this.#part[law] as number;
    const bounds = this.#table[law] as Float64Array;
    for (let at = 0; part < last && u >= (bounds[at] as number); at++) part++;
    return part;
  }

  #drawTriangular(at: number, bits: number): void {
    const min = this.#a[at] as number;
    const max = this.#b[at] as number;
    const mode = this.#c[at] as number;
    const u = ((bits >>> 0) + 0.5) * cellWidth;
    const v = ((~bits >>> 0) + 0.5) * cellWidth;
    this.value[0] =
      u * (max - min) < mode - min
        ? min + Math.sqrt(u * (max - min) * (mode - min))
        : max - Math.sqrt(v * (max - min) * (max - mode));
  }

  /** Evaluates the cubic of a quantile table: see there for the order of its cells. */
  #readTable(at: number, bits: number): void {
    const cubics = this.#table[at] as Float64Array;
    const cells = this.#size[at] as number;
    const rarity = bits < 0 ? ~bits : bits;
    const octave = 32 - Math.clz32(rarity);
    // From `cells` (start of the octave) to twice that (its end); a scaling by a power of two, hence exact.
    const position = (rarity + 0.5) * cells * (octaveScale[octave] as number);
    const cell = position | 0;
    const half = bits < 0 ? octaves * cells : 0;
    const first = (half + octave * cells + cell - cells) * 4;
    const s = position - cell;
    const c0 = cubics[first] as number;
    const c1 = cubics[first + 1] as number;
    const c2 = cubics[first + 2] as number;
    const c3 = cubics[first + 3] as number;
    const read = c0 + s * (c1 + s * (c2 + s * c3));
    this.value[0] = this.#isLog[at] === 1 ? Math.exp(read) : read;
  }

  #drawEmpirical(at: number, bits: number): void {
    const sorted = this.#table[at] as Float64Array;
    const position = ((bits >>> 0) + 0.5) * cellWidth * (sorted.length - 1);
    const below = position | 0;
    const low = sorted[below] as number;
    const high = below + 1 < sorted.length ? (sorted[below + 1] as number) : low;
    this.value[0] = low + (position - below) * (high - low);
  }

  #drawPoisson(at: number, bits: number): void {
    const atMost = this.#table[at] as Float64Array;
    const wanted = (bits >>> 0) + 0.5;
    let low = 0;
    let high = atMost.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((atMost[middle] as number) >= wanted) high = middle;
      else low = middle + 1;
    }
    this.value[0] = (this.#a[at] as number) + low;
  }
}

/** Entry j: one by the start of octave j, which is 2^(j-1). */
const octaveScale: Float64Array = Float64Array.from({ length: octaves }, (_, octave) => 2 / ((1 << octave) >>> 0));

/** A law as numbers; what a, b, c mean is said where they are set. */
interface Row {
  readonly kind: number;
  readonly a?: number;
  readonly b?: number;
  readonly c?: number;
  readonly table?: Float64Array;
  readonly size?: number;
  readonly isLog?: boolean;
  readonly parts?: readonly Row[];
}

function rowOf(law: Law): Row {
  switch (law.kind) {
    case 'constant':
      return { kind: Kind.constant, a: law.value };
    case 'exponential':
      return { kind: Kind.exponential, a: law.mean };
    case 'lognormal': {
      const variance = Math.log1p(law.cv * law.cv);
      return { kind: Kind.lognormal, a: Math.log(law.mean) - variance / 2, b: Math.sqrt(variance) };
    }
    case 'weibull': {
      const shape = weibullShape(law.cv);
      return { kind: Kind.weibull, a: law.mean / weibullMean(shape), b: 1 / shape };
    }
    case 'uniform':
      return { kind: Kind.uniform, a: law.min, b: law.max - law.min };
    case 'triangular':
      return { kind: Kind.triangular, a: law.min, b: law.max, c: law.mode };
    case 'normal':
      return { kind: Kind.normal, a: law.mean, b: law.sd, c: ndtr(law.mean / law.sd) };
    case 'gamma': {
      const shape = 1 / (law.cv * law.cv);
      return { kind: Kind.gamma, a: law.mean / shape, ...tableOf(gammaTable(shape)) };
    }
    case 'erlang':
      return { kind: Kind.gamma, a: law.mean / law.k, ...tableOf(gammaTable(law.k)) };
    case 'beta': {
      const { alpha, beta } = betaShapes(law);
      const table = betaTable(alpha, beta);
      return { kind: Kind.beta, a: law.min, b: law.max, c: table.isRest ? 1 : 0, ...tableOf(table) };
    }
    case 'empirical':
      return { kind: Kind.empirical, table: Float64Array.from(law.values).toSorted() };
    case 'poisson': {
      const { first, atMost } = poissonTable(law.mean);
      return { kind: Kind.poisson, a: first, table: atMost };
    }
    case 'geometric':
      return { kind: Kind.geometric, b: 1 / Math.log1p(1 / law.mean) };
    case 'hyperexponential':
    case 'mixture':
      return mixtureRow(partsOf(law, 1));
    default:
      return unreachable(law);
  }
}

function tableOf({ cubics, cells, isLog }: QuantileTable): Pick<Row, 'table' | 'size' | 'isLog'> {
  return { table: cubics, size: cells, isLog };
}

interface Part {
  readonly share: number;
  readonly of: Law;
}

/** The plain laws a law is mixed of, mixtures in mixtures resolved. */
function partsOf(law: Law, share: number): readonly Part[] {
  if (law.kind === 'mixture') return law.parts.flatMap((part) => partsOf(part.of, share * part.share));
  if (law.kind !== 'hyperexponential') return [{ share, of: law }];
  // Balanced means: both exponentials contribute half of the mean; the quick one comes first.
  const excess = law.cv * law.cv;
  const quick = (1 + Math.sqrt((excess - 1) / (excess + 1))) / 2;
  return [quick, 1 - quick].map((part) => ({
    share: share * part,
    of: { kind: 'exponential', mean: law.mean / (2 * part) },
  }));
}

function mixtureRow(parts: readonly Part[]): Row {
  const used = parts.filter((part) => part.share > 0);
  let sum = 0;
  const bounds = Float64Array.from(used, (part) => (sum += part.share));
  return { kind: Kind.mixture, table: bounds, size: used.length, parts: used.map((part) => rowOf(part.of)) };
}
