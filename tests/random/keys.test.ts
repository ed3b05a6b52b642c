import fc from 'fast-check';
import { expect, test } from 'vitest';
import { purpose, seedKey } from '../../src/random/index.ts';
import { philox } from '../kernel/draws.ts';

function words(key: readonly [number, number], counter: readonly [number, number, number, number]): string {
  return Array.from(philox(key, counter), (word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
}

test('philox gives the known answers of Random123 (kat_vectors, philox4x32 10)', () => {
  expect(words([0, 0], [0, 0, 0, 0])).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
  expect(words([-1, -1], [-1, -1, -1, -1])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
  expect(words([0xa4093822, 0x299f31d0], [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344])).toBe(
    'd16cfe09 94fdcceb 5001e420 24126ea1',
  );
});

test('philox equals its definition in exact integers', () => {
  const word = fc.integer({ min: 0, max: 0xffff_ffff });
  fc.assert(
    fc.property(fc.tuple(word, word), fc.tuple(word, word, word, word), (key, counter) => {
      expect(words(key, counter)).toBe(exactPhilox(key, counter));
    }),
  );
});

test('a seed gives a key, the same one each time, another one for another text', () => {
  expect(seedKey('2017')).toEqual(seedKey('2017'));
  expect(seedKey('1')).not.toEqual(seedKey('11'));
  const keys = Array.from({ length: 5000 }, (_, seed) => seedKey(String(seed)));
  expect(new Set(keys.map(({ low, high }) => `${low} ${high}`)).size).toBe(5000);
  expect(keys.every(({ low, high }) => low === (low | 0) && high === (high | 0))).toBe(true);
});

test('four thousand plausible names of purposes have four thousand hashes, spread over all 32 bits', () => {
  const nouns = ['review', 'inspection', 'payment', 'voyage', 'laboratory', 'scan', 'credit', 'bay', 'x', '审单'];
  const kinds = ['activity', 'delay', 'chance', 'attribute', 'measure', 'branch', 'wait', 'fee'];
  const names = nouns.flatMap((noun) =>
    kinds.flatMap((kind) => Array.from({ length: 50 }, (_, number) => `${kind}:${noun}${number}`)),
  );
  const hashes = names.map((name) => purpose(name));
  // By chance alone a collision would come in 0.2 % of such lists.
  expect(new Set(hashes).size).toBe(4000);
  for (let bit = 0; bit < 32; bit++) {
    const ones = hashes.filter((hash) => ((hash >>> bit) & 1) === 1).length;
    // 5 standard deviations: false alarm once in 50,000 for all 32 bits.
    expect(Math.abs(ones - 2000)).toBeLessThan(5 * Math.sqrt(1000));
  }
});

function exactPhilox(key: readonly [number, number], counter: readonly [number, number, number, number]): string {
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  let [x0, x1, x2, x3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const first = 0xd2511f53n * x0;
    const second = 0xcd9e8d57n * x2;
    [x0, x1, x2, x3] = [(second >> 32n) ^ x1 ^ k0, word32(second), (first >> 32n) ^ x3 ^ k1, word32(first)];
    k0 = word32(k0 + 0x9e3779b9n);
    k1 = word32(k1 + 0xbb67ae85n);
  }
  return [x0, x1, x2, x3].map((word) => word.toString(16).padStart(8, '0')).join(' ');
}

function word32(x: bigint): bigint {
  return BigInt.asUintN(32, x);
}
