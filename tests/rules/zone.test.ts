import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atMost, below, unbounded, valueOf, Zone, type Bound } from '../../src/rules/zone.ts';

/**
 * Two clocks read point by point, in sixths of a unit: as fine as what two clocks and the time that has passed can tell apart. What
 * is compared lies far below the greatest value, so that what is cut off there does not matter.
 */
const perUnit = 6;
const greatest = 12 * perUnit;
const compared = 4 * perUnit;

class Points {
  #has: Uint8Array;

  constructor(has: (x: number, y: number) => boolean) {
    this.#has = new Uint8Array((greatest + 1) * (greatest + 1));
    this.#each((x, y, at) => {
      if (has(x, y)) this.#has[at] = 1;
    });
  }

  has(x: number, y: number): boolean {
    return this.#has[x * (greatest + 1) + y] === 1;
  }

  isEmpty(): boolean {
    return !this.#has.includes(1);
  }

  then(op: Op): Points {
    switch (op.kind) {
      case 'delay': {
        const later = new Points((x, y) => this.has(x, y));
        later.#each((x, y, at) => {
          if (x > 0 && y > 0 && later.has(x - 1, y - 1)) later.#has[at] = 1;
        });
        return later;
      }
      case 'reset': {
        const isIn = Array.from({ length: greatest + 1 }, () => false);
        this.#each((x, y) => {
          if (this.has(x, y)) isIn[op.clock === 1 ? y : x] = true;
        });
        return new Points((x, y) => (op.clock === 1 ? x === 0 && isIn[y] === true : y === 0 && isIn[x] === true));
      }
      default:
        return new Points((x, y) => this.has(x, y) && keeps([0, x, y], op));
    }
  }

  #each(look: (x: number, y: number, at: number) => void): void {
    for (let x = 0; x <= greatest; x++) for (let y = 0; y <= greatest; y++) look(x, y, x * (greatest + 1) + y);
  }
}

type Constraint = { readonly kind: 'constrain'; readonly clock: number; readonly other: number; readonly bound: Bound };
type Op = { readonly kind: 'delay' } | { readonly kind: 'reset'; readonly clock: number } | Constraint;

function keeps(values: readonly number[], { clock, other, bound }: Constraint): boolean {
  return isWithin((values[clock] ?? 0) - (values[other] ?? 0), bound);
}

/** Whether a difference in sixths keeps a bound in units. */
function isWithin(difference: number, bound: Bound): boolean {
  if (bound === unbounded) return true;
  const limit = valueOf(bound) * perUnit;
  return bound === atMost(valueOf(bound)) ? difference <= limit : difference < limit;
}

function contains(zone: Zone, values: readonly number[]): boolean {
  return values.every((value, clock) =>
    values.every((otherValue, other) => isWithin(value - otherValue, zone.bound(clock, other))),
  );
}

const bound = fc
  .record({ value: fc.integer({ min: -1, max: 1 }), isStrict: fc.boolean() })
  .map(({ value, isStrict }) => (isStrict ? below(value) : atMost(value)));
const clocks = fc.constantFrom([1, 0], [0, 1], [2, 0], [0, 2], [1, 2], [2, 1]);
const constrain = fc
  .record({ clocks, bound })
  .map(({ clocks: [clock = 0, other = 0], bound: by }): Op => ({ kind: 'constrain', clock, other, bound: by }));
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.constant<Op>({ kind: 'delay' }),
  fc.constantFrom<Op>({ kind: 'reset', clock: 1 }, { kind: 'reset', clock: 2 }),
  constrain,
);
const ops = fc.array(op, { maxLength: 8 });

/** The zone after some operations; undefined if nothing is left. */
function zoneOf(list: readonly Op[]): Zone | undefined {
  const zone = Zone.point(3);
  for (const each of list) {
    if (each.kind === 'delay') zone.delay();
    else if (each.kind === 'reset') zone.reset(each.clock);
    else if (!zone.constrain(each.clock, each.other, each.bound)) return undefined;
  }
  return zone;
}

function pointsOf(list: readonly Op[]): Points {
  return list.reduce((points, each) => points.then(each), new Points((x, y) => x === 0 && y === 0));
}

/** Looks at all points that are compared. */
function eachPoint(look: (x: number, y: number) => void): void {
  for (let x = 0; x <= compared; x++) for (let y = 0; y <= compared; y++) look(x, y);
}

test('a zone holds the values that a reading point by point holds', () => {
  fc.assert(
    fc.property(ops, (list) => {
      const zone = zoneOf(list);
      const points = pointsOf(list);
      expect(zone === undefined).toBe(points.isEmpty());
      if (zone === undefined) return;
      eachPoint((x, y) => {
        if (contains(zone, [0, x, y]) !== points.has(x, y)) throw new Error(`differ at ${x}, ${y}`);
      });
    }),
    { numRuns: 300 },
  );
});

test('one zone includes another if all its values are in it', () => {
  fc.assert(
    fc.property(ops, ops, (some, others) => {
      const zone = zoneOf(some);
      const other = zoneOf(others);
      if (zone === undefined || other === undefined) return;
      let isSubset = true;
      eachPoint((x, y) => {
        if (contains(other, [0, x, y]) && !contains(zone, [0, x, y])) isSubset = false;
      });
      // Constants are small: what two zones differ in, they differ in near zero, or in having no bound.
      if (zone.includes(other)) expect(isSubset).toBe(true);
      else if (isSubset) expect([0, 1, 2].some((clock) => isFar(other, clock) || isFar(zone, clock))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

/** Whether a bound of a clock lies beyond what is compared. */
function isFar(zone: Zone, clock: number): boolean {
  return [0, 1, 2].some((other) => Math.abs(valueOf(zone.bound(clock, other))) > compared / perUnit - 1);
}

test('extrapolation and widening only add; extrapolated zones are finitely many', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(ops, ops, (some, others) => {
      const zone = zoneOf([...some, ...others]);
      const other = zoneOf(others);
      if (zone === undefined || other === undefined) return;
      const wider = zone.copy();
      wider.extrapolate([0, 1, 1], [0, 1, 1]);
      expect(wider.includes(zone)).toBe(true);
      seen.add(textOf(wider));
      const both = zone.widened(other);
      expect(both.includes(zone) && both.includes(other)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  // Bounds of clocks lie in -1..1 and of differences in -2..2, each closed or open, or are none.
  for (const text of seen) expect(text).toMatch(/^(?:[<=](?:-?[0-2]|Infinity) ?)+$/u);
});

function textOf(zone: Zone): string {
  const bounds: string[] = [];
  for (let clock = 0; clock < 3; clock++)
    for (let other = 0; other < 3; other++) {
      const each = zone.bound(clock, other);
      bounds.push(`${each === atMost(valueOf(each)) ? '=' : '<'}${valueOf(each)}`);
    }
  return bounds.join(' ');
}

test('by hand: a clock that is left out and one that comes', () => {
  const zone = Zone.point(3);
  zone.delay();
  zone.reset(1);
  zone.delay();
  expect(zone.constrain(1, 0, atMost(5))).toBe(true);
  expect(zone.constrain(0, 2, below(-7))).toBe(true);
  // Clock 2 is above 7 and at least as old as clock 1.
  const seen = zone.through([0, 2, -1]);
  expect([seen.bound(0, 1), seen.bound(1, 0), seen.bound(0, 2), seen.bound(2, 1)]).toEqual([
    below(-7),
    unbounded,
    atMost(0),
    unbounded,
  ]);
  expect(seen.bound(1, 2)).toBe(unbounded);
  expect(zone.through([0, 1, 2]).includes(zone)).toBe(true);
  // Nothing is both below 3 and above 7.
  expect(seen.constrain(1, 0, below(3))).toBe(false);
});

test('a bound that would not fit is none', () => {
  const zone = Zone.anywhere(3);
  expect(zone.constrain(1, 0, atMost(2 ** 28)) && zone.constrain(2, 1, atMost(2 ** 28))).toBe(true);
  expect(zone.bound(2, 0)).toBe(unbounded);
  expect(valueOf(atMost(Number.POSITIVE_INFINITY))).toBe(Number.POSITIVE_INFINITY);
});
