import type { Minutes, Label } from '../base/index.ts';
import type { Rule } from '../rules/index.ts';
import type { Turn, Walk } from './walk.ts';

/** A lesson: a procedure told, one consignment taken through it, a question that the simulator answers, and an experiment. */
export interface Lesson {
  /** Its file without folder and ending: `03-two-steps`. */
  readonly name: string;
  readonly title: Label;
  /** What the learner knows afterwards. */
  readonly aim: Label;
  /** Where the procedure stands in the law. */
  readonly law: readonly Label[];
  /** Path of the scenario file, from the folder in which clearsim's own files lie. */
  readonly scenario: string;
  /** The consignment at the beginning; it has no turns. */
  readonly consignment: Walk;
  /** At least one. */
  readonly steps: readonly LessonStep[];
  readonly question: Question;
  /** What is said when the answer is known. */
  readonly why: Label;
  readonly experiment: Experiment;
}

/** A step of a lesson: what comes, and what is then said; perhaps the learner chooses how to go on. */
export interface LessonStep extends Course {
  readonly says: Label;
  /** None, or two to four. */
  readonly choices: readonly Choice[];
}

/** By which choices are told, in their order. */
export const letters: readonly string[] = ['a', 'b', 'c', 'd'];

/** One way to go on. What it changes of the consignment counts from its entry. */
export interface Choice extends Course, Omit<Walk, 'turns'> {
  readonly label: Label;
  /** What is said of its consequences. */
  readonly then: Label;
}

/** How a consignment goes on: turns that come, then whatever is expected next, until a milestone is reached (`ended`: until the end). */
export interface Course {
  readonly turns: readonly Turn[];
  readonly until: string | undefined;
}

/** A question whose answer is a number. */
export interface Question {
  readonly asks: Label;
  /** What is said to a first number that is wrong; it does not give the answer. */
  readonly hint: Label;
  readonly unit: Unit;
  readonly answer: Figure;
  /** How far from the answer a number may be to be right, in the unit. */
  readonly within: number;
}

/** Units of answers: `h`, `min`, `d`, `%`, or a currency such as `CNY`. */
export type Unit = string;

/** A number that the simulator computes, from the lesson's scenario or from its consignment. */
export type Figure =
  /** A length of time that the question gives. */
  | { readonly kind: 'given'; readonly time: Minutes }
  /** Times, money by consignment, and shares of consignments, of the scenario's base or of a variant. */
  | (OfScenario & { readonly kind: 'indicator'; readonly name: string; readonly take: 'mean' | 'p50' | 'p90' | 'p95' })
  | (OfScenario & { readonly kind: 'stage'; readonly name: string })
  | (OfScenario & { readonly kind: 'wait'; readonly activity: string; readonly priority: number | undefined })
  | (OfScenario & { readonly kind: 'fee'; readonly name: string })
  /** Those who began an activity. */
  | (OfScenario & { readonly kind: 'share'; readonly activity: string })
  /** Those who break a rule, of those who kept or broke it. */
  | (OfScenario & { readonly kind: 'broken'; readonly rule: Rule })
  /** The last whole day of a deadline, counted from the day of arrival, which is day 0. */
  | (OfConsignment & { readonly kind: 'lastDay'; readonly deadline: string })
  /** What a fee has come to. */
  | (OfConsignment & { readonly kind: 'charged'; readonly fee: string })
  /** The first less the second. */
  | { readonly kind: 'difference'; readonly of: readonly [Figure, Figure] };

/** What a figure is taken from: a variant of the lesson's scenario, or its base. */
export interface OfScenario {
  readonly variant: string | undefined;
}

/**
 * What a figure is taken from: the lesson's consignment at the end of its steps, with these choices by number, in the order of the steps
 * that ask; where none is named the first, at the last step none.
 */
export interface OfConsignment {
  readonly choices: readonly number[];
}

/** What to try in Compare. */
export interface Experiment {
  /** Path of a scenario file. */
  readonly scenario: string;
  readonly says: Label;
}
