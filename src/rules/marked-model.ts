import { assert } from '../base/index.ts';
import { marked, type Marked } from '../flows/index.ts';
import { prepare, type Model } from '../simulation/index.ts';

/** A model that tells, as milestones, every state that is entered and every transition that is taken; else it does what it did. */
export function markedModel({ scenario }: Model): { readonly model: Model; readonly marks: Marked } {
  const marks = marked(scenario.flow.machine);
  // It is another machine than the one that its content is the key of.
  const { content: _, ...flow } = scenario.flow;
  const prepared = prepare({ ...scenario, flow: { ...flow, machine: marks.machine } });
  assert(prepared.ok, 'a machine that tells more can be prepared as it was');
  return { model: prepared.value, marks };
}
