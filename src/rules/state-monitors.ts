import { assert, present } from '../base/index.ts';
import type { LoggedEvent } from '../logs/index.ts';
import type { Rule } from './rule.ts';
import type { StateTest } from './rule-words.ts';
import type { Standing } from './standing.ts';
import { isIn } from './state-test.ts';

/** Rules about how a case never stands, followed through a log that tells every state that is entered and left, as our own do. */
export class StateMonitors {
  readonly #rules: readonly { readonly rule: Rule; readonly never: StateTest }[];
  readonly #events: readonly LoggedEvent[];
  readonly #holds: (rule: Rule) => boolean;
  /** By rule, of the case under way. */
  readonly #isBroken: boolean[];
  readonly #active = new Set<string>();
  /** Whether states were entered by the step under way: between steps, and only there, a case stands somewhere. */
  #isEntering = false;

  /** Each rule is a `never`; `events` are those of the log. `holds`: whether the condition of a rule holds for the case under way, as it is known by now. */
  constructor(rules: readonly Rule[], events: readonly LoggedEvent[], holds: (rule: Rule) => boolean) {
    this.#rules = rules.map((rule) => {
      assert('never' in rule.claim, 'a rule about states');
      return { rule, never: rule.claim.never };
    });
    this.#events = events;
    this.#holds = holds;
    this.#isBroken = rules.map(() => false);
  }

  /** A case begins. */
  begin(): void {
    this.#isBroken.fill(false);
    this.#active.clear();
    this.#isEntering = false;
  }

  /** An event happens to the case. */
  happen(event: number): void {
    const { kind, name } = present(this.#events[event], 'an event');
    if (kind === 'enter') {
      this.#active.add(name);
      this.#isEntering = true;
      return;
    }
    this.#look();
    if (kind === 'leave') this.#active.delete(name);
  }

  /** How each rule stands when the events of the case are over. */
  end(): readonly Standing[] {
    this.#look();
    return this.#isBroken.map((isBroken) => (isBroken ? 'broken' : 'kept'));
  }

  /** The states that a step enters are told one after another, and it enters some whenever it leaves some: what follows them finds it over. */
  #look(): void {
    if (!this.#isEntering) return;
    this.#isEntering = false;
    const active = [...this.#active];
    for (const [place, { rule, never }] of this.#rules.entries())
      if (this.#isBroken[place] === false && isIn(never, active) && this.#holds(rule)) this.#isBroken[place] = true;
  }
}
