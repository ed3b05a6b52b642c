import { expect, test } from 'vitest';
import { drawBits } from './draws.ts';
import { bound, chiSquared, correlation, drawColumns } from './columns.ts';

test('a draw is a function of its arguments, and of each of them', () => {
  const draw = drawBits(1, 2, 3, 4, 5, 6);
  expect(drawBits(1, 2, 3, 4, 5, 6)).toBe(draw);
  const others = [
    drawBits(0, 2, 3, 4, 5, 6),
    drawBits(1, 0, 3, 4, 5, 6),
    drawBits(1, 2, 0, 4, 5, 6),
    drawBits(1, 2, 3, 0, 5, 6),
    drawBits(1, 2, 3, 4, 0, 6),
    drawBits(1, 2, 3, 4, 5, 0),
  ];
  expect(new Set([draw, ...others]).size).toBe(7);
});

test('purposes, visits, neighbours and replications are independent, pair by pair (false alarm 1 in 5,000)', () => {
  const columns = drawColumns({ consignments: 65_536, purposes: ['review', 'review2', 'inspection'], visits: 2 });
  const pairs = (columns.length * (columns.length - 1)) / 2;
  let chi = 0;
  let linear = 0;
  for (const [index, one] of columns.entries()) {
    for (const other of columns.slice(index + 1)) {
      chi = Math.max(chi, Math.abs(chiSquared(one, other, 26)));
      linear = Math.max(linear, Math.abs(correlation(one, other)));
    }
  }
  expect(pairs).toBe(55);
  expect(chi).toBeLessThan(bound(pairs));
  expect(linear).toBeLessThan(bound(pairs));
});

test('the battery sees a bad mix: a purpose only added', () => {
  const [one = new Int32Array(0)] = drawColumns({ consignments: 65_536, purposes: ['review'], visits: 1 });
  expect(
    Math.abs(
      chiSquared(
        one,
        one.map((bits) => bits + 0x1234_5678),
        26,
      ),
    ),
  ).toBeGreaterThan(50);
  expect(
    Math.abs(
      correlation(
        one,
        one.map((bits) => bits ^ 0xff),
      ),
    ),
  ).toBeGreaterThan(50);
});
