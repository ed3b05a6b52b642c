import { present } from '../base/index.ts';
import { automatonOf, kindOf, symbols, type Automaton, type Events, type Rule } from '../rules/index.ts';
import type { History } from './follow.ts';
import type { Label } from './xstate-steps.ts';

/** How a history stands to a rule: `shown` is what a claim that something is possible asks for; `silent`: it never came to what the rule speaks of. */
export type Standing = 'kept' | 'broken' | 'shown' | 'silent' | 'open';

/** A rule, ready to judge histories. */
export class Judge {
  readonly rule: Rule;
  readonly #judge: (history: History) => Standing;

  constructor(rule: Rule) {
    this.rule = rule;
    this.#judge = judgeOf(rule);
  }

  judge(history: History): Standing {
    return this.#judge(history);
  }
}

function judgeOf({ claim }: Rule): (history: History) => Standing {
  if ('never' in claim) {
    const isThere = remembered(({ to }: Label) => claim.never.every((path) => to.paths.includes(path)));
    return ({ steps }) => (steps.some(({ label }) => isThere(label)) ? 'broken' : 'kept');
  }
  if ('canEnd' in claim) return ({ end }) => (end === 'stuck' ? 'broken' : end === 'cut' ? 'open' : 'kept');
  if ('possible' in claim) {
    const wanted = listOf(claim.possible);
    const shows = remembered(({ events }: Label) => events.some((event) => wanted.includes(event)));
    return ({ steps }) => (steps.some(({ label }) => shows(label)) ? 'shown' : 'silent');
  }
  const automaton = automatonOf(claim);
  const [a, b] = [listOf(claim.a), 'b' in claim ? listOf(claim.b) : []];
  const kinds = [...a, ...b].map(kindOf);
  const symbolsOf = remembered(({ events }: Label) =>
    events
      .filter((event) => kinds.includes(kindOf(event)))
      .map((event) => (a.includes(event) ? 1 : 0) + (b.includes(event) ? 2 : 0)),
  );
  return (history) => standing(automaton, history, symbolsOf);
}

function standing(
  automaton: Automaton,
  { steps, end }: History,
  symbolsOf: (label: Label) => readonly number[],
): Standing {
  let mode = 0;
  let isTriggered = false;
  for (const { label } of steps) {
    for (const symbol of symbolsOf(label)) {
      isTriggered ||= automaton.triggers.includes(symbol);
      mode = present(automaton.next[mode * symbols + symbol], 'a state of a rule');
    }
    if (automaton.isBroken[mode] === true) return 'broken';
  }
  if (automaton.isKept[mode] === true) return isTriggered ? 'kept' : 'silent';
  return end === 'cut' ? 'open' : 'broken';
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
