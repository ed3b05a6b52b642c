import { present } from '../../../src/base/index.ts';
import { answerOf, type Answer, type Lesson } from '../../../src/learn/index.ts';
import type { FakeDesk } from '../fake-desk.ts';
import { lessonFiles, lessonIn, scenarioIn } from '../../learn/lesson-files.ts';

/** The lessons that ship. */
export const lessons: readonly Lesson[] = lessonFiles.map((file) => lessonIn(file).lesson);

/** A lesson by its name. */
export function lessonNamed(name: string): Lesson {
  return present(
    lessons.find((each) => each.name === name),
    name,
  );
}

/** The answer of a lesson, computed. */
export async function answerTo(name: string): Promise<Answer> {
  const lesson = lessonNamed(name);
  const answer = await answerOf(lesson, scenarioIn(lesson.scenario));
  if (!answer.ok) throw new Error(JSON.stringify(answer.wrong));
  return answer.value;
}

/** Lets a desk bring the lessons that ship, one of which was done before, their scenarios, and this answer. */
export function withLessons(desk: FakeDesk, answer?: Answer): FakeDesk {
  desk.wares.lessons = () => ({ lessons, done: ['01-where-the-time-is'] });
  desk.wares.lesson = ({ lesson }) => scenarioIn(lessonNamed(lesson).scenario);
  if (answer !== undefined) desk.wares.answer = () => answer;
  return desk;
}
