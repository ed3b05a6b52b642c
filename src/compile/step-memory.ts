/** A question that a step asked, with its answer. */
export interface Asked<Question> {
  readonly question: Question;
  readonly isYes: boolean;
}

/** What came of steps by the answers to what they asked. */
type Known<Question, Outcome> =
  | {
      readonly question: Question;
      readonly yes?: Known<Question, Outcome> | undefined;
      readonly no?: Known<Question, Outcome> | undefined;
    }
  | { readonly outcome: Outcome };

/**
 * Steps that were made once. A step of XState hangs on nothing but the configuration, the event and the answers of the guards
 * that it asks: what it has done once it need not be asked again, and to remember is a thousand times as fast.
 */
export class StepMemory<Question, Outcome> {
  /** By key. */
  readonly #known: (Known<Question, Outcome> | undefined)[] = [];

  /** What came of the step of this key under these answers; undefined if it was not made yet. */
  find(key: number, holds: (question: Question) => boolean): Outcome | undefined {
    let known = this.#known[key];
    while (known !== undefined && 'question' in known) known = holds(known.question) ? known.yes : known.no;
    return known?.outcome;
  }

  /** Keeps what came of a step that asked this, in this order. */
  keep(key: number, asked: readonly Asked<Question>[], outcome: Outcome): void {
    this.#known[key] = withOutcome(this.#known[key], asked, outcome);
  }
}

function withOutcome<Question, Outcome>(
  known: Known<Question, Outcome> | undefined,
  [first, ...rest]: readonly Asked<Question>[],
  outcome: Outcome,
): Known<Question, Outcome> {
  if (first === undefined) return { outcome };
  const asking = known !== undefined && 'question' in known ? known : { question: first.question };
  const side = first.isYes ? 'yes' : 'no';
  return { ...asking, [side]: withOutcome(asking[side], rest, outcome) };
}
