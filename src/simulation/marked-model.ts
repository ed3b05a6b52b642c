import { assert } from '../base/index.ts';
import { readyShelf } from '../compile/index.ts';
import { builtInFlows, marked } from '../flows/index.ts';
import type { Model } from './model.ts';
import { prepare } from './prepare.ts';

/** A model whose machine tells more, and what each milestone that was added stands for (see `marked` of flows). */
export interface MarkedModel extends Pick<ReturnType<typeof marked>, 'states' | 'transitions'> {
  readonly model: Model;
}

/** The model with a milestone for every state that is entered and every transition that is taken; else it does what it did. */
export function markedModel({ scenario }: Model): MarkedModel {
  const { machine, states, transitions } = marked(scenario.flow.machine);
  const { content: _, ...flow } = scenario.flow;
  const isBuiltIn = builtInFlows[flow.name]?.machine === scenario.flow.machine;
  const content = isBuiltIn ? { content: `marked ${flow.name}` } : {};
  const prepared = prepare({ ...scenario, flow: { ...flow, ...content, machine } }, readyShelf);
  assert(prepared.ok, 'a machine that tells more can be prepared as it was');
  return { model: prepared.value, states, transitions };
}
