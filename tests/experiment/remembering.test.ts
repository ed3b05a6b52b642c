import { expect, test } from 'vitest';
import { Memory, remembering, type Order, type Pool } from '../../src/experiment/index.ts';
import { madeReplication } from './made.ts';

/** A pool that writes down what it was asked to run. */
function asked(variants: readonly number[]): { readonly pool: Pool; readonly orders: Order[] } {
  const orders: Order[] = [];
  const pool: Pool = {
    width: 1,
    simulated: () => 0,
    replicate: async (order) => {
      orders.push(order);
      return await Promise.resolve(madeReplication(order, { means: (n) => 100 + n, variants }));
    },
  };
  return { pool, orders };
}

const order = { warmUp: 60, seriesBin: 0 };

test('what was run before is not run again, and is the same', async () => {
  const memory = new Memory();
  const first = asked([-10, -20]);
  const before = remembering(first.pool, ['base', 'b', 'c'], memory);
  const whole = await before.replicate({ ...order, replication: 0, models: [0, 1, 2] });
  expect(await before.replicate({ ...order, replication: 0, models: [0, 1, 2] })).toEqual(whole);
  expect(first.orders).toHaveLength(1);

  // A third variant comes: only it is run, with the base that it is set against.
  const second = asked([-10, -20, -30]);
  const after = remembering(second.pool, ['base', 'b', 'c', 'd'], memory);
  const more = await after.replicate({ ...order, replication: 0, models: [0, 1, 2, 3] });
  expect(second.orders.map(({ models }) => models)).toEqual([[0, 3]]);
  expect(more).toEqual(
    madeReplication(
      { ...order, replication: 0, models: [0, 1, 2, 3] },
      { means: (n) => 100 + n, variants: [-10, -20, -30] },
    ),
  );
});

test('another base, warm-up or replication is another run', async () => {
  const memory = new Memory();
  const { pool, orders } = asked([-10]);
  await remembering(pool, ['base', 'b'], memory).replicate({ ...order, replication: 0, models: [0, 1] });
  await remembering(pool, ['b', 'base'], memory).replicate({ ...order, replication: 0, models: [0, 1] });
  await remembering(pool, ['base', 'b'], memory).replicate({ ...order, warmUp: 0, replication: 0, models: [0, 1] });
  await remembering(pool, ['base', 'b'], memory).replicate({ ...order, replication: 1, models: [0, 1] });
  expect(orders).toHaveLength(4);
});

test('a replication that was stopped is not remembered', async () => {
  const { pool, orders } = asked([]);
  const stop = {
    scenario: 'base',
    replication: 0,
    reason: 'overflow',
    about: '',
    states: [],
    consignment: 1,
    inSystem: 1,
    at: 1,
  } as const;
  const stopping: Pool = { ...pool, replicate: async (each) => ({ ...(await pool.replicate(each)), stop }) };
  const remembered = remembering(stopping, ['base'], new Memory());
  const once = await remembered.replicate({ ...order, replication: 0, models: [0] });
  expect(once.stop).toEqual(stop);
  await remembered.replicate({ ...order, replication: 0, models: [0] });
  expect(orders).toHaveLength(2);
});
