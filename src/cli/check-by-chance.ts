import { checkByChance as drawHistories, replay } from '../chance/index.ts';
import { chanceText, replayText, toJson } from '../report/index.ts';
import { fails, type Rule } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { overridesOf, type CheckOptions } from './options.ts';
import { complain } from './say.ts';
import { shellLine } from './shell.ts';
import { textOptions } from './text-options.ts';

/** Histories that are drawn unless another number is asked for: a second's work. */
const historiesDefault = 10_000;

/** Checks rules on random histories, or shows one of them again. */
export function checkByChance(
  of: { readonly target: string; readonly model: Model; readonly rules: readonly Rule[] },
  options: CheckOptions,
  context: Context,
): number {
  const { target, model, rules } = of;
  const seed = overridesOf(options, context).seed ?? model.scenario.run.seed;
  const texts = textOptions(options, context);
  if (options.replay !== undefined) {
    const replayed = replay(model, rules, { seed, path: options.replay });
    if (replayed === undefined)
      return complain(
        {
          en: `no history lies at the path '${options.replay}' of the seed '${seed}'`,
          zh: `种子“${seed}”没有路径为“${options.replay}”的经过`,
        },
        context,
      );
    deliver(options.json === true ? toJson(replayed) : replayText(replayed, texts), options, context);
    return replayed.broken.some((rule) => fails({ rule, verdict: 'broken' })) ? exit.broken : exit.fine;
  }
  const found = drawHistories(model, rules, { seed, histories: options.histories ?? historiesDefault });
  const again = (path: string): string =>
    shellLine([
      'clearsim',
      'check',
      target,
      ...(options.rules === undefined ? [] : ['--rules', options.rules]),
      '--by',
      'chance',
      '--seed',
      seed,
      '--replay',
      path,
    ]);
  deliver(options.json === true ? toJson(found) : chanceText(found, again, texts), options, context);
  return found.findings.some(fails) ? exit.broken : exit.fine;
}
