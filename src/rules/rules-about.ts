import type { Rule } from './rule.ts';

/** Rules that name one of some states (dotted paths) or events. */
export function rulesAbout(
  rules: readonly Rule[],
  { states, events }: { readonly states: readonly string[]; readonly events: readonly string[] },
): readonly Rule[] {
  const wanted = new Set([...states, ...events]);
  return rules.filter(({ claim }) => textsIn(claim).some((text) => wanted.has(text)));
}

/** Every text in plain data. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
