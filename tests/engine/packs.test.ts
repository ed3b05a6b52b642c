import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { packsOf, stateOf, tableOf } from '../../src/engine/packs.ts';
import type { Follower, Following } from '../../src/engine/model.ts';

/** Followers with so many states each, and signs that move some of them. */
const following = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 }).chain((sizes) => {
  const move = fc.nat({ max: sizes.length - 1 }).chain((follower) => {
    const states = present(sizes[follower], 'a follower');
    return fc
      .array(fc.nat({ max: states - 1 }), { minLength: states, maxLength: states })
      .map((to) => ({ follower, to }));
  });
  const sign = fc.uniqueArray(move, { selector: ({ follower }) => follower, maxLength: sizes.length });
  return fc.record({ sizes: fc.constant(sizes), signs: fc.array(sign, { minLength: 1, maxLength: 8 }) });
});

test('packs go as their members go one by one', () => {
  fc.assert(
    fc.property(following, fc.array(fc.nat(), { maxLength: 40 }), ({ sizes, signs }, given) => {
      const followers = sizes.map((states): Follower => ({ states, tellsEnded: [], tellsLeft: [] }));
      const whole: Following = { followers, signs, clocks: 0, timings: [], leaving: -1, begun: [] };
      const packs = packsOf(whole);
      const alone = sizes.map(() => 0);
      const together = packs.map(() => 0);
      for (const number of given) {
        const moves = present(signs[number % signs.length], 'a sign');
        for (const { follower, to } of moves) alone[follower] = present(to[alone[follower] ?? 0], 'a state');
        for (const [index, pack] of packs.entries()) {
          const before = together[index] ?? 0;
          together[index] = tableOf(pack, moves)?.[before] ?? before;
        }
      }
      const states = packs.flatMap(({ members }, index) =>
        members.map((member) => stateOf(member, together[index] ?? 0)),
      );
      expect(states).toEqual(alone);
    }),
  );
});
