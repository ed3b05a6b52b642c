import { present } from '../base/index.ts';
import { engineModel } from '../engine/index.ts';
import type { Facts } from './facts.ts';

const { Op } = engineModel;

/** By configuration: the facts that guards of its programs, and of those that may follow, ask for. */
export function askedLater({ program }: engineModel.Model, facts: Facts): readonly ReadonlySet<number>[] {
  const configurations = Array.from({ length: program.done.length }, (_, index) => {
    const found: Found = { asked: new Set(), follows: new Set() };
    for (let event = 0; event < program.events; event++) {
      const start = present(program.go[index * program.events + event], 'a program or none');
      if (start >= 0) scan(program.code, { start, found, seen: new Set(), facts });
    }
    return found;
  });
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    // Most steps lead to a later configuration: backwards, few rounds settle it.
    for (const { asked, follows } of configurations.toReversed()) {
      const before = asked.size;
      for (const next of follows) for (const fact of configurations[next]?.asked ?? []) asked.add(fact);
      if (asked.size > before) isSettled = false;
    }
  }
  return configurations.map(({ asked }) => asked);
}

/** What a configuration asks for so far, and the configurations that follow it. */
interface Found {
  readonly asked: Set<number>;
  readonly follows: Set<number>;
}

/** Goes through a program from `start`, by all its ways. */
function scan(
  code: engineModel.Program['code'],
  of: { readonly start: number; readonly found: Found; readonly seen: Set<number>; readonly facts: Facts },
): void {
  const { found, seen, facts } = of;
  const word = (at: number): number => present(code[at], 'a word of a program');
  for (let at = of.start; !seen.has(at);) {
    seen.add(at);
    const operand = word(at + 1);
    switch (word(at)) {
      case Op.goto:
        found.follows.add(operand);
        return;
      case Op.test:
        facts.usedBy(operand, found.asked);
        scan(code, { ...of, start: word(at + 2) });
        at += 3;
        break;
      case Op.copy:
        found.asked.add(word(at + 2));
        at += 3;
        break;
      case Op.set:
        at += 3;
        break;
      default:
        at += 2;
    }
  }
}
