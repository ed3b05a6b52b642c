export { answerOf, isRight, numberIn, type Answer } from './answer.ts';
export { letters, type Lesson, type Question } from './lesson.ts';
export { standAt, type Visit } from './play.ts';
export { readLesson, type LessonFile } from './read-lesson.ts';
export type { LessonScenario } from './scenario-figures.ts';
export { standAfter } from './stand-after.ts';
export { walkOfStory } from './walk-of-story.ts';
export type * from './walk.ts';
