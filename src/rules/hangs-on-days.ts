import type { Rule } from './rule.ts';

/** Whether a rule has a window of days, months or open hours. */
export function hangsOnDays({ claim }: Rule): boolean {
  if (!('window' in claim) || claim.window === undefined) return false;
  const { within, atLeast, hours } = claim.window;
  return hours !== undefined || [within, atLeast].some((length) => length !== undefined && length.unit !== 'minutes');
}
