import { assert } from '../base/index.ts';
import { plainMilestone, type Anchor } from '../customs/index.ts';
import type { engineModel } from '../engine/index.ts';

/** Milestone columns of the engine by name: the two it always has, then those of the flow, a qualified one after its plain one. */
export class Milestones {
  readonly names: readonly string[];

  constructor(ofFlow: readonly string[]) {
    this.names = ['created', 'ended', ...new Set(ofFlow.flatMap((name) => [plainMilestone(name), name]))];
  }

  /** Columns that reaching `milestone` reaches: `pickupPermitted.conditional` is also `pickupPermitted`. */
  reachedBy(milestone: string): number[] {
    return [...new Set([plainMilestone(milestone), milestone])].map((name) => this.column(name));
  }

  /** Column of a milestone that the flow has. */
  column(milestone: string): number {
    const column = this.names.indexOf(milestone);
    assert(column >= 0, `the flow has the milestone ${milestone}`);
    return column;
  }

  /** The anchor in columns, or none if the flow lacks what it needs: all of `last`, any of `first`. */
  anchor(anchor: Anchor): engineModel.Anchor | undefined {
    const named = 'first' in anchor ? anchor.first : anchor.last;
    const known = named.filter((name) => this.names.includes(name));
    if (known.length === 0 || ('last' in anchor && known.length < named.length)) return undefined;
    return { of: 'first' in anchor ? 'first' : 'last', columns: known.map((name) => this.column(name)) };
  }
}
