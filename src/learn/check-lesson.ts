import type { Mistake } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Lesson } from './lesson.ts';
import { standAt } from './play.ts';

/** What cannot come in a lesson, whatever is chosen; each mistake once. Nothing is run for its question. */
export function checkLesson(lesson: Lesson, model: Model): readonly Mistake[] {
  const found = waysThrough(lesson).flatMap((chosen) => {
    for (const step of lesson.steps.keys()) {
      const stand = standAt(model, lesson, { step, chosen });
      if (!stand.ok) return stand.wrong;
    }
    return [];
  });
  return [...new Map(found.map((mistake) => [JSON.stringify(mistake), mistake])).values()];
}

/** Every row of choices that a learner can make. */
function waysThrough({ steps }: Lesson): readonly (readonly number[])[] {
  return steps.reduce<readonly (readonly number[])[]>(
    (ways, { choices }) =>
      choices.length === 0 ? ways : ways.flatMap((way) => choices.map((_, choice) => [...way, choice])),
    [[]],
  );
}
