import { present } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Chance, Laws, Luck } from '../stepping/index.ts';
import type { Draft } from './draft.ts';

/** The luck that a draft stands for. */
export class DraftLuck implements Luck {
  /** Answers of the chances that are drawn anew in this step, as bits. */
  bits: number = 0;
  readonly #drawing: Model['engine']['drawing'];
  readonly #laws: Laws;
  readonly #draft: Draft;
  /** By guard: how a chance has fallen that is drawn once. */
  readonly #fallen: (boolean | undefined)[] = [];

  constructor({ engine }: Model, laws: Laws, draft: Draft) {
    this.#drawing = engine.drawing;
    this.#laws = laws;
    this.#draft = draft;
  }

  level(column: number, shares: readonly number[]): number {
    const drawable = shares.flatMap((share, level) => (share > 0 ? [level] : []));
    return this.#pick(
      drawable,
      this.#drawing.findIndex((each) => 'level' in each && each.level === column),
    );
  }

  number(column: number, law: number): number {
    return this.#pick(
      this.#laws.valuesOf(column, law),
      this.#drawing.findIndex((each) => 'number' in each && each.number === column),
    );
  }

  falls(guard: number, { counter }: Chance, share: number): boolean {
    const fallen = counter === 'once' ? this.#fallen[guard] : undefined;
    if (fallen !== undefined) return fallen;
    const isLucky =
      counter === 'once' ? this.#draft.chances[guard] === true : ((this.bits >> (counter & 15)) & 1) === 1;
    const falls = share >= 1 || (share > 0 && isLucky);
    if (counter === 'once') this.#fallen[guard] = falls;
    return falls;
  }

  /** How a chance has fallen that is drawn once; none if it was not asked. */
  fell(guard: number): boolean | undefined {
    return this.#fallen[guard];
  }

  /** `place`: of the attribute in the order of drawing. */
  #pick(values: readonly number[], place: number): number {
    const choice = present(this.#draft.attributes[place], 'the choice of an attribute');
    return present(values[choice % values.length], 'a value');
  }
}
