import type { Label as Words } from '../customs/index.ts';
import type { Events, Pattern } from './pattern.ts';

/** What a rule says. */
export type Claim =
  | Pattern
  /** A consignment is never in all of these states at once (dotted paths). */
  | { readonly never: readonly string[] }
  /** Some consignment can come to one of these events: a witness that the flow lets it happen. */
  | { readonly possible: Events }
  /** From wherever a consignment may be, its flow can end. */
  | { readonly canEnd: true };

/** A rule of a procedure: what must hold for each consignment. */
export interface Rule {
  /** As in the rule book: `R11`. */
  readonly id: string;
  /** One sentence, as a lawyer would read it. */
  readonly says: Words;
  /** Article or notice; `assumption` where no law says it. */
  readonly source: string;
  readonly claim: Claim;
}
