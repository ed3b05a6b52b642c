import { present } from '../base/index.ts';
import type { Evidence, EvidentProgress } from './evidence.ts';

/** The same with its scenarios, and what their figures are made of, in the order of these names: all of them, the base wherever it stands. */
export function inOrder(progress: EvidentProgress, names: readonly string[]): EvidentProgress {
  const { comparison } = progress;
  const known = new Map(comparison.scenarios.map((each) => [each.scenario, each]));
  const scenarios = names.flatMap((name) => known.get(name) ?? []);
  return {
    ...progress,
    comparison: { ...comparison, scenarios },
    evidence: evidenceOf(
      scenarios.map(({ scenario }) => scenario),
      () => progress,
    ),
  };
}

/** What the figures of these scenarios are made of, in this order, each from the progress that knows it. */
export function evidenceOf(scenarios: readonly string[], from: (scenario: string) => EvidentProgress): Evidence {
  const variants = scenarios.filter((name) => name !== from(name).comparison.base);
  const ofVariants = <Item>(items: (evidence: Evidence) => readonly Item[]): readonly Item[] =>
    variants.map((name) => {
      const { comparison, evidence } = from(name);
      const others = comparison.scenarios.filter(({ scenario }) => scenario !== comparison.base);
      return present(items(evidence)[placeOf(name, others)], name);
    });
  return {
    runs: scenarios.map((name) => {
      const { comparison, evidence } = from(name);
      return present(evidence.runs[placeOf(name, comparison.scenarios)], name);
    }),
    pairs: ofVariants(({ pairs }) => pairs),
    changes: ofVariants(({ changes }) => changes),
  };
}

function placeOf(name: string, scenarios: readonly { readonly scenario: string }[]): number {
  return scenarios.findIndex(({ scenario }) => scenario === name);
}
