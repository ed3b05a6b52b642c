import type { ByAnswer, Sign } from './model.ts';

/** Questions that a sign hangs on, each once. */
export function questionsOf({ moves, turns }: Pick<Sign, 'moves' | 'turns'>): readonly number[] {
  return [...new Set([...moves, ...turns].flatMap(({ to }) => questionsIn(to)))];
}

/** Every value that something may come to, with the answers by which it does: questions, and what is answered. */
export function outcomesOf<Leaf>(
  of: ByAnswer<Leaf>,
  answers: readonly (readonly [number, number])[] = [],
): readonly { readonly is: Leaf; readonly answers: typeof answers }[] {
  if ('is' in of) return [{ is: of.is, answers }];
  return of.answers.flatMap((each, answer) => outcomesOf(each, [...answers, [of.by, answer]]));
}

/** Questions that something hangs on, each once. */
function questionsIn(of: ByAnswer<unknown>): readonly number[] {
  return 'is' in of ? [] : [...new Set([of.by, ...of.answers.flatMap(questionsIn)])];
}
