import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Law, lawMax, lawMean, lawMistake } from '../../src/random/index.ts';
import { stream } from '../kernel/stream.ts';
import { Variates } from './variates.ts';

/** The smallest, the middle two and the greatest of the uniforms, as bits. */
const first = 0;
const last = -1;
const quarter = 0x4000_0000;
const half = -0x8000_0000;

function drawn(law: Law, bits: number, more = 0): number {
  const variates = new Variates([law]);
  return variates.draw(0, bits, more);
}

test('closed inverses, by hand, at a quarter and a half', () => {
  expect(drawn({ kind: 'constant', value: 7 }, quarter)).toBe(7);
  expect(drawn({ kind: 'uniform', min: 2, max: 6 }, quarter)).toBeCloseTo(3, 8);
  expect(drawn({ kind: 'exponential', mean: 10 }, half)).toBeCloseTo(10 * Math.LN2, 8);
  expect(drawn({ kind: 'triangular', min: 0, mode: 1, max: 2 }, half)).toBeCloseTo(1, 8);
  expect(drawn({ kind: 'triangular', min: 0, mode: 2, max: 2 }, quarter)).toBeCloseTo(1, 8);
  expect(drawn({ kind: 'lognormal', mean: 1, cv: 1 }, half)).toBeCloseTo(Math.SQRT1_2, 8);
  // cv 1 is the exponential law.
  expect(drawn({ kind: 'weibull', mean: 10, cv: 1 }, half)).toBeCloseTo(10 * Math.LN2, 8);
  expect(drawn({ kind: 'gamma', mean: 10, cv: 1 }, half)).toBeCloseTo(10 * Math.LN2, 5);
  expect(drawn({ kind: 'erlang', k: 1, mean: 10 }, quarter)).toBeCloseTo(-10 * Math.log(0.75), 5);
  expect(drawn({ kind: 'beta', min: 2, max: 6, mean: 4, sd: 4 / Math.sqrt(12) }, quarter)).toBeCloseTo(3, 5);
  expect(drawn({ kind: 'normal', mean: 20, sd: 2 }, half)).toBeCloseTo(20, 8);
});

test('counts: geometric with mean 1 halves at each step, Poisson with mean ln 2 has half its mass at 0', () => {
  const geometric: Law = { kind: 'geometric', mean: 1 };
  expect([first, quarter, half - 1, half, -0x4000_0000, -0x2000_0000].map((bits) => drawn(geometric, bits))).toEqual([
    0, 0, 0, 1, 2, 3,
  ]);
  // More than 10 come with a chance of 2.3e-10, more than 11 with 1.3e-11; the last uniform is 1.2e-10 short of 1.
  const poisson: Law = { kind: 'poisson', mean: Math.LN2 };
  expect([first, half - 9, half + 9, last].map((bits) => drawn(poisson, bits))).toEqual([0, 0, 1, 11]);
});

test('measured values: the quantile function joins them by straight lines', () => {
  const law: Law = { kind: 'empirical', values: [30, 10, 20] };
  expect(drawn(law, first)).toBeCloseTo(10, 7);
  expect(drawn(law, quarter)).toBeCloseTo(15, 7);
  expect(drawn(law, half)).toBeCloseTo(20, 7);
  expect(drawn(law, last)).toBeCloseTo(30, 7);
  expect(drawn({ kind: 'empirical', values: [4] }, last)).toBe(4);
  // 10, 10, 10, 40: two flat thirds and one slope.
  expect(lawMean({ kind: 'empirical', values: [40, 10, 10, 10] })).toBeCloseTo(15, 12);
});

test('a mixture chooses its part by the other bits, also through mixtures in it', () => {
  const law: Law = {
    kind: 'mixture',
    parts: [
      { share: 0.25, of: { kind: 'constant', value: 1 } },
      {
        share: 0.75,
        of: {
          kind: 'mixture',
          parts: [
            { share: 1 / 3, of: { kind: 'constant', value: 2 } },
            { share: 2 / 3, of: { kind: 'uniform', min: 3, max: 4 } },
          ],
        },
      },
    ],
  };
  expect(lawMistake(law)).toBeUndefined();
  expect(lawMean(law)).toBeCloseTo(0.25 + 0.5 + 1.75, 12);
  expect(drawn(law, half, quarter - 1)).toBe(1);
  expect(drawn(law, half, quarter)).toBe(2);
  expect(drawn(law, half, half)).toBeCloseTo(3.5, 8);
  expect(drawn(law, half, last)).toBeCloseTo(3.5, 8);
});

test('a hyperexponential law has the mean and the cv it is given; with cv 1 it is exponential', () => {
  expect(drawn({ kind: 'hyperexponential', mean: 3, cv: 1 }, half, first)).toBeCloseTo(3 * Math.LN2, 8);
  const variates = new Variates([{ kind: 'hyperexponential', mean: 3, cv: 2 }]);
  const steps = 400;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < steps; at++) {
    for (let part = 0; part < steps; part++) {
      const cell = 4_294_967_296 / steps;
      const value = variates.draw(0, Math.floor((at + 0.5) * cell) | 0, Math.floor((part + 0.5) * cell) | 0);
      sum += value / steps / steps;
      squares += (value * value) / steps / steps;
    }
  }
  // The midpoint rule cuts the tails at 1/800.
  expect(sum / 3).toBeCloseTo(1, 2);
  expect(squares / 45).toBeGreaterThan(0.97);
  expect(squares / 45).toBeLessThan(1);
});

const laws: readonly Law[] = [
  { kind: 'exponential', mean: 3 },
  { kind: 'lognormal', mean: 2, cv: 0.7 },
  { kind: 'lognormal', mean: 2, cv: 30 },
  { kind: 'gamma', mean: 1, cv: 0.3 },
  { kind: 'gamma', mean: 5, cv: 1.5 },
  { kind: 'gamma', mean: 5, cv: 4 },
  { kind: 'gamma', mean: 5, cv: 0.001 },
  { kind: 'weibull', mean: 2, cv: 0.5 },
  { kind: 'weibull', mean: 2, cv: 9 },
  { kind: 'erlang', k: 40, mean: 2 },
  { kind: 'uniform', min: -3, max: 4 },
  { kind: 'triangular', min: 1, mode: 1.1, max: 9 },
  { kind: 'triangular', min: 2, mode: 2, max: 2 },
  { kind: 'normal', mean: 3, sd: 2 },
  { kind: 'normal', mean: -6, sd: 1 },
  { kind: 'beta', min: 10, max: 20, mean: 13, sd: 2 },
  { kind: 'beta', min: 0, max: 1, mean: 0.9, sd: 0.2 },
  { kind: 'beta', min: 0, max: 1, mean: 0.05, sd: 0.1 },
  { kind: 'beta', min: 0, max: 1, mean: 0.0001, sd: 0.0003 },
  { kind: 'empirical', values: [5, 1, 1, 8, 2] },
  { kind: 'poisson', mean: 1000 },
  { kind: 'poisson', mean: 0.01 },
  { kind: 'geometric', mean: 0.3 },
  { kind: 'geometric', mean: 500 },
];

test('more uniform is never less variate, and no variate exceeds lawMax', () => {
  const variates = new Variates(laws);
  const value = (law: number, bits: number): number => {
    return variates.draw(law, bits, 0);
  };
  const bits = fc.oneof(
    fc.integer({ min: 0, max: 0xffff_ffff }),
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0xffff_ff00, max: 0xffff_ffff }),
    fc.integer({ min: 0x7fff_fff0, max: 0x8000_000f }),
  );
  fc.assert(
    fc.property(bits, fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1 << 20 })), (one, step) => {
      const other = Math.min(one + step, 0xffff_ffff);
      for (const law of laws.keys()) expect(value(law, one | 0)).toBeLessThanOrEqual(value(law, other | 0));
    }),
    { numRuns: 2000 },
  );
  for (const [index, law] of laws.entries()) {
    const most = lawMax(law);
    expect(Number.isFinite(most)).toBe(true);
    expect(value(index, last)).toBe(most);
  }
  expect(lawMax({ kind: 'hyperexponential', mean: 2, cv: 3 })).toBeGreaterThan(
    lawMax({ kind: 'exponential', mean: 2 }),
  );
  expect(lawMax({ kind: 'mixture', parts: [{ share: 1, of: { kind: 'constant', value: 3 } }] })).toBe(3);
});

test('ends of octaves: the quantile table has no steps where its cells meet', () => {
  const variates = new Variates([{ kind: 'gamma', mean: 1, cv: 1.5 }]);
  const value = (bits: number): number => {
    return variates.draw(0, bits, 0);
  };
  for (let octave = 5; octave <= 31; octave++) {
    const start = 2 ** octave;
    const [before, at, after] = [value((start - 1) | 0), value(start | 0), value((start + 1) | 0)];
    // The slope changes little over one cell of the uniform: by a share of about 1 / start.
    expect(Math.abs((at - before) / (after - at) - 1)).toBeLessThan(4 / start + 1e-4);
  }
});

test('the mean of many draws is lawMean, within 4.9 standard errors (false alarm 1 in 40,000 for all)', () => {
  const next = stream('means');
  const count = 20_000;
  const wrong: Law[] = [];
  const light = laws.filter((law) => !('cv' in law && law.cv > 3));
  for (const law of [...light, { kind: 'hyperexponential', mean: 4, cv: 2 } as const]) {
    const variates = new Variates([law]);
    let sum = 0;
    let squares = 0;
    for (let turn = 0; turn < count; turn++) {
      const off = variates.draw(0, next(), next()) - lawMean(law);
      sum += off;
      squares += off * off;
    }
    const bound = (4.9 * Math.sqrt(squares)) / count + 1e-12;
    if (Math.abs(sum / count) > bound) wrong.push(law);
  }
  expect(wrong).toEqual([]);
});

test('several laws in one Variates keep apart', () => {
  const variates = new Variates([
    { kind: 'mixture', parts: [{ share: 1, of: { kind: 'constant', value: 1 } }] },
    { kind: 'hyperexponential', mean: 3, cv: 2 },
    { kind: 'constant', value: 9 },
  ]);
  expect(variates.draw(2, last, last)).toBe(9);
  expect(variates.draw(0, last, last)).toBe(1);
});

test('mistakes are said in words, with the value found', () => {
  const mistakes: readonly (readonly [Law, RegExp])[] = [
    [{ kind: 'exponential', mean: 0 }, /mean must be above 0, found 0/],
    [{ kind: 'lognormal', mean: 1, cv: -0.5 }, /cv must be above 0, found -0.5/],
    [{ kind: 'hyperexponential', mean: 1, cv: 0.9 }, /at least 1, found 0.9/],
    [{ kind: 'erlang', k: 1.5, mean: 1 }, /whole number .* found 1.5/],
    [{ kind: 'uniform', min: 3, max: 2 }, /min must not exceed max 2, found 3/],
    [{ kind: 'triangular', min: 1, mode: 5, max: 4 }, /mode must lie between min 1 and max 4, found 5/],
    [{ kind: 'normal', mean: 1, sd: 0 }, /sd must be above 0, found 0/],
    [{ kind: 'normal', mean: -9, sd: 1 }, /at least -8 sd \(-8\), found -9/],
    [{ kind: 'beta', min: 0, max: 1, mean: 0.5, sd: 0.5 }, /sd must be well below 0.5.*found 0.5/],
    [{ kind: 'beta', min: 0, max: 1, mean: 2, sd: 0.1 }, /mean must lie between min 0 and max 1, found 2/],
    [{ kind: 'empirical', values: [] }, /at least one value, found none/],
    [{ kind: 'empirical', values: [1, Number.NaN] }, /found NaN/],
    [{ kind: 'poisson', mean: 1e7 }, /at most 1000000, found 10000000/],
    [{ kind: 'constant', value: Infinity }, /found Infinity/],
    [{ kind: 'mixture', parts: [{ share: 0.5, of: { kind: 'constant', value: 1 } }] }, /sum to 1, found 0.5/],
    [{ kind: 'mixture', parts: [{ share: 1, of: { kind: 'exponential', mean: -1 } }] }, /part 1: .* found -1/],
  ];
  for (const [law, words] of mistakes) expect(lawMistake(law)?.en).toMatch(words);
  for (const law of laws) expect(lawMistake(law)).toBeUndefined();
});

test('uniforms are the middles of 2^32 cells', () => {
  const law: Law = { kind: 'uniform', min: 0, max: 1 };
  expect(drawn(law, first)).toBe(0.5 / 4_294_967_296);
  expect(drawn(law, last)).toBe(1 - 0.5 / 4_294_967_296);
  expect(drawn(law, half)).toBe(0.5 + 0.5 / 4_294_967_296);
});
