import { ruleRows, wordsOf, type RuleRow } from '../../report/index.ts';
import type { Proof } from '../../rules/index.ts';
import type { Material, Want } from '../materials.ts';
import type { Shared } from '../shared.ts';

/** The rules of a scenario with their verdicts. */
export interface RulesState {
  readonly place: 'rules';
  /** Id of the rule with the pointer; none: the first. */
  readonly chosen: string | undefined;
  readonly onlyBroken: boolean;
  /** Only rules that say or are called so. */
  readonly filter: string;
}

/** All rules, the first chosen. */
export function openRules(): RulesState {
  return { place: 'rules', chosen: undefined, onlyBroken: false, filter: '' };
}

/** The proof that the view needs. */
export function proofOf({ chosen }: Pick<Shared, 'chosen'>): Want<'proof'> {
  return { kind: 'proof', scenario: chosen };
}

/** How the proof stands. */
export function provedOf(shared: Shared): Material<Proof> {
  return shared.materials.of(proofOf(shared));
}

/** The rules as the view lists them; none before the proof is there. */
export function rowsOf({ onlyBroken, filter }: RulesState, shared: Shared): readonly RuleRow[] {
  const proof = shared.materials.here(proofOf(shared));
  if (proof === undefined) return [];
  const ran = shared.progress?.comparison.scenarios.find(({ scenario }) => scenario === shared.chosen)?.rules ?? [];
  const wanted = filter.toLowerCase();
  return ruleRows(proof, ran, wordsOf(shared.language)).filter(
    ({ id, says, law, verdict }) =>
      (!onlyBroken || verdict === 'broken' || verdict === 'never') &&
      [id, says, law].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** The row with the pointer. */
export function chosenRow(own: RulesState, rows: readonly RuleRow[]): RuleRow | undefined {
  return rows.find(({ id }) => id === own.chosen) ?? rows[0];
}
