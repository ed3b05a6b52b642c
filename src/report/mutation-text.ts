import type { MutantFate, Mutation, Proposal } from '../rules/index.ts';
import { csvText } from './csv.ts';
import { count, share } from './numbers.ts';
import { pageOutput } from './page-output.ts';
import type { Table } from './table.ts';
import type { TextOptions } from './text-options.ts';
import type { Words } from './words-en.ts';

/** What `check --mutate` prints: how many mutants of each kind the rules notice, those that they do not, and rules that would. */
export function mutationText(mutation: Mutation, options: TextOptions): string {
  const { words, format } = options;
  const { mutants } = mutation;
  if (format === 'csv')
    return csvText([
      ['mutant', 'kind', 'fate', 'rules'],
      ...mutants.map(({ name, kind, fate, by }) => [name, kind, fate, by.join(' ')]),
    ]);
  const survivors = mutants.filter(({ fate }) => fate === 'survived');
  return pageOutput(
    {
      title: words.mutationTitle(mutation.flow),
      tables: [
        kindsTable(mutants, words),
        ...(survivors.length === 0
          ? []
          : [
              {
                heading: '',
                columns: [{ head: words.survivors, align: 'left' as const, rank: 0 }],
                rows: survivors.map(({ name }) => [name]),
              },
            ]),
        ...(mutation.proposals.length === 0 ? [] : [proposalsTable(mutation.proposals, words)]),
      ],
      notes: [
        words.mutationNote({
          killed: count(mutants.filter(({ fate }) => fate === 'killed').length),
          survived: count(survivors.length),
          score: share(mutation.score),
        }),
        words.coverageNote({
          transitions: count(mutation.uncovered.of - mutation.uncovered.transitions.length),
          ofTransitions: count(mutation.uncovered.of),
          states: count(mutation.unseen.of - mutation.unseen.states.length),
          ofStates: count(mutation.unseen.of),
        }),
        ...mutation.uncovered.transitions.map(words.uncoveredTransition),
        ...mutation.unseen.states.map(words.unseenState),
        ...mutation.vacuous.map(({ rule, is }) => (is === 'guarded' ? words.guardedRule(rule) : words.deadRule(rule))),
      ],
    },
    options,
  );
}

const fates = ['refused', 'equivalent', 'killed', 'survived'] as const;

function kindsTable(mutants: readonly MutantFate[], words: Words): Table {
  const row = (head: string, of: readonly MutantFate[]): readonly string[] => [
    head,
    count(of.length),
    ...fates.map((wanted) => count(of.filter(({ fate }) => fate === wanted).length)),
  ];
  const kinds = [...new Set(mutants.map(({ kind }) => kind))];
  return {
    heading: '',
    columns: [
      { head: words.mutantKind, align: 'left', rank: 0 },
      { head: words.mutantCount, align: 'right', rank: 0 },
      ...fates.map((fate) => ({ head: words.mutantFates[fate], align: 'right' as const, rank: 0 })),
    ],
    rows: [
      ...kinds.map((wanted) =>
        row(
          words.mutantKinds[wanted],
          mutants.filter(({ kind }) => kind === wanted),
        ),
      ),
      row(words.allMutants, mutants),
    ],
  };
}

function proposalsTable(proposals: readonly Proposal[], words: Words): Table {
  return {
    heading: words.proposals,
    columns: [
      { head: words.proposal, align: 'left', rank: 0 },
      { head: words.proposalKills, align: 'right', rank: 0 },
    ],
    rows: proposals.map((proposal) => [ruleLine(proposal), count(proposal.kills)]),
  };
}

/** As it stands in a file of rules: `{possible: 'enter:duty.due', when: {taxable: true}}`. */
function ruleLine({ possible, when }: Proposal): string {
  const asked = when === undefined ? '' : `, when: {${when.name}: ${when.is}}`;
  return `{possible: ${possible.includes(':') ? `'${possible}'` : possible}${asked}}`;
}
