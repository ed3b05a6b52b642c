import { unreachable } from '../base/index.ts';
import type { Law } from './law.ts';
import { ndtr } from './special-functions.ts';

/** Mean of what a law draws, in its own unit. For a normal law it is the mean after truncation at 0. */
export function lawMean(law: Law): number {
  switch (law.kind) {
    case 'constant':
      return law.value;
    case 'exponential':
    case 'lognormal':
    case 'gamma':
    case 'weibull':
    case 'erlang':
    case 'hyperexponential':
    case 'beta':
    case 'poisson':
    case 'geometric':
      return law.mean;
    case 'uniform':
      return (law.min + law.max) / 2;
    case 'triangular':
      return (law.min + law.mode + law.max) / 3;
    case 'normal': {
      const z = law.mean / law.sd;
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      return law.mean + (law.sd * density) / ndtr(z);
    }
    case 'empirical':
      return meanOfPolygon(law.values);
    case 'mixture':
      return law.parts.reduce((sum, part) => sum + part.share * lawMean(part.of), 0);
    default:
      return unreachable(law);
  }
}

/** Mean of a quantile function that joins the sorted values by straight lines: the two outermost count half. */
function meanOfPolygon(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (values.length === 1) return sum;
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  return (sum - (least + greatest) / 2) / (values.length - 1);
}
