import { measure, moreText, type Between } from '../measure.ts';
import { seaImportFile, type Bench, type Finding } from '../subjects.ts';

/**
 * What it costs that runs of sea import follow rules: user time of each replication beside that of the same without rules, run right before or
 * after it, so that both meet the same load. The median of sixty pairs, and in brackets its interval. What it takes once to make rules ready is not
 * in it.
 */
export function rules(bench: Bench): Finding {
  const file = seaImportFile(bench, 61);
  const { out } = measure({ name: 'rules', command: [process.execPath, 'bench/rules.ts', file] });
  const figures = JSON.parse(out) as readonly (Between & { readonly rules: string })[];
  return { figures, lines: figures.map((figure) => `${figure.rules.padEnd(18)} ${moreText(figure)}`) };
}
