import { unreachable, type Label } from '../base/index.ts';
import { isBroken, type Outcome, type Stop } from '../experiment/index.ts';
import { allOf } from '../notation/index.ts';
import type { Context } from './context.ts';
import { exit, signals, type Signal } from './exit.ts';
import { complain, say } from './say.ts';

/** Says how an experiment ended if it did not come to its own end, and gives the exit code; a rule that the runs followed and broke is one. */
export function endOf(
  { stop, progress, signal }: Outcome & { readonly signal: Signal | undefined },
  context: Context,
): number {
  if (stop !== null) {
    complain(stopText(stop), context);
    return exit.partial;
  }
  if (signal === undefined) {
    const rules = progress?.comparison.scenarios.flatMap((scenario) => scenario.rules ?? []) ?? [];
    return rules.some(isBroken) ? exit.broken : exit.fine;
  }
  const done: Label =
    progress === undefined
      ? { en: 'nothing was done yet', zh: '尚无结果' }
      : {
          en: `${progress.replications} of ${progress.replicationsMax} replications were done`,
          zh: `已完成 ${progress.replications}/${progress.replicationsMax} 次重复`,
        };
  say(
    {
      en: `Stopped by ${signal}: ${done.en}. To run all of it: ${context.commandLine}`,
      zh: `被 ${signal} 中止：${done.zh}。完整运行：${context.commandLine}`,
    },
    context,
  );
  return signals[signal];
}

/** Why a model could not be run on, as a sentence. */
function stopText(stop: Stop): Label {
  const where: Label = {
    en: `${stop.scenario}, replication ${stop.replication + 1}, hour ${stop.at.toFixed(1)}`,
    zh: `${stop.scenario}，第 ${stop.replication + 1} 次重复，第 ${stop.at.toFixed(1)} 小时`,
  };
  switch (stop.reason) {
    case 'overflow': {
      const line: Label =
        stop.about === ''
          ? { en: '', zh: '' }
          : { en: `, the longest line before '${stop.about}'`, zh: `，“${stop.about}”前排队最长` };
      return {
        en: `overloaded: ${where.en}: ${stop.inSystem} consignments are in the system${line.en}. More arrive than can be cleared.`,
        zh: `过载：${where.zh}：系统中有 ${stop.inSystem} 票货物${line.zh}。到货多于可办结的货物。`,
      };
    }
    case 'tooManyVisits':
      return {
        en: `endless cycle: ${where.en}: consignment ${stop.consignment} came to '${stop.about}' more than 65,000 times.`,
        zh: `无尽循环：${where.zh}：货物 ${stop.consignment} 到“${stop.about}”超过 65,000 次。`,
      };
    case 'endlessInstant':
      return {
        en: `endless cycle: ${where.en}: consignment ${stop.consignment} made more than 10,000 steps without any time passing, round through ${allOf(stop.states.map((state) => `'${state}'`)).en}${stop.states.length < 32 ? '' : ' and others'}.`,
        zh: `无尽循环：${where.zh}：货物 ${stop.consignment} 在同一时刻走了超过 10,000 步，往复于 ${stop.states.map((state) => `“${state}”`).join('')}${stop.states.length < 32 ? '' : '等'}。`,
      };
    default:
      return unreachable(stop.reason);
  }
}
