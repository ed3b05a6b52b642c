import type { Model } from '../simulation/index.ts';
import { NumberList } from './number-list.ts';
import { StateTable } from './state-table.ts';
import type { Way } from './way.ts';
import type { Label, Mark } from './label.ts';
import { World } from './world.ts';

/** Limits of a proof: with all else that it needs it stays below a gigabyte. */
const usualNodes = 10_000_000;
const usualBytes = 700_000_000;

/** All ways that a consignment may go, or as many as were wanted: states and the steps between them. */
export class Graph {
  readonly world: World;
  /** States that are explored at most, and pairs of a state and a state of a rule that are searched at most. */
  readonly nodesMax: number;
  /** Steps by which a consignment enters: their label, and the state after it. */
  readonly entries: readonly { readonly label: number; readonly to: number }[];
  /** Whether every state was found. */
  readonly isComplete: boolean;
  /** Steps, the entering one counted, of the histories that were all looked at; Infinity: of all. */
  readonly depth: number;
  readonly #states: StateTable;
  /** Steps of state s: from `first[s]` to before `first[s + 1]`. */
  readonly #first: NumberList = new NumberList();
  readonly #labels: NumberList = new NumberList();
  readonly #to: NumberList = new NumberList();
  /** The state that is being explored, and one that it leads to. */
  readonly #state: Int32Array;
  readonly #after: Int32Array;

  /** Explores, nearest states first, until no state is new, or there are more than `nodesMax`, or they and their steps take more than `bytesMax`. */
  constructor(
    model: Model,
    nodesMax: number = usualNodes,
    mark?: Mark,
    isTimed = false,
    bytesMax: number = usualBytes,
  ) {
    this.world = new World(model, mark, isTimed);
    this.nodesMax = nodesMax;
    this.#states = new StateTable(this.world.width);
    this.#state = new Int32Array(this.world.width);
    this.#after = new Int32Array(this.world.width);
    this.entries = this.world.entries().map((way) => ({ label: way.label, to: this.#go(way) }));
    this.#first.push(0);
    let depth = 0;
    let end = 0;
    while (this.explored < this.states && this.states <= nodesMax && this.#bytes <= bytesMax) {
      if (this.explored === end) {
        depth++;
        end = this.states;
      }
      this.#explore();
    }
    this.isComplete = this.explored === this.states;
    this.depth = this.isComplete ? Infinity : this.explored === end ? depth : depth - 1;
  }

  get labels(): readonly Label[] {
    return this.world.labels;
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

  /** Where the steps of an explored state begin and end. */
  stepsOf(state: number): readonly [number, number] {
    return [this.#first.at(state), this.#first.at(state + 1)];
  }

  /** Whether nothing can follow a state; false if that is not known. */
  isEnd(state: number): boolean {
    return state < this.explored && this.#first.at(state) === this.#first.at(state + 1);
  }

  labelOf(step: number): number {
    return this.#labels.at(step);
  }

  target(step: number): number {
    return this.#to.at(step);
  }

  configuration(state: number): number {
    this.#states.read(state, this.#state);
    return this.world.configuration(this.#state);
  }

  /** The words of a state. */
  read(state: number): Int32Array {
    const words = new Int32Array(this.world.width);
    this.#states.read(state, words);
    return words;
  }

  get #bytes(): number {
    return this.#states.bytes + 4 * (this.#first.length + 2 * this.#to.length);
  }

  /** Finds the steps of the next state. */
  #explore(): void {
    this.#states.read(this.explored, this.#state);
    for (const way of this.world.waysFrom(this.#state)) {
      this.#labels.push(way.label);
      this.#to.push(this.#go(way));
    }
    this.#first.push(this.#to.length);
  }

  /** The number of the state that a way leads to. */
  #go(way: Way): number {
    way.go(this.#state, this.#after);
    return this.#states.numberOf(this.#after);
  }
}
