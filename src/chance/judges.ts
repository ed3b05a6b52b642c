import { present } from '../base/index.ts';
import {
  addConditions,
  allEvents,
  duesOf,
  eventNames,
  isIn,
  denialOf,
  Monitors,
  type Case,
  type Rule,
} from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Consignment, Label, Write } from '../stepping/index.ts';
import type { History, Step } from './follow.ts';

/**
 * How a history stands to a rule: `shown` is what a claim that something is possible asks for; `silent`: nothing triggered the rule,
 * or it hangs on times that this history did not keep to; `open`: it was cut off before an answer.
 */
export type Judgement = 'kept' | 'broken' | 'shown' | 'silent' | 'open';

/** Whether single histories can break a rule or show it: rules about amounts, shares or lines and those that compare attributes of events need runs or logs. */
export function isAboutHistories({ claim }: Rule): boolean {
  if ('template' in claim) return !('kinship' in claim) || claim.kinship === undefined;
  return 'never' in claim || 'possible' in claim || 'canEnd' in claim;
}

/** Rules about histories, ready to judge them. */
export class Judges {
  readonly rules: readonly Rule[];
  /** The model with the conditions of the rules among its guards. */
  readonly model: Model;
  readonly monitors: Monitors;
  /** By rule: its place among those that a monitor follows, or -1. */
  readonly followed: readonly number[];
  /** By rule that a monitor follows. */
  readonly ofFollowed: readonly number[];
  /** By rule: the guard of its condition; undefined if it concerns everyone. */
  readonly #guards: readonly (number | undefined)[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #numbersOf: Map<Label, readonly number[]> = new Map();

  constructor(rules: readonly Rule[], model: Model) {
    this.rules = rules;
    const { model: conditioned, guardOf } = addConditions(rules, model);
    this.model = conditioned;
    this.#guards = rules.map(guardOf);
    const events = allEvents(eventNames(model));
    this.#numbers = new Map(events.map((event, number) => [event, number]));
    this.ofFollowed = rules.flatMap(({ claim }, index) => ('template' in claim || 'possible' in claim ? [index] : []));
    this.followed = rules.map((_, index) => this.ofFollowed.indexOf(index));
    this.monitors = new Monitors(
      this.ofFollowed.map((index) => {
        const rule = present(rules[index], 'a rule');
        return 'possible' in rule.claim ? { ...rule, claim: denialOf(rule.claim) } : rule;
      }),
      events,
      duesOf(model),
    );
  }

  begin(): Trial {
    return new Trial(this);
  }

  /** Numbers of the events of a step. */
  numbersOf(label: Label): readonly number[] {
    const known = this.#numbersOf.get(label);
    if (known !== undefined) return known;
    const numbers = label.happenings.map(({ event }) => present(this.#numbers.get(event), event));
    this.#numbersOf.set(label, numbers);
    return numbers;
  }

  /** Whether a rule concerns a consignment after these writes. */
  concerns(rule: number, consignment: Consignment, writes: readonly Write[]): boolean {
    const guard = this.#guards[rule];
    return guard === undefined || consignment.answers({ guard, writes });
  }
}

/** A history being judged. */
export class Trial {
  readonly #judges: Judges;
  readonly #case: Case;
  /** By rule that no monitor follows: whether it was broken, or shown. */
  readonly #isSettled: boolean[];

  constructor(judges: Judges) {
    this.#judges = judges;
    this.#case = judges.monitors.begin();
    this.#isSettled = judges.rules.map(() => false);
  }

  /** A step is made; what it writes is not written yet. */
  step({ at, label }: Step, consignment: Consignment): void {
    const judges = this.#judges;
    let writes: readonly Write[] = [];
    const facts = {
      holds: (followed: number): boolean =>
        judges.concerns(present(judges.ofFollowed[followed], 'a rule'), consignment, writes),
      attribute: () => undefined,
    };
    for (const [index, number] of judges.numbersOf(label).entries()) {
      writes = present(label.happenings[index], 'an event').writes;
      judges.monitors.happen(this.#case, number, at, facts);
    }
    for (const [index, { claim }] of judges.rules.entries()) {
      if (this.#isSettled[index]) continue;
      if ('never' in claim && isIn(claim.never, label.to.paths))
        this.#isSettled[index] = judges.concerns(index, consignment, label.writes);
    }
  }

  /** How each rule stands at the end of a history. */
  end({ steps, end, isTimely }: Pick<History, 'steps' | 'end' | 'isTimely'>): readonly Judgement[] {
    const { monitors, rules, followed } = this.#judges;
    const standings = monitors.end(this.#case, steps.at(-1)?.at ?? 0, end !== 'cut');
    return rules.map(({ claim }, index): Judgement => {
      const isSettled = this.#isSettled[index] === true;
      if ('never' in claim) return isSettled ? 'broken' : 'kept';
      if ('canEnd' in claim) return end === 'stuck' ? 'broken' : end === 'cut' ? 'open' : 'kept';
      if (!isTimely && 'window' in claim && claim.window !== undefined) return 'silent';
      const standing = present(standings[present(followed[index], 'a rule')], 'a standing');
      // What breaks that it never happens shows that it is possible.
      if ('possible' in claim) return standing === 'broken' ? 'shown' : 'silent';
      return standing === 'never' ? 'silent' : standing;
    });
  }
}
