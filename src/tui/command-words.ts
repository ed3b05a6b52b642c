import { views } from './shared.ts';

/** Words of the command line that are no views. */
export const commandWords = [
  'quit',
  'lang',
  'indicator',
  'export',
  'filter',
  'sort',
  'base',
  'set',
  'write',
  'open',
  'goto',
  'step',
] as const;
/** One of them. */
export type Word = (typeof commandWords)[number];

/** All of its words. */
export const everyWord: readonly string[] = [...views, ...commandWords];
