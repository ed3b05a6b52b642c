import { verbatim, type Label } from '../base/index.ts';
import type { CheckOptions } from './options.ts';

const aLog: Label = { en: 'a log', zh: '日志' };
const byProof = verbatim('--by proof');
const byChance = verbatim('--by chance');
const byRun = verbatim('--by run');
const mutation = verbatim('--mutate');

/** What each option that does not go with all ways of checking goes with. */
const goesWith: readonly (readonly [keyof CheckOptions, readonly Label[]])[] = [
  ['flow', [aLog]],
  ['case', [aLog]],
  ['seed', [byChance, byRun]],
  ['replications', [byRun]],
  ['workers', [byRun]],
  ['histories', [byChance]],
  ['replay', [byChance]],
];

/** What is wrong with the options of `check`: the first that the way of checking does not heed, and the way that does. Undefined: nothing. */
export function optionMisfit(options: CheckOptions, isLog: boolean): Label | undefined {
  const { by, mutate, histories, replay } = options;
  const machine: Label = { en: 'a flow or scenario', zh: '流程或方案' };
  if (isLog && mutate === true) return misfit('mutate', [machine], aLog);
  if (isLog && by !== undefined) return misfit(`by ${by}`, [machine], aLog);
  if (mutate === true && by !== undefined && by !== 'proof') return misfit('mutate', [byProof], verbatim(`--by ${by}`));
  const way = isLog
    ? aLog
    : mutate === true
      ? mutation
      : { proof: byProof, chance: byChance, run: byRun }[by ?? 'proof'];
  for (const [option, ways] of goesWith)
    if (options[option] !== undefined && !ways.includes(way)) return misfit(option, ways, way);
  if (replay !== undefined && histories !== undefined)
    return {
      en: '--histories goes with new histories, not with --replay, which shows one again',
      zh: '--histories 用于新的经过，不能与重现一条经过的 --replay 并用',
    };
  return undefined;
}

function misfit(option: string, ways: readonly Label[], way: Label): Label {
  return {
    en: `--${option} goes with ${ways.map(({ en }) => en).join(' or ')}, not with ${way.en}`,
    zh: `“--${option}”用于${ways.map(({ zh }) => `“${zh}”`).join('或')}，不能用于“${way.zh}”`,
  };
}
