import { assert, Bug, present } from '../base/index.ts';
import type { Condition } from '../customs/index.ts';
import type { engineModel } from '../engine/index.ts';
import { purpose, type Law } from '../random/index.ts';
import type { By, Delay, Scenario } from '../scenario/index.ts';
import { levelCode, type ColumnPlan } from './columns.ts';

type Choice<Leaf> = engineModel.Choice<Leaf>;

/** Turns the names of a scenario into the indices of the engine, collecting guards, laws and counters as they are asked for. */
export class Linker {
  readonly guards: engineModel.Guard[] = [];
  readonly laws: Law[] = [];
  readonly counters: string[] = [];
  readonly scenario: Scenario;
  readonly columns: ColumnPlan;
  readonly #known: Map<string, number> = new Map();

  constructor(scenario: Scenario, columns: ColumnPlan) {
    this.scenario = scenario;
    this.columns = columns;
  }

  /** Index of the guard of this name: a measure, chance, condition, true attribute or fact. */
  guard(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const guard = this.#guardOf(name);
    this.#known.set(name, guard);
    return guard;
  }

  /** A law's index; equal laws are entered once. */
  law(law: Law): number {
    const text = JSON.stringify(law);
    const known = this.laws.findIndex((each) => JSON.stringify(each) === text);
    return known >= 0 ? known : this.laws.push(law) - 1;
  }

  /** A value by levels as the engine chooses it. */
  choice<Value, Leaf>(value: By<Value>, leaf: (value: Value) => Leaf): Choice<Leaf> {
    if ('is' in value) return { is: leaf(value.is) };
    const at = (level: string): Choice<Leaf> =>
      this.choice(present(value.levels[level], `level ${level} of ${value.by}`), leaf);
    const column = this.columns.levels.indexOf(value.by);
    if (column >= 0) return { by: column, levels: present(this.columns.levelsOf.get(value.by), value.by).map(at) };
    return { if: this.guard(value.by), no: at('false'), yes: at('true') };
  }

  /** How long a delay lasts. */
  delay(name: string): engineModel.Duration {
    const delay = present(this.scenario.delays[name], `delay ${name}`);
    return this.#duration(`delays.${name}`, delay);
  }

  /** How long an activity takes, or none: it holds. */
  service(name: string): engineModel.Duration | undefined {
    const { takes } = present(this.scenario.activities[name], `activity ${name}`);
    return takes === undefined ? undefined : this.#duration(`activities.${name}`, takes);
  }

  #duration(path: string, delay: Delay): engineModel.Duration {
    const name = path.slice(path.indexOf('.') + 1);
    const counter = this.#counter(path);
    if (delay.kind === 'law') {
      return {
        name,
        law: this.choice(delay.law, (law) => this.law(law)),
        share: { is: 1 },
        purpose: purpose(path),
        counter,
      };
    }
    const { of } = delay;
    const isDelay = of in this.scenario.delays;
    const whole = isDelay ? this.scenario.delays[of] : this.scenario.activities[of]?.takes;
    assert(whole?.kind === 'law', `${name} is a part of ${of}, which has a duration of its own`);
    const ofWhole = purpose(isDelay ? `delays.${of}` : `activities.${of}`);
    return {
      name,
      law: this.choice(whole.law, (law) => this.law(law)),
      share: this.choice(delay.share, (share) => share),
      purpose: ofWhole,
      counter,
    };
  }

  #counter(path: string): number {
    const known = this.counters.indexOf(path);
    return known >= 0 ? known : this.counters.push(path) - 1;
  }

  #guardOf(name: string): number {
    const { scenario } = this;
    const measure = scenario.measures[name];
    if (measure !== undefined) {
      const drawn = this.#enter({
        kind: 'chance',
        share: this.choice(measure, (share) => share),
        purpose: purpose(`measures.${name}`),
        name,
        counter: 'once',
      });
      const eligible = scenario.flow.measures[name]?.eligible;
      return eligible === undefined ? drawn : this.#enter({ kind: 'all', of: [this.#condition(eligible), drawn] });
    }
    const chance = scenario.chances[name];
    if (chance !== undefined) {
      const counter = chance.drawn === 'once' ? 'once' : this.#counter(`chances.${name}`);
      return this.#enter({
        kind: 'chance',
        share: this.choice(chance.share, (share) => share),
        purpose: purpose(`chances.${name}`),
        name,
        counter,
      });
    }
    const condition = scenario.conditions[name];
    if (condition !== undefined) return this.#condition(condition);
    if (this.columns.levels.includes(name)) return this.#condition({ attribute: name, isTrue: true });
    return this.#enter({ kind: 'constant', value: this.#fact(name) });
  }

  #condition(condition: Condition): number {
    if ('all' in condition) return this.#enter({ kind: 'all', of: condition.all.map((each) => this.#condition(each)) });
    if ('any' in condition) return this.#enter({ kind: 'any', of: condition.any.map((each) => this.#condition(each)) });
    if ('not' in condition) return this.#enter({ kind: 'not', of: this.#condition(condition.not) });
    const column = this.columns.levels.indexOf(condition.attribute);
    if ('isTrue' in condition) return this.#enter({ kind: 'level', column, isOneOf: [1] });
    if ('isOneOf' in condition) {
      // A level that the scenario does not draw is nobody's: the flow may speak of goods that this port never sees.
      const known = condition.isOneOf.filter((level) =>
        this.columns.levelsOf.get(condition.attribute)?.includes(level),
      );
      return column < 0
        ? this.#enter({ kind: 'constant', value: false })
        : this.#enter({
            kind: 'level',
            column,
            isOneOf: known.map((level) => levelCode(this.columns, condition.attribute, level)),
          });
    }
    return this.#enter({
      kind: 'range',
      column: this.columns.numbers.indexOf(condition.attribute),
      atLeast: condition.atLeast ?? Number.NEGATIVE_INFINITY,
      below: condition.below ?? Number.POSITIVE_INFINITY,
    });
  }

  #fact(name: string): boolean {
    const { arrivals, law } = this.scenario;
    switch (name) {
      case 'papersBeginAtDeparture':
        return arrivals.kind === 'vessels' && arrivals.preparationStarts === 'departure';
      case 'releaseNeedsYard':
        return law.releaseTrigger === 'unloaded';
      default:
        throw new Bug(`a guard that the scenario does not define: ${name}`);
    }
  }

  #enter(guard: engineModel.Guard): number {
    return this.guards.push(guard) - 1;
  }
}
