import type { Flow } from '../flows/index.ts';
import { csvText } from './csv.ts';
import { pageOutput } from './page-output.ts';
import type { TextOptions } from './text-options.ts';

/** What `flows` prints: the procedures that are built in. */
export function flowsText(
  flows: readonly Pick<Flow, 'name' | 'label' | 'explanation' | 'measures'>[],
  options: TextOptions,
): string {
  const { words, format } = options;
  const { language } = words;
  if (format === 'csv')
    return csvText([
      ['flow', 'label', 'explanation'],
      ...flows.map((flow) => [flow.name, flow.label[language], flow.explanation[language]]),
    ]);
  const notes = flows.map((flow) => `${flow.name}: ${flow.explanation[language]}`);
  const table = {
    heading: '',
    columns: [
      { head: words.flow, align: 'left' as const, rank: 0 },
      { head: words.what, align: 'left' as const, rank: 0 },
    ],
    rows: flows.map((flow) => [flow.name, flow.label[language]]),
  };
  return pageOutput({ title: '', tables: [table], notes }, options);
}
