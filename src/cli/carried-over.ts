import type { Progress } from '../experiment/index.ts';
import type { DeskTells } from '../tui/index.ts';

/** What is known of scenarios that have the same keys before and after. */
export function stillTrue(progress: Progress, before: DeskTells['keys'], after: DeskTells['keys']): Progress {
  const isTrue = ({ scenario }: { readonly scenario: string }): boolean => before[scenario] === after[scenario];
  const { comparison } = progress;
  return {
    ...progress,
    comparison: {
      ...comparison,
      scenarios: comparison.scenarios.filter(isTrue),
      // A difference is true of its base too.
      differences: isTrue({ scenario: comparison.base }) ? comparison.differences.filter(isTrue) : [],
    },
  };
}

/** What is known of each scenario: by the present experiment, or by the one before while that knew more of it. */
export function blended(progress: Progress, before: Progress | undefined): Progress {
  if (before === undefined || before.replications <= progress.replications) return progress;
  const { comparison } = progress;
  if (before.comparison.base !== comparison.base) return progress;
  const old = new Map(before.comparison.scenarios.map((each) => [each.scenario, each]));
  return {
    ...progress,
    comparison: {
      ...comparison,
      scenarios: comparison.scenarios.map((each) => old.get(each.scenario) ?? each),
      differences: [
        ...before.comparison.differences.filter(({ scenario }) =>
          comparison.scenarios.some((each) => each.scenario === scenario),
        ),
        ...comparison.differences.filter(({ scenario }) => !old.has(scenario)),
      ],
    },
  };
}
