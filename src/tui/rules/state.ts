import { ruleRows, wordsOf, type RuleRow } from '../../report/index.ts';
import type { Proof } from '../../rules/index.ts';
import type { Material, Want } from '../materials.ts';
import type { Shared } from '../shared.ts';

/** The rules of a scenario with their verdicts. */
export interface RulesState {
  readonly place: 'rules';
  /** Id of the rule with the pointer; none: the first. */
  readonly chosen: string | undefined;
  readonly shown: Selection;
  readonly sort: Sort;
  readonly isDescending: boolean;
  /** Only rules that say or are called so. */
  readonly filter: string;
}

/** Which rules are listed, in the order in which the key goes through them: `never` are those that say nothing of this flow. */
export const selections = ['all', 'broken', 'never'] as const;
/** One of them. */
export type Selection = (typeof selections)[number];

/** What they are sorted by, in the order in which the key goes through them; `book` is the order in which they are written. */
export const sorts = ['book', 'id', 'verdict', 'severity'] as const;
/** One of them. */
export type Sort = (typeof sorts)[number];

/** All rules, the first chosen. */
export function openRules(): RulesState {
  return { place: 'rules', chosen: undefined, shown: 'all', sort: 'book', isDescending: false, filter: '' };
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
export function rowsOf({ shown, sort, isDescending, filter }: RulesState, shared: Shared): readonly RuleRow[] {
  const proof = shared.materials.here(proofOf(shared));
  if (proof === undefined) return [];
  const ran = shared.progress?.comparison.scenarios.find(({ scenario }) => scenario === shared.chosen)?.rules ?? [];
  const wanted = filter.toLowerCase();
  const rows = ruleRows(proof, ran, wordsOf(shared.language)).filter(
    (row) => isShown(row, shown) && [row.id, row.says, row.law].some((text) => text.toLowerCase().includes(wanted)),
  );
  const sorted = sort === 'book' ? rows : rows.toSorted(orders[sort]);
  return isDescending ? sorted.toReversed() : sorted;
}

function isShown({ isAlarm, verdict }: RuleRow, shown: Selection): boolean {
  if (shown === 'all') return true;
  if (shown === 'broken') return isAlarm;
  return !isAlarm && (verdict === 'never' || verdict === 'broken');
}

/** What is worst comes first. */
const verdicts: readonly RuleRow['verdict'][] = ['broken', 'open', 'never', 'runs', 'holds'];

const orders: Readonly<Record<Exclude<Sort, 'book'>, (one: RuleRow, other: RuleRow) => number>> = {
  // R3 before R11.
  id: (one, other) => one.id.localeCompare(other.id, 'en', { numeric: true }),
  verdict: (one, other) =>
    Number(other.isAlarm) - Number(one.isAlarm) || verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict),
  severity: (one, other) => Number(one.rule.severity === 'warning') - Number(other.rule.severity === 'warning'),
};

/** How many rules are listed where nothing is filtered. */
export function countShown(shown: Selection, shared: Shared): number {
  return rowsOf({ ...openRules(), shown }, shared).length;
}

/** The row with the pointer. */
export function chosenRow(own: RulesState, rows: readonly RuleRow[]): RuleRow | undefined {
  return rows.find(({ id }) => id === own.chosen) ?? rows[0];
}
