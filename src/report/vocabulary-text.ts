import type { Vocabulary } from '../rules/index.ts';
import type { TextOptions } from './text-options.ts';
import { visible } from './visible.ts';
import { wrapped } from './wrapped.ts';

/** The words that rules about a flow may use, kind by kind. */
export function vocabularyText(vocabulary: Vocabulary, { words, format, width = 100 }: TextOptions): string {
  const { attributes, ...lists } = vocabulary;
  const listed = {
    ...lists,
    attributes: Object.entries(attributes).map(([name, values]) => `${name} (${values.join(', ')})`),
  };
  const kinds = [
    'events',
    'states',
    'conditions',
    'fees',
    'resources',
    'calendars',
    'indicators',
    'attributes',
  ] as const;
  const blocks = kinds
    .map((kind) => [kind, listed[kind]] as const)
    .map(([kind, list]) => [
      format === 'md' ? `### ${words.wordKinds[kind]}\n` : words.wordKinds[kind],
      ...wrapped(list.map(visible).join(', '), width - 2).map((line) => (format === 'md' ? line : `  ${line}`)),
    ]);
  const title = words.vocabulary;
  return `${[[format === 'md' ? `## ${title}` : title], ...blocks].map((block) => block.join('\n')).join('\n\n')}\n`;
}
