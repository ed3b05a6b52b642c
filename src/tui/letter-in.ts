import { letterOf } from '../report/index.ts';
import type { Shared } from './shared.ts';

/** The letter of a scenario: it keeps it, whatever it is set against and however it is sorted. */
export function letterIn({ names }: Pick<Shared, 'names'>, scenario: string): string {
  return letterOf(names.indexOf(scenario));
}

/** The letters of all scenarios, in their order. */
export function lettersIn({ names }: Pick<Shared, 'names'>): readonly string[] {
  return names.map((_, at) => letterOf(at));
}
