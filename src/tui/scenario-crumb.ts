import { letterOf, visible } from '../report/index.ts';
import type { Shared } from './shared.ts';

/** `A practice of 2017`: the chosen scenario as the way to where one is says it. */
export function scenarioCrumb({ names, chosen }: Pick<Shared, 'names' | 'chosen'>): string {
  return `${letterOf(names.indexOf(chosen))} ${visible(chosen)}`;
}
