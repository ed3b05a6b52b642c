export { Replay } from './replay.ts';
