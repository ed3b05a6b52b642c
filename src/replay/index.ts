export { Replay, type ReplayStation, type Standing } from './replay.ts';
export { survey, type Survey } from './survey.ts';
