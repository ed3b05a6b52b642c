import type { Evidence, Progress } from '../experiment/index.ts';
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
    evidence: evidenceOf(scenarios, () => progress),
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
    evidence: evidenceOf(scenarios, ({ scenario }) => (old.has(scenario) ? before : progress)),
  };
}

type Named = { readonly scenario: string };

/** The evidence of these scenarios, the base first, each from the progress that knows it. */
function evidenceOf(scenarios: readonly Named[], from: (scenario: Named) => Progress): Evidence {
  const known = scenarios.map((each) => {
    const { comparison, evidence } = from(each);
    return { evidence, at: comparison.scenarios.findIndex(({ scenario }) => scenario === each.scenario) };
  });
  const variants = known.slice(1);
  return {
    runs: known.map(({ evidence, at }) => evidence.runs[at] ?? []),
    pairs: variants.map(({ evidence, at }) => evidence.pairs[at - 1] ?? []),
    changes: variants.map(({ evidence, at }) => evidence.changes[at - 1] ?? null),
  };
}
