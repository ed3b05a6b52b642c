import type { StateTest } from './rule-words.ts';

/** Whether a consignment that is in these states (dotted paths, outer ones too) stands as the test says. */
export function isIn(test: StateTest, active: readonly string[]): boolean {
  if ('all' in test) return test.all.every((each) => isIn(each, active));
  if ('any' in test) return test.any.some((each) => isIn(each, active));
  if ('not' in test) return !isIn(test.not, active);
  return active.includes(test.in);
}
