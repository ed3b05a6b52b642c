import { present } from '../base/index.ts';
import { automatonOf, kindOf, symbols, type Automaton, type Events, type Rule } from '../rules/index.ts';
import type { History } from './follow.ts';
import type { Label } from './xstate-steps.ts';

/** How a history stands to a rule: `shown` is what a claim that something is possible asks for; `silent`: it never came to what the rule speaks of. */
export type Standing = 'kept' | 'broken' | 'shown' | 'silent' | 'open';

/** A standing, and the steps after which it was settled. */
export interface Judgement {
  readonly standing: Standing;
  readonly steps: number;
}

/** A rule, ready to judge histories. */
export class Judge {
  readonly rule: Rule;
  readonly #judge: (history: History) => Judgement;

  constructor(rule: Rule) {
    this.rule = rule;
    this.#judge = judgeOf(rule);
  }

  judge(history: History): Judgement {
    return this.#judge(history);
  }
}

function judgeOf({ claim }: Rule): (history: History) => Judgement {
  if ('never' in claim) {
    const isThere = remembered(({ to }: Label) => claim.never.every((path) => to.paths.includes(path)));
    return (history) => first(history, isThere, { found: 'broken', otherwise: 'kept' });
  }
  if ('canEnd' in claim)
    return ({ steps, end }) => ({
      standing: end === 'stuck' ? 'broken' : end === 'cut' ? 'open' : 'kept',
      steps: steps.length,
    });
  if ('possible' in claim) {
    const wanted = listOf(claim.possible);
    const shows = remembered(({ events }: Label) => events.some((event) => wanted.includes(event)));
    return (history) => first(history, shows, { found: 'shown', otherwise: 'silent' });
  }
  const automaton = automatonOf(claim);
  const [a, b] = [listOf(claim.a), 'b' in claim ? listOf(claim.b) : []];
  const kinds = [...a, ...b].map(kindOf);
  const symbolsOf = remembered(({ events }: Label) =>
    events
      .filter((event) => kinds.includes(kindOf(event)))
      .map((event) => (a.includes(event) ? 1 : 0) + (b.includes(event) ? 2 : 0)),
  );
  return (history) => follow(automaton, history, symbolsOf);
}

/** Where something is first so. */
function first(
  { steps }: History,
  isSo: (label: Label) => boolean,
  standings: { readonly found: Standing; readonly otherwise: Standing },
): Judgement {
  const at = steps.findIndex(({ label }) => isSo(label));
  return at < 0 ? { standing: standings.otherwise, steps: steps.length } : { standing: standings.found, steps: at + 1 };
}

function follow(
  automaton: Automaton,
  { steps, end }: History,
  symbolsOf: (label: Label) => readonly number[],
): Judgement {
  let mode = 0;
  let isTriggered = false;
  for (const [index, { label }] of steps.entries()) {
    for (const symbol of symbolsOf(label)) {
      isTriggered ||= automaton.triggers.includes(symbol);
      mode = present(automaton.next[mode * symbols + symbol], 'a state of a rule');
    }
    if (automaton.isBroken[mode] === true) return { standing: 'broken', steps: index + 1 };
  }
  const isKept = automaton.isKept[mode] === true;
  const standing = isKept ? (isTriggered ? 'kept' : 'silent') : end === 'cut' ? 'open' : 'broken';
  return { standing, steps: steps.length };
}

/** Asks once for each label: steps that are alike share theirs. */
function remembered<Answer>(ask: (label: Label) => Answer): (label: Label) => Answer {
  const known = new Map<Label, Answer>();
  return (label) => {
    let answer = known.get(label);
    if (answer === undefined) known.set(label, (answer = ask(label)));
    return answer;
  };
}

function listOf(events: Events): readonly string[] {
  return typeof events === 'string' ? [events] : events;
}
