import { unreachable } from '../base/index.ts';
import type { Address, Kernel } from '../kernel/index.ts';
import { betaShapes } from './beta-shapes.ts';
import type { Law } from './law.ts';
import { poissonTable } from './poisson-table.ts';
import { betaTable, gammaTable, lognormalTable, weibullTable, type QuantileTable } from './quantile-table.ts';
import { ndtr } from './special-functions.ts';
import { weibullMean, weibullShape } from './weibull-shape.ts';

/** Kinds as the kernel numbers them (src/kernel/assembly/laws.ts). */
const Kind = {
  constant: 0,
  exponential: 1,
  scaled: 2,
  uniform: 3,
  triangular: 4,
  normal: 5,
  beta: 6,
  empirical: 7,
  poisson: 8,
  geometric: 9,
  mixture: 10,
} as const;

/** Puts a law into a kernel, for it to draw from. The law must be free of mistakes (`lawMistake`). */
export function enterLaw(kernel: Kernel, law: Law): Address {
  return enterRow(kernel, rowOf(law));
}

function enterRow(
  kernel: Kernel,
  { kind, a = 0, b = 0, c = 0, table = [], size = table.length, isLog = false, parts = [] }: Row,
): Address {
  const partsAt = kernel.words(parts.map((part) => enterRow(kernel, part)));
  return kernel.call.addLaw(kind, a, b, c, size, kernel.numbers(table), partsAt, isLog);
}

/** A law as numbers; what a, b, c mean is said where the kernel draws. */
interface Row {
  readonly kind: number;
  readonly a?: number;
  readonly b?: number;
  readonly c?: number;
  readonly table?: ArrayLike<number>;
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
      const median = law.mean * Math.exp(-variance / 2);
      return { kind: Kind.scaled, a: median, ...tableOf(lognormalTable(Math.sqrt(variance))) };
    }
    case 'weibull': {
      const shape = weibullShape(law.cv);
      return { kind: Kind.scaled, a: law.mean / weibullMean(shape), ...tableOf(weibullTable(shape)) };
    }
    case 'uniform':
      return { kind: Kind.uniform, a: law.min, b: law.max - law.min };
    case 'triangular':
      return { kind: Kind.triangular, a: law.min, b: law.max, c: law.mode };
    case 'normal':
      return { kind: Kind.normal, a: law.mean, b: law.sd, c: ndtr(law.mean / law.sd) };
    case 'gamma': {
      const shape = 1 / (law.cv * law.cv);
      return { kind: Kind.scaled, a: law.mean / shape, ...tableOf(gammaTable(shape)) };
    }
    case 'erlang':
      return { kind: Kind.scaled, a: law.mean / law.k, ...tableOf(gammaTable(law.k)) };
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
