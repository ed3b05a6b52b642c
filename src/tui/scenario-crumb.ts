import { visible } from '../report/index.ts';
import { letterIn } from './letter-in.ts';
import type { Shared } from './shared.ts';

/** `A practice of 2017`: the chosen scenario as the way to where one is says it. */
export function scenarioCrumb(shared: Pick<Shared, 'names' | 'chosen'>): string {
  return `${letterIn(shared, shared.chosen)} ${visible(shared.chosen)}`;
}
