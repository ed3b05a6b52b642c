import { present } from '../base/index.ts';
import { Happening, type Model, type Observer, type Watch } from '../simulation/index.ts';
import { particularsOf, type Particulars } from './particulars.ts';

/** What is seen of a consignment. */
interface Seen {
  readonly levels: Map<number, number>;
  readonly amounts: Map<number, number>;
  /** By name of a measure or chance. */
  readonly fell: Map<string, boolean>;
}

/** Sees which consignments some of a run are: their attributes as they enter, and how their measures and chances fall. */
export class Identities implements Observer, Watch {
  readonly every: number = 1;
  readonly #model: Model;
  readonly #seen: ReadonlyMap<number, Seen>;

  /** `wanted`: numbers of consignments. */
  constructor(model: Model, wanted: Iterable<number>) {
    this.#model = model;
    this.#seen = new Map(
      [...wanted].map((consignment) => [consignment, { levels: new Map(), amounts: new Map(), fell: new Map() }]),
    );
  }

  happened(happening: number, _: number, consignment: number, what: number, value: number): void {
    if (happening === Happening.level) this.#seen.get(consignment)?.levels.set(what, value);
    else if (happening === Happening.number) this.#seen.get(consignment)?.amounts.set(what, value);
  }

  stepBegins(): void {}
  reaches(): void {}
  charges(): void {}

  /** What is drawn once is asked again after each step: a share may hang on what the flow writes. */
  stepEnds(entity: Parameters<Watch['stepEnds']>[0]): void {
    const seen = this.#seen.get(entity.number);
    if (seen === undefined) return;
    const { table, meanings } = this.#model;
    for (const [index, name] of table.guards.entries())
      seen.fell.set(name, entity.wouldHold(present(meanings.guards[index], 'a guard'), new Map()));
  }

  /** Who a consignment is. Once the run is over. */
  particulars(consignment: number): Particulars {
    const { levels, amounts, fell } = present(this.#seen.get(consignment), 'a wanted consignment');
    const { guards } = this.#model.engine;
    return particularsOf(this.#model, {
      levels: (column) => [present(levels.get(column), 'a level')],
      amount: (column) => ({ is: present(amounts.get(column), 'a number') }),
      fell: (guard) => {
        const chance = guards[guard];
        return chance?.kind === 'chance' ? fell.get(chance.name) : undefined;
      },
    });
  }
}
