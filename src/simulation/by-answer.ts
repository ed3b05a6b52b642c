import { present } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import type { Follower, Moment, Told } from './follower.ts';

type ByAnswer<Leaf> = engineModel.ByAnswer<Leaf>;

/** A moment on a way through a program, and the questions that are asked for the guards that somebody asks at it. */
export interface Mentioned {
  readonly moment: Moment;
  readonly questions: ReadonlyMap<number, number>;
}

/** What moments come to, by the answers to what a follower asks at them. */
export function byAnswers<Leaf>(
  { asks }: Follower,
  mentioned: readonly Mentioned[],
  comesTo: (told: readonly Told[]) => ByAnswer<Leaf>,
): ByAnswer<Leaf> {
  const asked = mentioned.map(({ moment, questions }) =>
    asks?.at(moment) === true ? present(questions.get(asks.guard), 'a question') : undefined,
  );
  const suppose = (known: ReadonlyMap<number | undefined, boolean>): ByAnswer<Leaf> => {
    const open = asked.find((question) => question !== undefined && !known.has(question));
    if (open === undefined)
      return comesTo(mentioned.map(({ moment }, index) => ({ moment, holds: known.get(asked[index]) === true })));
    return branch(
      open,
      [false, true].map((answer) => suppose(new Map([...known, [open, answer]]))),
    );
  };
  return suppose(new Map());
}

/** What hangs on the answer to a question; on none if it comes to the same for each. */
export function branch<Leaf>(by: number, answers: readonly ByAnswer<Leaf>[]): ByAnswer<Leaf> {
  const first = present(answers[0], 'an answer');
  const text = JSON.stringify(first);
  return answers.every((each) => JSON.stringify(each) === text) ? first : { by, answers };
}
