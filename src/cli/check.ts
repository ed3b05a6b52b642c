import { builtInFlows } from '../flows/index.ts';
import { proofText, toJson } from '../report/index.ts';
import { proveFlow, ruleBooks } from '../rules/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { noSuchName } from './no-such-name.ts';
import type { CommonOptions } from './options.ts';
import { textOptions } from './text-options.ts';

/** Proves the rule book of a flow. */
export function check(name: string, options: CommonOptions, context: Context): number {
  const flow = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  const rules = Object.hasOwn(ruleBooks, name) ? ruleBooks[name] : undefined;
  if (flow === undefined || rules === undefined)
    return noSuchName('flow with a rule book', name, Object.keys(ruleBooks), context);
  const proof = proveFlow(flow, rules);
  deliver(options.json === true ? toJson(proof) : proofText(proof, textOptions(options, context)), options, context);
  return proof.verdicts.some(({ verdict }) => verdict === 'broken') ? exit.broken : exit.fine;
}
