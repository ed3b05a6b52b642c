import { present } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import { StateTable } from './state-table.ts';
import { World, type Mark, type Move } from './world.ts';

/** What happens by a step, and what brings it about; many steps share one. */
export type Label = Omit<Move, 'to'>;

/** All ways that a consignment may go, or as many as were wanted: states and the steps between them. */
export class Graph {
  readonly world: World;
  readonly labels: Label[] = [];
  /** Steps by which a consignment enters: their label, and the state after it. */
  readonly entries: readonly { readonly label: number; readonly to: number }[];
  /** Whether every state was found. */
  readonly isComplete: boolean;
  readonly #states: StateTable;
  readonly #numbers: Map<string, number> = new Map();
  /** Steps of state s: from `first[s]` to before `first[s + 1]`. */
  readonly #first: number[] = [0];
  readonly #labels: number[] = [];
  readonly #to: number[] = [];
  readonly #configurations: number[] = [];

  /** Explores, nearest states first, until no state is new or there are more than `statesMax`. */
  constructor(model: Model, statesMax: number, mark?: Mark, isTimed = false) {
    this.world = new World(model, mark, isTimed);
    this.#states = new StateTable(this.world.width);
    this.entries = this.world.entries().map((move) => this.#enter(move));
    const state = new Int32Array(this.world.width);
    while (this.explored < this.#states.count && this.#states.count <= statesMax) {
      this.#states.read(this.explored, state);
      for (const move of this.world.moves(state)) {
        const { label, to } = this.#enter(move);
        this.#labels.push(label);
        this.#to.push(to);
      }
      this.#first.push(this.#to.length);
    }
    this.isComplete = this.explored === this.#states.count;
    for (let number = 0; number < this.#states.count; number++) {
      this.#states.read(number, state);
      this.#configurations.push(this.world.configuration(state));
    }
  }

  /** States whose steps are known: 0 to before this. */
  get explored(): number {
    return this.#first.length - 1;
  }

  /** States found, with those whose steps are not known. */
  get states(): number {
    return this.#states.count;
  }

  get steps(): number {
    return this.#to.length;
  }

  /** Where the steps of a state begin and end. */
  stepsOf(state: number): readonly [number, number] {
    return [present(this.#first[state], 'a state'), present(this.#first[state + 1], 'a state')];
  }

  /** Whether nothing can follow a state; false if that is not known. */
  isEnd(state: number): boolean {
    return state < this.explored && this.#first[state] === this.#first[state + 1];
  }

  labelOf(step: number): number {
    return present(this.#labels[step], 'a step');
  }

  target(step: number): number {
    return present(this.#to[step], 'a step');
  }

  configuration(state: number): number {
    return present(this.#configurations[state], 'a state');
  }

  /** The words of a state. */
  read(state: number): Int32Array {
    const words = new Int32Array(this.world.width);
    this.#states.read(state, words);
    return words;
  }

  #enter({ to, ...happened }: Move): { label: number; to: number } {
    const name = [happened.cause, happened.by, ...happened.armed, ...happened.events].join(' ');
    let label = this.#numbers.get(name);
    if (label === undefined) {
      label = this.labels.push(happened) - 1;
      this.#numbers.set(name, label);
    }
    return { label, to: this.#states.numberOf(to) };
  }
}
