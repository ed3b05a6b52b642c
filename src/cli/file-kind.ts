import type { Mistake } from '../base/index.ts';
import { formatOfHead } from '../logs/index.ts';
import { isMap, readDocument, type Source } from '../notation/index.ts';

/** What a file may be. */
export type FileKind = 'log' | 'rules' | 'scenario';

/** What each is called, and which command wants it. */
const kinds: Readonly<Record<FileKind, { readonly what: string; readonly use: string }>> = {
  log: { what: 'a log of events', use: 'clearsim check LOG --rules FILE asks rules of a log' },
  rules: { what: 'a file of rules', use: 'clearsim check FLOW|SCENARIO|LOG --rules FILE checks rules' },
  scenario: {
    what: 'a scenario',
    use: 'clearsim run SCENARIO simulates a scenario, clearsim check SCENARIO proves its rules',
  },
};

/** Keys that a scenario has, and a file of rules not. */
const scenarioKeys = ['name', 'arrivals', 'run', 'variants'];

/** What a file looks like; undefined if it looks like nothing that is known here. */
export function fileKindOf(source: Source): FileKind | undefined {
  if (formatOfHead(source.text) !== undefined) return 'log';
  const written = readDocument(source, '');
  if (!written.ok || !isMap(written.value.value)) return undefined;
  const keys = Object.keys(written.value.value);
  const [hasRules, isScenario] = [keys.includes('rules'), keys.some((key) => scenarioKeys.includes(key))];
  return hasRules === isScenario ? undefined : hasRules ? 'rules' : 'scenario';
}

/** Mistakes in a file that cannot be used: where it looks like another kind than is wanted, that alone, since all others come of it. */
export function orWrongKind(mistakes: readonly Mistake[], source: Source, wanted: FileKind): readonly Mistake[] {
  const found = fileKindOf(source);
  if (found === undefined || found === wanted) return mistakes;
  return [
    {
      code: 'wrong-kind-of-file',
      path: [],
      place: { file: source.file, line: 1, column: 1 },
      message: `this looks like ${kinds[found].what}`,
      expected: `${kinds[wanted].what} (${kinds[found].use})`,
    },
  ];
}
