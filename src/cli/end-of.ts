import { unreachable } from '../base/index.ts';
import { isBroken, type Outcome, type Stop } from '../experiment/index.ts';
import type { Context } from './context.ts';
import { exit, signals, type Signal } from './exit.ts';

/** Says how an experiment ended if it did not come to its own end, and gives the exit code; a rule that the runs followed and broke is one. */
export function endOf(
  { stop, progress, signal }: Outcome & { readonly signal: Signal | undefined },
  { io, commandLine }: Context,
): number {
  if (stop !== null) {
    io.talk.write(`error: ${stopText(stop)}\n`);
    return exit.partial;
  }
  if (signal === undefined) {
    const rules = progress?.comparison.scenarios.flatMap((scenario) => scenario.rules ?? []) ?? [];
    return rules.some(isBroken) ? exit.broken : exit.fine;
  }
  const done =
    progress === undefined
      ? 'nothing was done yet'
      : `${progress.replications} of ${progress.replicationsMax} replications were done`;
  io.talk.write(`Stopped by ${signal}: ${done}. To run all of it: ${commandLine}\n`);
  return signals[signal];
}

/** Why a model could not be run on, as a sentence. */
function stopText(stop: Stop): string {
  const where = `${stop.scenario}, replication ${stop.replication + 1}, hour ${stop.at.toFixed(1)}`;
  switch (stop.reason) {
    case 'overflow': {
      const line = stop.about === '' ? '' : `, the longest line before '${stop.about}'`;
      return `overloaded: ${where}: ${stop.inSystem} consignments are in the system${line}. More arrive than can be cleared.`;
    }
    case 'tooManyVisits':
      return `endless cycle: ${where}: consignment ${stop.consignment} came to '${stop.about}' more than 65,000 times.`;
    case 'endlessInstant':
      return `endless cycle: ${where}: consignment ${stop.consignment} made more than 10,000 steps without any time passing, round through ${listOf(stop.states)}${stop.states.length < 32 ? '' : ' and others'}.`;
    default:
      return unreachable(stop.reason);
  }
}

/** `'a', 'b' and 'c'`. */
function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter((part) => part !== '').join(' and ');
}
