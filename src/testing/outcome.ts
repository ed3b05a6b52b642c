import { present } from '../base/index.ts';
import { checkByChance } from '../chance/index.ts';
import { checkNames, proveModel, type Rule } from '../rules/index.ts';
import { modelOf, told } from './flows.ts';
import type { CheckOptions, Flow, Outcome, Step } from './public-types.ts';

const historiesDefault = 10_000;

/**
 * What is found about a rule on a flow: proved, or asked of random histories where the proof leaves it open. Throws an error if the rule
 * names what the flow does not have.
 */
export function outcomeOf(flow: Flow, rule: Rule, options: CheckOptions): Outcome {
  const model = modelOf(flow);
  const unknown = checkNames([rule], model);
  if (unknown.length > 0) throw new Error(`rule ${rule.id}: ${told(unknown)}`);
  const proved = present(proveModel(model, [rule]).verdicts[0], 'a verdict');
  if (proved.verdict !== 'open') return outcome(rule, proved.verdict, proved.story ?? []);
  const { seed = model.scenario.run.seed, histories = historiesDefault } = options;
  const found = present(checkByChance(model, [rule], { seed, histories }).findings[0], 'a finding');
  return outcome(rule, found.verdict === 'broken' ? 'broken' : 'open', found.counterexample?.story ?? []);
}

/** Whether a rule holds, or is open and was broken by nothing; one that says nothing, or is for runs to tell, is not satisfied. */
export function isSatisfied({ verdict }: Outcome): boolean {
  return verdict === 'holds' || verdict === 'open';
}

const words: Readonly<Record<Outcome['verdict'], string>> = {
  holds: 'holds',
  broken: 'is broken',
  never: 'says nothing: no history triggers it',
  open: 'is not proved: it hangs on how long things last; no random history broke it',
  runs: 'speaks of amounts, shares or lines, which only runs tell',
};

function outcome({ id, says }: Rule, verdict: Outcome['verdict'], steps: readonly Step[]): Outcome {
  const story = verdict === 'broken' ? steps : [];
  const lines = story.map(({ cause, events }, index) => `${index + 1}. ${[cause || '(begins)', ...events].join(' ')}`);
  return { verdict, story, message: [`${id} ${words[verdict]}: ${says.en}`, ...lines].join('\n') };
}
