import { unreachable } from '../base/index.ts';
import type { Law } from './law.ts';

/** From the least to the greatest value, in the law's own unit; the greatest may be infinite. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * The narrowest range in which a law's values lie, by its definition and not by what 32 random bits can give of it: a lognormal law
 * reaches from 0 to infinity, though no draw will. Values between may be impossible (counts, mixtures).
 */
export function lawRange(law: Law): Range {
  switch (law.kind) {
    case 'constant':
      return { least: law.value, most: law.value };
    case 'exponential':
    case 'lognormal':
    case 'gamma':
    case 'weibull':
    case 'erlang':
    case 'hyperexponential':
    case 'normal':
    case 'poisson':
    case 'geometric':
      return { least: 0, most: Number.POSITIVE_INFINITY };
    case 'uniform':
    case 'triangular':
    case 'beta':
      return { least: law.min, most: law.max };
    case 'empirical':
      return spanOf(law.values.map((value) => ({ least: value, most: value })));
    case 'mixture':
      return spanOf(law.parts.filter(({ share }) => share > 0).map(({ of }) => lawRange(of)));
    default:
      return unreachable(law);
  }
}

/** The range that holds all of some ranges, at least one. */
function spanOf(ranges: readonly Range[]): Range {
  return ranges.reduce((a, b) => ({ least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) }));
}
