import { type Mistake, type Label, verbatim } from '../base/index.ts';
import { formatOfHead } from '../logs/index.ts';
import { isMap, readDocument, type Source } from '../notation/index.ts';

/** What a file may be. */
export type FileKind = 'log' | 'rules' | 'scenario';

/** What each is called, and which command wants it. */
const kinds: Readonly<Record<FileKind, { readonly what: Label; readonly use: Label }>> = {
  log: {
    what: { en: 'a log of events', zh: '事件日志' },
    use: {
      en: 'clearsim check LOG --rules FILE asks rules of a log',
      zh: 'clearsim check LOG --rules FILE 用规则检验日志',
    },
  },
  rules: {
    what: { en: 'a file of rules', zh: '规则文件' },
    use: {
      en: 'clearsim check FLOW|SCENARIO|LOG --rules FILE checks rules',
      zh: 'clearsim check FLOW|SCENARIO|LOG --rules FILE 检验规则',
    },
  },
  scenario: {
    what: { en: 'a scenario', zh: '方案' },
    use: {
      en: 'clearsim run SCENARIO simulates a scenario, clearsim check SCENARIO proves its rules',
      zh: 'clearsim run SCENARIO 模拟方案，clearsim check SCENARIO 证明其规则',
    },
  },
};

/** Whether a name is that of a scenario file, not of a flow. */
export function isScenarioFile(name: string): boolean {
  return /\.(?:ya?ml|json)$/iu.test(name);
}

/** Keys that a scenario has, and a file of rules not. */
const scenarioKeys = ['name', 'arrivals', 'run', 'variants'];

/** What a file looks like; undefined if it looks like nothing that is known here. */
export function fileKindOf(source: Source): FileKind | undefined {
  if (formatOfHead(source.text) !== undefined) return 'log';
  const written = readDocument(source, verbatim(''));
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
      message: { en: `this looks like ${kinds[found].what.en}`, zh: `这像是${kinds[found].what.zh}` },
      expected: {
        en: `${kinds[wanted].what.en} (${kinds[found].use.en})`,
        zh: `${kinds[wanted].what.zh}（${kinds[found].use.zh}）`,
      },
    },
  ];
}
