import { readdirSync } from 'node:fs';

/** Every scenario file that is shipped, by its path from the root. */
export const shipped: readonly string[] = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.startsWith('rules'))
  .map((name) => `scenarios/${name.replaceAll('\\', '/')}`)
  .toSorted();

/** The command whose output is kept as a digest: two replications tell as much of a change as two hundred. */
export function goldenCommand(file: string): readonly string[] {
  return ['compare', file, '--json', '--replications', '2', '--workers', '1'];
}
