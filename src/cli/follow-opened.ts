import { followRules } from '../rules/index.ts';
import type { Opened } from './read-sources.ts';

/** Makes the runs of opened files follow the rules that were asked for. */
export function followOpened(opened: Opened): Opened {
  const { asked } = opened;
  if (asked === undefined) return opened;
  const followed = opened.models.map((model) => followRules(model, asked.get(model.scenario.flow.name) ?? []));
  return { ...opened, models: followed.map(({ model }) => model), followed };
}
