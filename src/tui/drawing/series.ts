import type { Role } from './line.ts';

/** The colour of a scenario's letter: five, then they begin again. */
export function seriesOf(letter: string): Role {
  const at = Math.max(0, letter.charCodeAt(0) - 'A'.charCodeAt(0)) % 5;
  return series[at] ?? 'series0';
}

const series: readonly Role[] = ['series0', 'series1', 'series2', 'series3', 'series4'];
