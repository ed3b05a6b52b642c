import { right, type Result } from '../base/index.ts';
import type { Checked } from '../report/index.ts';
import { followRules, type FollowedRules } from '../rules/index.ts';
import { rulesFor } from './check.ts';
import type { Context } from './context.ts';
import type { SimulationOptions } from './options.ts';
import { Reading, type Opened } from './read-sources.ts';

/** Makes runs follow rules where the options ask for it: those of a file, or those that ship for the flow. A number: the exit code, nothing can be run. */
export function followOpened(
  opened: Opened,
  options: Pick<SimulationOptions, 'rules'>,
  context: Context,
): Result<Opened, readonly Checked[]> | number {
  if (options.rules === undefined) return right(opened);
  const file = options.rules === true ? {} : { rules: options.rules };
  const reading = new Reading(context.io);
  const followed: FollowedRules[] = [];
  for (const model of opened.models) {
    const rules = rulesFor(model, file, context, reading);
    if (typeof rules === 'number' || !rules.ok) return rules;
    followed.push(followRules(model, rules.value.rules));
  }
  return right({ ...opened, models: followed.map(({ model }) => model), followed });
}
