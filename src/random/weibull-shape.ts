import { lgam } from './special-functions.ts';

/** The shape of the Weibull law with this coefficient of variation (above 0), by bisection: cv falls as the shape grows. */
export function weibullShape(cv: number): number {
  const target = Math.log1p(cv * cv);
  let low = Math.log(shapeMin);
  let high = Math.log(shapeMax);
  for (let turn = 0; turn < 100; turn++) {
    const middle = (low + high) / 2;
    if (logSecondMoment(Math.exp(-middle)) > target) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Mean of the Weibull law with scale 1. */
export function weibullMean(shape: number): number {
  return Math.exp(lgam(1 + 1 / shape));
}

/** Shapes beyond these have a cv above 1e15, or below 1.3e-6. */
const shapeMin = 0.02;
const shapeMax = 1e6;

/** Logarithm of (second moment by squared mean), which is 1 + cv squared. */
function logSecondMoment(inverseShape: number): number {
  return lgam(1 + 2 * inverseShape) - 2 * lgam(1 + inverseShape);
}
