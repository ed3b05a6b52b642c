import { assert } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import { areAlike, shown, type Shown } from './are-alike.ts';
import { addCondition } from './condition.ts';
import { allEvents, eventNames } from './event-names.ts';
import { factsOf, type Fact } from './facts-of.ts';
import { Graph } from './graph.ts';

/**
 * Says which machines do all that the machine of a model does and no more: the steps of both can be told apart neither by their
 * events nor by those of any one level, measure or chance. What only two of these together would tell is not seen.
 */
export class Equivalence {
  readonly #model: Model;
  readonly #statesMax: number;
  readonly #table: string;
  /** What of the facts of the model tells consignments apart; of two that exclude each other one is enough. */
  readonly #facts: readonly (Fact | undefined)[];
  readonly #shown: Map<Fact | undefined, Shown | undefined> = new Map();

  constructor(model: Model, statesMax: number) {
    this.#model = model;
    this.#statesMax = statesMax;
    this.#table = JSON.stringify(model.table);
    this.#facts = [undefined, ...factsOf(model).filter(({ is }) => is !== 'false')];
  }

  /** Whether a mutant is no fault; `false` where it is too big to be told. */
  holdsFor(mutant: Model): boolean {
    if (JSON.stringify(mutant.table) === this.#table) return true;
    return this.#facts.every((fact) => {
      // What a mutant asks no more it does in one way, whatever the answer would be.
      if (fact !== undefined && !addCondition(fact.test, mutant).ok) return true;
      const before = this.#shown.get(fact) ?? this.#show(this.#model, fact);
      this.#shown.set(fact, before);
      const after = this.#show(mutant, fact);
      return before !== undefined && after !== undefined && areAlike(before, after);
    });
  }

  /** What a model shows to somebody who knows of a fact whether it is so; none where it is too big. */
  #show(model: Model, fact: Fact | undefined): Shown | undefined {
    const graph = fact === undefined ? new Graph(model, this.#statesMax) : this.#knowing(model, fact);
    return graph.isComplete ? shown(graph) : undefined;
  }

  #knowing(model: Model, { test }: Fact): Graph {
    const conditioned = addCondition(test, model);
    assert(conditioned.ok, 'the fact is one of the model');
    const { guard, model: asked } = conditioned.value;
    return new Graph(asked, this.#statesMax, { guard, events: new Set(allEvents(eventNames(model))) });
  }
}
