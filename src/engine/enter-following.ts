import { assert, present } from '../base/index.ts';
import type { Address, Kernel } from '../kernel/index.ts';
import { outcomesOf, questionsOf } from './by-answer.ts';
import { isSettled, type Layout } from './layout.ts';
import {
  questionsMax,
  statesMax,
  Turn,
  type Expiry,
  type Model,
  type Move,
  type Question,
  type Sign,
} from './model.ts';

/** Where what follows entities lies in a kernel. */
export interface FollowingPlaces {
  readonly followers: readonly Address[];
  readonly signs: readonly Address[];
  /** Where answers are kept that programs ask for, by place. */
  readonly asked: Address;
}

/** What else has been entered. */
interface Entered {
  readonly layout: Layout;
  readonly guards: readonly Address[];
  readonly enterDue: (due: Expiry) => Address;
}

/** Kinds of questions as the kernel numbers them, the bits of an answer, and the bytes of a sign before its questions. */
const questionKind = { guard: 0, settled: 1, timing: 2, asked: 3 } as const;
const answerBits = 2;
const signHead = 16;

/** Puts what follows the entities of a model into a kernel. */
export function enterFollowing(kernel: Kernel, model: Model, entered: Entered): FollowingPlaces {
  const { following } = model;
  if (following === undefined) return { followers: [], signs: [], asked: 0 };
  const places = following.questions.map((each) => (each.kind === 'asked' ? each.place + 1 : 0));
  const asked = kernel.call.allocate(Math.max(0, ...places));
  const followers = following.followers.map(({ states, tellsEnded, tellsLeft }) => {
    assert(states <= statesMax, 'the state of a follower fits into a byte');
    return kernel.call.addFollower(states, kernel.bytes(Uint8Array.from([...tellsEnded, ...tellsLeft], Number)));
  });
  kernel.call.setFollowers(kernel.words(followers), followers.length, entered.layout.jointState);
  const questions = following.questions.map((each) => enterQuestion(each, { kernel, model, asked, ...entered }));
  const outcomes = new Outcomes(kernel);
  const signs: Address[] = [];
  for (const sign of following.signs) signs.push(enterSign(sign, { kernel, questions, outcomes, signs, ...entered }));
  return { followers, signs, asked };
}

/** What is asked, and about what. */
function enterQuestion(
  question: Question,
  of: Entered & { readonly kernel: Kernel; readonly model: Model; readonly asked: Address },
): readonly [number, Address] {
  const { model, guards, layout, enterDue } = of;
  if (question.kind === 'asked') return [questionKind.asked, of.asked + question.place];
  if (question.kind === 'guard') {
    const kind = isSettled(present(model.guards[question.guard], 'a guard'), model) ? 'settled' : 'guard';
    return [questionKind[kind], present(guards[question.guard], 'a guard')];
  }
  const { clock, opens, closes } = question;
  const timing = of.kernel.call.addTiming(
    present(layout.clocks[clock], 'a clock'),
    opens === undefined ? 0 : enterDue(opens),
    closes === undefined ? 0 : enterDue(closes),
  );
  return [questionKind.timing, timing];
}

function enterSign(
  sign: Sign,
  of: Entered & {
    readonly kernel: Kernel;
    readonly questions: readonly (readonly [number, Address])[];
    readonly outcomes: Outcomes;
    readonly signs: readonly Address[];
  },
): Address {
  const { kernel, layout } = of;
  const asked = questionsOf(sign);
  assert(asked.length <= questionsMax, 'the answers fit into a word');
  const questions = asked.flatMap((question) => present(of.questions[question], 'a question'));
  const moves = sign.moves.flatMap(({ follower, to }) => [follower, of.outcomes.enter(to, asked)]);
  const turns = sign.turns.flatMap(({ clock, to }) =>
    outcomesOf(to).flatMap(({ is, answers }) => {
      if (is === undefined) return [];
      const bits = answers.map(([question, answer]) => [answerBits * asked.indexOf(question), answer] as const);
      const mask = bits.reduce((all, [shift]) => all | (3 << shift), 0);
      const value = bits.reduce((all, [shift, answer]) => all | (answer << shift), 0);
      return [mask, value, present(layout.clocks[clock], 'a clock'), Turn[is]];
    }),
  );
  const at = kernel.call.allocate(signHead + 4 * (questions.length + moves.length + turns.length));
  const questionsEnd = at + signHead + 4 * questions.length;
  const movesEnd = questionsEnd + 4 * moves.length;
  const turnsEnd = movesEnd + 4 * turns.length;
  const next = sign.next < 0 ? 0 : present(of.signs[sign.next], 'a sign entered before');
  const words = [next, questionsEnd, movesEnd, turnsEnd, ...questions, ...moves, ...turns];
  kernel.wordsAt(at, words.length).set(words);
  return at;
}

/** Outcomes of moves: equal ones are entered once. */
class Outcomes {
  readonly #kernel: Kernel;
  readonly #known: Map<string, Address> = new Map();

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** Enters an outcome for a sign that asks these questions. */
  enter(to: Move['to'], asked: readonly number[]): Address {
    if ('is' in to) return this.#once([0, this.#table(to.is)]);
    return this.#once([1 + asked.indexOf(to.by), ...to.answers.map((each) => this.enter(each, asked))]);
  }

  #once(words: readonly number[]): Address {
    const text = words.join(' ');
    const at = this.#known.get(text) ?? this.#kernel.words(words);
    this.#known.set(text, at);
    return at;
  }

  #table(states: readonly number[]): Address {
    const text = `states ${states.join(' ')}`;
    const at = this.#known.get(text) ?? this.#kernel.bytes(Uint8Array.from(states));
    this.#known.set(text, at);
    return at;
  }
}
