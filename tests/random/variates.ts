import { present } from '../../src/base/index.ts';
import { openKernel, type Address } from '../../src/kernel/index.ts';
import { enterLaw, type Law } from '../../src/random/index.ts';

/** Draws from laws as a run does. */
export class Variates {
  readonly #kernel = openKernel();
  readonly #laws: readonly Address[];

  constructor(laws: readonly Law[]) {
    this.#laws = laws.map((law) => enterLaw(this.#kernel, law));
  }

  /** The variate of the law of this index for 32 random bits; `more` are 32 other bits, by which a mixture chooses its part. */
  draw(law: number, bits: number, more: number): number {
    return this.#kernel.call.drawLaw(present(this.#laws[law], 'a law'), bits, more);
  }
}
