import type { CheckOptions } from './options.ts';

/** A way of checking, as one asks for it. */
type Way = 'a log' | '--by proof' | '--by chance' | '--by run' | '--mutate';

/** What each option that does not go with all ways goes with. */
const goesWith: readonly (readonly [keyof CheckOptions, readonly Way[]])[] = [
  ['flow', ['a log']],
  ['case', ['a log']],
  ['seed', ['--by chance', '--by run']],
  ['replications', ['--by run']],
  ['workers', ['--by run']],
  ['histories', ['--by chance']],
  ['replay', ['--by chance']],
];

/** What is wrong with the options of `check`: the first that the way of checking does not heed, and the way that does. Undefined: nothing. */
export function optionMisfit(options: CheckOptions, isLog: boolean): string | undefined {
  const { by, mutate, histories, replay } = options;
  const machine = 'a flow or scenario';
  if (isLog && mutate === true) return `--mutate goes with ${machine}, not with a log`;
  if (isLog && by !== undefined) return `--by ${by} goes with ${machine}, not with a log`;
  if (mutate === true && by !== undefined && by !== 'proof')
    return `--mutate goes with --by proof, not with --by ${by}`;
  const way: Way = isLog ? 'a log' : mutate === true ? '--mutate' : `--by ${by ?? 'proof'}`;
  for (const [option, ways] of goesWith)
    if (options[option] !== undefined && !ways.includes(way))
      return `--${option} goes with ${ways.join(' or ')}, not with ${way}`;
  if (replay !== undefined && histories !== undefined)
    return '--histories goes with new histories, not with --replay, which shows one again';
  return undefined;
}
