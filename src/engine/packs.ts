import { assert, present } from '../base/index.ts';
import type { Follower, Following } from './model.ts';

/** Followers that go as one: the state of the pack is the sum of each member's state times its weight. */
export interface Pack {
  readonly members: readonly { readonly follower: number; readonly states: number; readonly weight: number }[];
  readonly states: number;
}

/** States of a pack at most: its tables, 8 kB each, are to stay near the processor. */
const statesMax = 256;

/** Entities that a follower tells of by number: the first ones of each state that it tells of. */
export const toldMax = 5;

/** Packs followers together, in their order, as many as fit. */
export function packsOf({ followers }: Following): readonly Pack[] {
  const packs: { members: Pack['members'][number][]; states: number }[] = [];
  for (const [follower, { states }] of followers.entries()) {
    assert(states <= statesMax, 'a follower fits into a pack');
    let pack = packs.at(-1);
    if (pack === undefined || pack.states * states > statesMax) {
      pack = { members: [], states: 1 };
      packs.push(pack);
    }
    pack.members.push({ follower, states, weight: pack.states });
    pack.states *= states;
  }
  return packs;
}

/** State of a member in a state of its pack. */
export function stateOf({ states, weight }: Pack['members'][number], state: number): number {
  return Math.floor(state / weight) % states;
}

/** The states of a pack that follow, by state before; none where it stays where it is. */
export function tableOf(pack: Pack, moves: Following['signs'][number]): Uint16Array | undefined {
  const moved = pack.members.flatMap((member) => {
    const move = moves.find(({ follower }) => follower === member.follower);
    return move === undefined ? [] : [{ member, to: move.to }];
  });
  if (moved.length === 0) return undefined;
  return Uint16Array.from({ length: pack.states }, (_, state) =>
    moved.reduce((after, { member, to }) => {
      const before = stateOf(member, state);
      return after + (present(to[before], 'a state') - before) * member.weight;
    }, state),
  );
}

/** By state of a pack: whether some member asks that entities in it be told of. */
export function tellsOf(
  pack: Pack,
  followers: readonly Follower[],
  tells: 'tellsEnded' | 'tellsLeft',
): readonly boolean[] {
  return Array.from({ length: pack.states }, (_, state) =>
    pack.members.some((member) => followers[member.follower]?.[tells][stateOf(member, state)] === true),
  );
}
