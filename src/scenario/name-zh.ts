import type { Scenario } from './scenario.ts';

/** The Chinese name of a scenario that is `called` by its name, or by one that carries it: a variant of another file has the file's too. */
export function nameZhOf(called: string, { name, nameZh }: Pick<Scenario, 'name' | 'nameZh'>): string {
  // A function: a name may have `$&` in it.
  return called.replace(name, () => nameZh);
}
