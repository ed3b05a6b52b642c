import { ndtri } from 'cephes';
import { purpose, seedKey } from '../../src/random/index.ts';
import { drawBits, philox } from './draws.ts';

/** Draws that one could fear to be alike: one column for each, a row for each consignment. */
export function drawColumns(plan: {
  readonly consignments: number;
  readonly purposes: readonly string[];
  readonly visits: number;
}): readonly Int32Array[] {
  const key = seedKey('battery');
  const columns: Int32Array[] = [];
  const draw = (replication: number, step: number, about: number, visit: number): void => {
    columns.push(
      Int32Array.from({ length: plan.consignments }, (_, consignment) => {
        const [w0, w1, w2, w3] = philox([key.low, key.high], [replication, consignment + step, 0, 0]);
        return drawBits(w0, w1, w2, w3, about, visit);
      }),
    );
  };
  for (const name of plan.purposes) {
    for (let visit = 0; visit < plan.visits; visit++) draw(0, 0, purpose(name), visit);
  }
  // Purposes that differ in one bit, the next consignment, the next replications.
  const first = purpose(plan.purposes[0] ?? '');
  draw(0, 0, first ^ 1, 0);
  draw(0, 0, first ^ 0x8000_0000, 0);
  draw(0, 1, first, 0);
  draw(1, 0, first, 0);
  draw(2, 0, first, 0);
  return columns;
}

/** Standardised chi-squared of 64 x 64 cells of two columns, by six of their bits from `shift` on (Wilson-Hilferty). */
export function chiSquared(one: Int32Array, other: Int32Array, shift: number): number {
  const cells = new Uint32Array(4096);
  for (let row = 0; row < one.length; row++) {
    const cell = ((((one[row] ?? 0) >>> shift) & 63) << 6) | (((other[row] ?? 0) >>> shift) & 63);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const expected = one.length / 4096;
  const sum = cells.reduce((total, count) => total + (count - expected) * (count - expected), 0) / expected;
  const spread = 2 / (9 * 4095);
  return (Math.cbrt(sum / 4095) - 1 + spread) / Math.sqrt(spread);
}

/** Correlation of two columns as uniforms, in standard deviations. */
export function correlation(one: Int32Array, other: Int32Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row++) sum += (one[row] ?? 0) * (other[row] ?? 0);
  const variance = (2 ** 64 - 1) / 12;
  return sum / variance / Math.sqrt(one.length);
}

/** The bound that the largest of `tests` standard normal figures exceeds, either way, with a chance of 1 in 10,000. */
export function bound(tests: number): number {
  return -ndtri(0.00005 / tests);
}
