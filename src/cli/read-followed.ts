import { right, wrong, type Result } from '../base/index.ts';
import type { Overrides } from '../experiment/index.ts';
import type { Checked } from '../report/index.ts';
import type { Rule } from '../rules/index.ts';
import type { Io } from './io.ts';
import type { SimulationOptions } from './options.ts';
import { ruleFileMistakes } from './read-rule-file.ts';
import { Reading, readSources, type Opened } from './read-sources.ts';
import { rulesFor } from './rules-for.ts';

/** Reads scenario files, and the rules that are asked for beside them: those of a file, or those that ship for the flow. */
export function readFollowed(
  files: readonly string[],
  { overrides, rules }: { readonly overrides: Overrides; readonly rules: SimulationOptions['rules'] },
  io: Io,
): Result<Opened, readonly Checked[]> {
  const reading = new Reading(io);
  const opened = readSources(files, overrides, io, reading);
  if (!opened.ok) return wrong([...opened.wrong, ...ruleFileMistakes(rules, reading)]);
  if (rules === undefined) return opened;
  const asked = new Map<string, readonly Rule[]>();
  for (const model of opened.value.models) {
    const found = rulesFor(model, rules === true ? undefined : rules, reading);
    if (!found.ok) return found;
    asked.set(model.scenario.flow.name, found.value.rules);
  }
  return right({ ...opened.value, asked });
}
