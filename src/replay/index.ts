export { Replay } from './replay.ts';
export { survey } from './survey.ts';
