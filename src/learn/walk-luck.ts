import { present, type Mistake } from '../base/index.ts';
import { nearestOf, oneOf } from '../notation/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Chance, Laws, Luck } from '../stepping/index.ts';
import type { Walk } from './walk.ts';

/** The luck of a consignment that a learner leads: what the walk names, else what is likeliest. */
export class WalkLuck implements Luck {
  /** What the walk asks for and this scenario cannot give, found while attributes are drawn. */
  readonly mistakes: Mistake[] = [];
  readonly #model: Model;
  readonly #laws: Laws;
  readonly #walk: Walk;
  /** By name: how chances have fallen that are drawn once. */
  readonly #fallen: Map<string, boolean> = new Map();
  /** Of the step under way: chances that fall. */
  #falling: readonly string[] = [];
  /** Of the step under way, if it is only tried: chances that could fall either way, in the order in which they are asked. */
  #tried: Map<string, number> | undefined;

  constructor(model: Model, laws: Laws, walk: Walk) {
    this.#model = model;
    this.#laws = laws;
    this.#walk = walk;
  }

  level(column: number, shares: readonly number[]): number {
    const name = present(this.#model.meanings.columns.levels[column], 'an attribute');
    const levels = present(this.#model.meanings.columns.levelsOf.get(name), name);
    const likeliest = shares.indexOf(Math.max(...shares));
    const wanted = Object.hasOwn(this.#walk.attributes, name) ? this.#walk.attributes[name] : undefined;
    if (wanted === undefined) return likeliest;
    const level = levels.indexOf(String(wanted));
    if ((shares[level] ?? 0) > 0) return level;
    const possible = levels.filter((_, index) => (shares[index] ?? 0) > 0);
    return this.#refuse(likeliest, name, {
      code: 'impossible-level',
      message: {
        en: `no such consignment has ${name} ${String(wanted)} here`,
        zh: `此处这样的货物不可能 ${name}：${String(wanted)}`,
      },
      found: String(wanted),
      expected: oneOf(possible),
      ...nearestOf(String(wanted), possible),
    });
  }

  number(column: number, law: number): number {
    const name = present(this.#model.meanings.columns.numbers[column], 'an attribute');
    const { least, most, mean } = this.#laws.lastingOf(law);
    const wanted = Object.hasOwn(this.#walk.attributes, name) ? this.#walk.attributes[name] : undefined;
    if (wanted === undefined) return mean;
    if (typeof wanted === 'number' && wanted >= least && wanted <= most) return wanted;
    return this.#refuse(mean, name, {
      code: 'impossible-amount',
      message: { en: `no such consignment has this ${name} here`, zh: `此处这样的货物没有此 ${name}` },
      found: String(wanted),
      expected: Number.isFinite(most)
        ? { en: `a number from ${least} to ${most}`, zh: `${least} 至 ${most} 的数字` }
        : { en: `a number from ${least} on`, zh: `从 ${least} 起的数字` },
    });
  }

  falls(_guard: number, { name, counter }: Chance, share: number): boolean {
    const decided = this.decides(name, share);
    if (decided !== undefined) return decided;
    const falls = this.#falling.includes(name);
    if (this.#tried !== undefined) this.#tried.set(name, share);
    else if (counter === 'once') this.#fallen.set(name, falls);
    return falls;
  }

  /** How a measure or chance falls that does with this share; undefined: either way. */
  decides(name: string, share: number): boolean | undefined {
    const { measures, chances } = this.#walk;
    if (Object.hasOwn(this.#model.scenario.measures, name))
      return Object.hasOwn(measures, name) ? measures[name] === true : share > 0.5;
    if (Object.hasOwn(chances, name)) return chances[name] === true;
    if (share <= 0 || share >= 1) return share >= 1;
    return this.#fallen.get(name);
  }

  /** Makes a step, for which these chances fall. */
  make<Made>(falling: readonly string[], step: () => Made): Made {
    this.#falling = falling;
    return step();
  }

  /** Tries a step once for each way that its chances may fall; nothing of it is kept. First none falls, then comes what is likeliest. */
  ways<Made>(
    step: () => Made,
  ): readonly { readonly chances: readonly string[]; readonly share: number; readonly made: Made }[] {
    const ways: { readonly chances: readonly string[]; readonly share: number; readonly made: Made }[] = [];
    const follow = (falling: readonly string[], settled: readonly string[]): void => {
      this.#tried = new Map();
      this.#falling = falling;
      const made = step();
      const asked = [...this.#tried];
      ways.push({
        chances: falling,
        share: asked.reduce((sum, [name, share]) => sum * (falling.includes(name) ? share : 1 - share), 1),
        made,
      });
      // What was asked before a chance that now falls was asked is settled: it fell as it did.
      for (const [index, [name]] of asked.entries())
        if (!settled.includes(name))
          follow([...falling, name], [...settled, ...asked.slice(0, index + 1).map(([each]) => each)]);
    };
    follow([], []);
    this.#tried = undefined;
    const [none, ...others] = ways;
    return [...(none === undefined ? [] : [none]), ...others.toSorted((one, other) => other.share - one.share)];
  }

  #refuse(instead: number, name: string, mistake: Omit<Mistake, 'path'>): number {
    this.mistakes.push({ ...mistake, path: ['attributes', name] });
    return instead;
  }
}
