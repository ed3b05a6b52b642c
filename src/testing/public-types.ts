import type { Arbitrary } from 'fast-check';

/** A procedure under test. */
export interface Flow {
  readonly name: string;
}

/** A rule: made by `rules.build`, read from a file by `rules.read`, or one of those that ship. */
export interface Rule {
  /** Whether a flow satisfies it: it holds, or is open and no random history breaks it. */
  (flow: Flow): boolean;
  readonly id: string;
  /** One sentence. */
  readonly says: { readonly en: string; readonly zh: string };
  /** Article or notice; `assumption` or `witness` where no law says it. */
  readonly source: string;
}

/** A step of a history. */
export interface Step {
  /** When it can happen with these delays, in minutes since the consignment entered; what was drawn has one instant. None where no times are known. */
  readonly at?: { readonly earliest: number; readonly latest: number };
  /** What brings it about: `ARRIVED`, `due:payment`, `start:inspection`, `end:inspection`; empty: the consignment enters. */
  readonly cause: string;
  /** What happens, in its order, as rules call it: milestones, `enter:`, `leave:`, `due:` ... */
  readonly events: readonly string[];
  /** Innermost states afterwards, dotted. */
  readonly states: readonly string[];
}

/** What a consignment may go through. */
export interface History {
  readonly steps: readonly Step[];
  /** At an end of the flow, at a place where nothing is pending though it is no end, or cut off since it goes on and on. */
  readonly end: 'ended' | 'stuck' | 'cut';
  /** Whether everything comes when it may with the delays of the flow; otherwise in any order. */
  readonly isTimely: boolean;
}

/** What was found about a rule. */
export interface Outcome {
  /**
   * `holds`: proved. `broken`: the story breaks it, or what it says is possible never happens. `never`: nothing triggers it.
   * `open`: neither proved nor broken by a random history: it hangs on how long things last. `runs`: only runs can tell.
   */
  readonly verdict: 'holds' | 'broken' | 'never' | 'open' | 'runs';
  /** A history that breaks the rule, the shortest that a proof knows; none where none is broken. */
  readonly story: readonly Step[];
  /** All of it in words. */
  readonly message: string;
}

/** How random histories are drawn where a proof leaves a rule open. */
export interface CheckOptions {
  /** Any text; the same gives the same histories. Default: that of the flow. */
  readonly seed?: string;
  /** Default 10,000. */
  readonly histories?: number;
}

/** Generators for fast-check (4.x), each with its shrinking. */
export interface Arbitraries {
  /** Consignments as they enter, by attribute: only values that occur together. */
  consignments(flow: Flow): Arbitrary<Readonly<Record<string, boolean | number | string>>>;
  /** Traders, by the attributes that the flow tells them by: `credit` and `hasGuarantee` where it has them. */
  traders(flow: Flow): Arbitrary<Readonly<Record<string, boolean | number | string>>>;
  /** Sequences of events of one consignment, from entry to end. */
  histories(flow: Flow): Arbitrary<History>;
  /** Texts of right scenario files of a built-in flow: measures, chances and resources as one likes. */
  scenarios(flow: Flow): Arbitrary<string>;
}

/** What `expect.extend` takes: `expect(flow).toSatisfy(rule)` then tells the story. With other functions it does what vitest's own `toSatisfy` does. */
// An alias: only these have the index signature that `extend` asks for.
export type Matchers = {
  readonly toSatisfy: (
    received: unknown,
    expected: unknown,
  ) => { readonly pass: boolean; readonly message: () => string };
};
