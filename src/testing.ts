// What `clearsim/testing` gives to other people's tests. The types come from files that hold nothing else, so that the
// declarations lead to no package but fast-check.
import * as made from './testing/index.ts';
import type { RuleNotation } from './rules/rule-notation.ts';
import type { Arbitraries, CheckOptions, Flow, Matchers, Outcome, Rule } from './testing/public-types.ts';

export type { RuleNotation } from './rules/rule-notation.ts';
export type {
  Arbitraries,
  CheckOptions,
  Flow,
  History,
  Matchers,
  Outcome,
  Rule,
  Step,
} from './testing/public-types.ts';

/** Procedures to be tested. */
export const flows: {
  /** One that clearsim brings with it, every measure and chance left open; throws an error if there is none of this name. */
  readonly builtIn: (name: string) => Flow;
  /**
   * That of a scenario file, as the scenario has it; `files` are the texts of the files that it names, by path. Throws an error
   * with every mistake and its place.
   */
  readonly read: (text: string, files?: Readonly<Record<string, string>>) => Flow;
} = { builtIn: made.builtIn, read: made.read };

/** Rules to be tested, in the notation of docs/reference/rules.md. */
export const rules: {
  /** One rule; a mistake in it is an error. */
  readonly build: (notation: RuleNotation) => Rule;
  /** Those of a file; throws an error with every mistake and its place. */
  readonly read: (text: string) => readonly Rule[];
  /** Those that ship for a flow. */
  readonly shippedFor: (flow: string) => readonly Rule[];
} = { build: made.build, read: made.readAll, shippedFor: made.shippedFor };

/** Generators for property tests. */
export const arbitraries: Arbitraries = made.arbitraries;

/**
 * Whether a flow can break a rule: by proof, or by random histories where the proof leaves it open. Throws an error if the rule
 * names what the flow does not have.
 */
export const check: (flow: Flow, rule: Rule, options?: CheckOptions) => Outcome = made.check;

/** Vitest's `expect(flow).toSatisfy(rule)` works as it is; after `expect.extend(matchers)` it tells the story of what is broken. */
export const matchers: Matchers = made.matchers;
