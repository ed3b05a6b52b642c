import { visible, type Words } from '../report/index.ts';
import type { Change } from '../scenario/index.ts';
import { fitLine, lineOf, type Line, type Room } from './line.ts';

/** What a scenario changes: grouped by the part of the file, the old value with `-`, the new one with `+`. */
export function drawChanges(
  changes: readonly Change[] | undefined,
  { width, height, words }: Room & { readonly words: Words },
): readonly Line[] {
  const lines =
    changes === undefined
      ? [lineOf(`   ${words.changesUnknown}`)]
      : changes.length === 0
        ? [lineOf(`   ${words.changesNothing}`)]
        : changedLines(changes);
  return lines.slice(0, height).map((line) => fitLine(line, width));
}

function changedLines(changes: readonly Change[]): readonly Line[] {
  return changes.flatMap(({ path, before, after }, at) => {
    const group = groupOf(path);
    const isNew = group !== '' && group !== groupOf(changes[at - 1]?.path ?? '');
    const name = visible(path.slice(group === '' ? 0 : group.length + 1));
    return [
      ...(isNew ? [lineOf(`   ${visible(group)}`, 'dim')] : []),
      lineOf(`   -  ${name}: ${visible(before)}`, 'dim'),
      lineOf(`   +  ${name}: ${visible(after)}`, 'strong'),
    ];
  });
}

function groupOf(path: string): string {
  return path.split('.').slice(0, -1).join('.');
}
