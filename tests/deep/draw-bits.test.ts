import { expect, test } from 'vitest';
import { bound, chiSquared, correlation, drawColumns } from '../kernel/columns.ts';

test('draws are independent pair by pair: high, middle and low bits of half a million consignments (false alarm 1 in 5,000)', () => {
  const purposes = ['documentReview', 'inspection', 'payment', 'a', 'b'];
  const columns = drawColumns({ consignments: 524_288, purposes, visits: 3 });
  const pairs = (columns.length * (columns.length - 1)) / 2;
  let chi = 0;
  let linear = 0;
  for (const [index, one] of columns.entries()) {
    for (const other of columns.slice(index + 1)) {
      for (const shift of [26, 13, 0]) chi = Math.max(chi, Math.abs(chiSquared(one, other, shift)));
      linear = Math.max(linear, Math.abs(correlation(one, other)));
    }
  }
  expect(pairs).toBe(190);
  expect(chi).toBeLessThan(bound(3 * pairs));
  expect(linear).toBeLessThan(bound(pairs));
});

test('values shared between replications, and repeated within one, are as many as chance gives', () => {
  const columns = drawColumns({ consignments: 524_288, purposes: ['documentReview'], visits: 1 });
  const [one = new Int32Array(0), , , , next = new Int32Array(0)] = columns;
  const seen = new Set(one);
  const shared = next.filter((bits) => seen.has(bits)).length;
  // Poisson: mean 64 for shared, 32 for repeated; 4.4 standard deviations are a false alarm of about 1 in 50,000.
  expect(Math.abs(shared - 64)).toBeLessThan(4.4 * 8);
  expect(Math.abs(one.length - seen.size - 32)).toBeLessThan(4.4 * 5.7);
});
