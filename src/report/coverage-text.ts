import type { Coverage } from '../rules/index.ts';
import { count } from './numbers.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** How much of a machine rules name, and runs come to: a line for each; verbose: what is missing too. */
export function coverageNotes(
  coverage: { readonly byRules: Coverage; readonly byRuns?: Coverage },
  { words, verbose = false }: Pick<TextOptions, 'words' | 'verbose'>,
): readonly string[] {
  const { byRules, byRuns } = coverage;
  return [
    ...notesOn(byRules, words.coverage.byRules, words, verbose),
    ...(byRuns === undefined ? [] : notesOn(byRuns, words.coverage.byRuns, words, verbose)),
  ];
}

function notesOn(
  { states, transitions }: Coverage,
  { covered, missing }: Words['coverage']['byRules'],
  words: Words,
  isVerbose: boolean,
): readonly string[] {
  const all = [
    ...(states.missing.length === 0 ? [] : [states.missing.map(visible).join(words.punctuation.list)]),
    ...transitions.missing.map(visible),
  ];
  const line = covered({
    states: count(states.of - states.missing.length),
    ofStates: count(states.of),
    transitions: count(transitions.of - transitions.missing.length),
    ofTransitions: count(transitions.of),
  });
  return [
    all.length === 0 || isVerbose ? `${line}${words.stop}` : `${line}${words.coverage.listed}${words.stop}`,
    ...(isVerbose ? all.map(missing) : []),
  ];
}
