import { assert, Bug } from '../base/index.ts';
import { igam, igamc, incbet, lbeta, lgam, ndtr } from './special-functions.ts';

/**
 * A quantile function by cubics, made for 32-bit uniforms: the lower and the upper half each have 32 octaves of probability
 * (1/2 to 2^-33), so both tails are as fine as the middle. Relative error at most 1e-6, seen while it is made.
 */
export interface QuantileTable {
  /** Cells per octave. */
  readonly cells: number;
  /** Four coefficients per cell, constant first; half, octave (rarest first), cell. */
  readonly cubics: Float64Array;
  /** Whether the cubics give the logarithm of the value: small shapes span hundreds of orders of magnitude. */
  readonly isLog: boolean;
  /** Whether the upper half gives what is left to 1 instead of the value: exact near 1. */
  readonly isRest: boolean;
}

/** Octaves of probability in each half. */
const octaves = 32;

/** Width of the cells of (0, 1) in whose middles uniforms lie. */
const cellWidth = 1 / 4_294_967_296;

/** Quantiles of the gamma law of this shape and scale 1. */
export function gammaTable(shape: number): QuantileTable {
  const logLower = (z: number): number =>
    z < farBelow ? shape * z - lgam(shape + 1) : Math.log(igam(shape, Math.exp(z)));
  return remembered(`gamma ${shape}`, () =>
    tabulate({
      start: Math.log(shape),
      logDensity: (z) => shape * z - Math.exp(z) - lgam(shape),
      logLower,
      logUpper: (z) => (z < farBelow ? logOfRest(logLower(z)) : Math.log(igamc(shape, Math.exp(z)))),
      value: (z) => z,
      slope: () => 1,
      rest: undefined,
      isLog: shape < smallShape,
    }),
  );
}

/** Quantiles of the lognormal law with median 1 and this standard deviation of the logarithm. */
export function lognormalTable(sd: number): QuantileTable {
  return remembered(`lognormal ${sd}`, () =>
    tabulate({
      start: 0,
      logDensity: (z) => -(z * z) / (2 * sd * sd) - Math.log(sd * Math.sqrt(2 * Math.PI)),
      logLower: (z) => Math.log(ndtr(z / sd)),
      logUpper: (z) => Math.log(ndtr(-z / sd)),
      value: (z) => z,
      slope: () => 1,
      rest: undefined,
      isLog: sd > wideSpread,
    }),
  );
}

/** Quantiles of the Weibull law of this shape and scale 1. */
export function weibullTable(shape: number): QuantileTable {
  return remembered(`weibull ${shape}`, () =>
    tabulate({
      start: 0,
      logDensity: (z) => Math.log(shape) + shape * z - Math.exp(shape * z),
      logLower: (z) => logOfRest(-Math.exp(shape * z)),
      logUpper: (z) => -Math.exp(shape * z),
      value: (z) => z,
      slope: () => 1,
      rest: undefined,
      isLog: shape < 1 / wideSpread,
    }),
  );
}

/** Quantiles of the beta law on 0..1; both shapes at least 0.1. */
export function betaTable(alpha: number, beta: number): QuantileTable {
  const logLower = (a: number, b: number, z: number): number => {
    if (z < farBelow) return a * z - Math.log(a) - lbeta(a, b);
    // Near 1 the value itself is blurred by rounding, the rest is not; so the way is by the rest unless that is nearly all.
    const logOfPart = z > 0 ? logLower(b, a, -z) : 0;
    return logOfPart < -0.1 ? logOfRest(logOfPart) : Math.log(incbet(a, b, Math.exp(logOfShare(z))));
  };
  return remembered(`beta ${alpha} ${beta}`, () =>
    tabulate({
      start: Math.log(alpha / beta),
      logDensity: (z) => alpha * logOfShare(z) + beta * logOfShare(-z) - lbeta(alpha, beta),
      logLower: (z) => logLower(alpha, beta, z),
      logUpper: (z) => logLower(beta, alpha, -z),
      value: logOfShare,
      slope: (z) => Math.exp(logOfShare(-z)),
      rest: { value: (z) => logOfShare(-z), slope: (z) => -Math.exp(logOfShare(z)) },
      isLog: Math.min(alpha, beta) < smallShape,
    }),
  );
}

/** Below this z the value is so small (1e-11) that its distribution function is a pure power. */
const farBelow = -25;

/** The logarithm of a share from that of its odds, share / (1 - share). */
function logOfShare(z: number): number {
  return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
}

/** The logarithm of 1 - p from that of p. */
function logOfRest(logOfPart: number): number {
  return Math.log(-Math.expm1(logOfPart));
}

/** Below this shape the logarithm of the value is tabulated. */
const smallShape = 0.3;

/** Beyond this spread of the logarithm it is tabulated itself. */
const wideSpread = 1.5;

/** Worst relative error of the cubics that is let pass, at half the final number of cells; halving divides it by about 16. */
const errorMax = 1e-6;

const cellsMin = 4;
const cellsMax = 256;

/**
 * A law through the logarithm z of its value (gamma) or of its odds (beta): on this scale the density is log-concave,
 * hence so are both tails, and Newton's method on the logarithm of a tail cannot fail.
 */
interface LogLaw {
  /** Where the density by z is greatest. */
  readonly start: number;
  readonly logDensity: (z: number) => number;
  readonly logLower: (z: number) => number;
  readonly logUpper: (z: number) => number;
  /** Logarithm of the value, and its derivative by z. */
  readonly value: (z: number) => number;
  readonly slope: (z: number) => number;
  /** The same of what is left to 1, where there is such a thing. */
  readonly rest: { readonly value: (z: number) => number; readonly slope: (z: number) => number } | undefined;
  readonly isLog: boolean;
}

/** Knots of one half, rarest first: value and slope, the slope per unit of the probability times 2^32. */
interface Knots {
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

function tabulate(law: LogLaw): QuantileTable {
  const median = solve(law, 'lower', Math.log(0.5), law.start);
  let cells = cellsMin;
  let lower = knots(law, 'lower', median, cells);
  let upper = knots(law, 'upper', median, cells);
  let error = Infinity;
  while (error > errorMax && cells < cellsMax) {
    const finerLower = knots(law, 'lower', median, cells * 2);
    const finerUpper = knots(law, 'upper', median, cells * 2);
    error = Math.max(worstError(law, lower, finerLower, cells), worstError(law, upper, finerUpper, cells));
    lower = finerLower;
    upper = finerUpper;
    cells *= 2;
  }
  assert(error <= 10 * errorMax, 'the finest quantile table keeps its promise');
  const cubics = new Float64Array(2 * octaves * cells * 4);
  for (const [half, { value, slope }] of [lower, upper].entries()) {
    for (let cell = 0; cell < octaves * cells; cell++) {
      const width = octaveStart(Math.floor(cell / cells)) / cells;
      const at = (half * octaves * cells + cell) * 4;
      const [from, to] = [value[cell] as number, value[cell + 1] as number];
      const [rise, riseAfter] = [(slope[cell] as number) * width, (slope[cell + 1] as number) * width];
      cubics[at] = from;
      cubics[at + 1] = rise;
      cubics[at + 2] = 3 * (to - from) - 2 * rise - riseAfter;
      cubics[at + 3] = 2 * (from - to) + rise + riseAfter;
    }
  }
  return { cells, cubics, isLog: law.isLog, isRest: restOf(law, median) !== undefined };
}

/** What the upper half tells instead of the value: what is left to 1, unless half of all values are so near 0 that this would blur them. */
function restOf(law: LogLaw, median: number): LogLaw['rest'] {
  return median > -7 ? law.rest : undefined;
}

/** Quantiles at the ends of all cells of one half, followed outwards from the median. */
function knots(law: LogLaw, half: 'lower' | 'upper', median: number, cells: number): Knots {
  const value = new Float64Array(octaves * cells + 1);
  const slope = new Float64Array(octaves * cells + 1);
  let z = median;
  for (let knot = octaves * cells; knot >= 0; knot--) {
    const octave = Math.min(Math.floor(knot / cells), octaves - 1);
    const position = octaveStart(octave) * (1 + knot / cells - octave);
    z = solve(law, half, Math.log(position * cellWidth), z);
    const told = half === 'upper' ? (restOf(law, median) ?? law) : law;
    const logValue = told.value(z);
    const bend = (half === 'lower' ? 1 : -1) * told.slope(z) * cellWidth * Math.exp(-law.logDensity(z));
    value[knot] = law.isLog ? logValue : Math.exp(logValue);
    slope[knot] = law.isLog ? bend : bend * Math.exp(logValue);
  }
  return { value, slope };
}

/** Lower end of an octave (0..31), as probability times 2^32. */
function octaveStart(octave: number): number {
  return ((1 << octave) >>> 0) / 2;
}

/** The z at which the logarithm of a half's tail is `target`, by Newton's method from `z`. */
function solve(law: LogLaw, half: 'lower' | 'upper', target: number, z: number): number {
  for (let turn = 0; turn < 100; turn++) {
    const tail = half === 'lower' ? law.logLower(z) : law.logUpper(z);
    const step = (tail - target) * Math.exp(tail - law.logDensity(z));
    z += half === 'lower' ? -step : step;
    if (Math.abs(step) < 1e-7) return z;
  }
  throw new Bug('a quantile is found within 100 turns');
}

/** Worst relative error of cubics between `coarse` knots, at the knots halfway between them. */
function worstError(law: LogLaw, coarse: Knots, fine: Knots, cells: number): number {
  let worst = 0;
  for (let cell = 0; cell < octaves * cells; cell++) {
    const width = octaveStart(Math.floor(cell / cells)) / cells;
    const [from, to] = [coarse.value[cell] as number, coarse.value[cell + 1] as number];
    const bend = ((coarse.slope[cell] as number) - (coarse.slope[cell + 1] as number)) * width;
    const right = fine.value[2 * cell + 1] as number;
    const error = Math.abs((from + to) / 2 + bend / 8 - right);
    worst = Math.max(worst, law.isLog ? error : error / right);
  }
  return worst;
}

/** Tables made lately: every run of a scenario needs the same ones. */
const memory = new Map<string, QuantileTable>();
const memoryMax = 64;

function remembered(key: string, make: () => QuantileTable): QuantileTable {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (memory.size >= memoryMax) memory.clear();
  memory.set(key, made);
  return made;
}
