import { evidenceOf, type Progress } from '../experiment/index.ts';
import type { DeskTells } from '../tui/index.ts';

/** What is known of scenarios that have the same keys before and after; nothing where the base has not: all differences are from it. */
export function stillTrue(
  progress: Progress,
  before: DeskTells['keys'],
  after: DeskTells['keys'],
): Progress | undefined {
  const { comparison } = progress;
  const isTrue = ({ scenario }: { readonly scenario: string }): boolean =>
    after[scenario] !== undefined && before[scenario] === after[scenario];
  if (!isTrue({ scenario: comparison.base })) return undefined;
  const scenarios = comparison.scenarios.filter(isTrue);
  return {
    ...progress,
    comparison: { ...comparison, scenarios, differences: comparison.differences.filter(isTrue) },
    evidence: evidenceOf(
      scenarios.map(({ scenario }) => scenario),
      () => progress,
    ),
  };
}

/** What is known of each scenario: by the present experiment, or by the one before while that knew more of it. */
export function blended(progress: Progress, before: Progress | undefined): Progress {
  if (before === undefined || before.replications <= progress.replications) return progress;
  const { comparison } = progress;
  if (before.comparison.base !== comparison.base) return progress;
  const old = new Map(before.comparison.scenarios.map((each) => [each.scenario, each]));
  const scenarios = comparison.scenarios.map((each) => old.get(each.scenario) ?? each);
  return {
    ...progress,
    replications: before.replications,
    precision: before.precision,
    comparison: {
      ...comparison,
      scenarios,
      differences: [
        ...before.comparison.differences.filter(({ scenario }) =>
          comparison.scenarios.some((each) => each.scenario === scenario),
        ),
        ...comparison.differences.filter(({ scenario }) => !old.has(scenario)),
      ],
    },
    evidence: evidenceOf(
      scenarios.map(({ scenario }) => scenario),
      (scenario) => (old.has(scenario) ? before : progress),
    ),
  };
}
