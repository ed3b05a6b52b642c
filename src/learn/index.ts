export { standAfter } from './stand-after.ts';
export { walkOfStory } from './walk-of-story.ts';
export type * from './walk.ts';
