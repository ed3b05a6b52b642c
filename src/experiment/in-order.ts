import { present } from '../base/index.ts';
import type { EvidentProgress } from './evidence.ts';

/** The same with its scenarios, and what their figures are made of, in the order of these names: all of them, the base wherever it stands. */
export function inOrder(progress: EvidentProgress, names: readonly string[]): EvidentProgress {
  const { comparison, evidence } = progress;
  const before = comparison.scenarios.map(({ scenario }) => scenario);
  const ordered = <Item>(items: readonly Item[], of: readonly string[]): readonly Item[] =>
    names.filter((name) => of.includes(name)).map((name) => present(items[of.indexOf(name)], name));
  const variants = before.filter((name) => name !== comparison.base);
  return {
    ...progress,
    comparison: { ...comparison, scenarios: ordered(comparison.scenarios, before) },
    evidence: {
      runs: ordered(evidence.runs, before),
      pairs: ordered(evidence.pairs, variants),
      changes: ordered(evidence.changes, variants),
    },
  };
}
