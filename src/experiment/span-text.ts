import { present } from '../base/index.ts';
import { clearanceTime, standardIndicators, type Anchor, type Span } from '../customs/index.ts';
import type { Model } from '../simulation/index.ts';

/** The parts of a model that its results are described with. */
export type Described = Pick<Model, 'scenario' | 'names'>;

/**
 * From where to where an indicator goes, in the milestones that the flow has: `arrived`; alternatives `pickupPermitted|released`; all of
 * several `lodged&arrived`.
 */
export function spanText(indicator: string, model: Described): { readonly from: string; readonly to: string } {
  const span = present(spanOf(indicator, model), `the span of ${indicator}`);
  return { from: anchorText(span.from, model), to: anchorText(span.to, model) };
}

function spanOf(indicator: string, { scenario }: Described): Span | undefined {
  if (Object.hasOwn(scenario.indicators, indicator)) return scenario.indicators[indicator];
  return indicator === 'clearanceTime' ? clearanceTime : standardIndicators[indicator];
}

function anchorText(anchor: Anchor, { names }: Described): string {
  const of = (milestones: readonly string[]): readonly string[] =>
    milestones.filter((milestone) => names.milestones.includes(milestone));
  return 'first' in anchor ? of(anchor.first).join('|') : of(anchor.last).join('&');
}
