import { visible, type CompareRow, type Words } from '../../report/index.ts';
import type { Change } from '../../scenario/index.ts';
import type { Around } from '../place.ts';
import { margin } from './draw-table.ts';
import { fitLine, lineOf, type Line, type Room } from './line.ts';

/**
 * What a scenario changes: grouped by the part of the file, the old value with `-`, the new one with `+`; where that does
 * not fit, one line for each change, and at last how many more there are.
 */
export function drawChanges(
  changes: readonly Change[] | undefined,
  { width, height, words }: Room & { readonly words: Words },
): readonly Line[] {
  return fitting(changes, height, words)
    .slice(0, height)
    .map((line) => fitLine(line, width));
}

/** What a scenario changes against the base (its letter), under a title; the base changes nothing. */
export function drawChangesOf(row: CompareRow | undefined, base: string, around: Around): readonly Line[] {
  if (row === undefined || row.isBase) return drawChanges([], around);
  const { letter, name, changes } = row;
  return [
    lineOf(' '.repeat(margin) + around.words.changes({ letter, name, base }), 'dim'),
    ...drawChanges(changes, { ...around, height: around.height - 1 }),
  ];
}

function fitting(changes: readonly Change[] | undefined, height: number, words: Words): readonly Line[] {
  if (changes === undefined) return [lineOf(`   ${words.changesUnknown}`)];
  if (changes.length === 0) return [lineOf(`   ${words.changesNothing}`)];
  const full = changedLines(changes);
  if (full.length <= height) return full;
  const short = changes.map(({ path, before, after }) =>
    lineOf(`   ${visible(path)}: ${visible(before)} -> ${visible(after)}`),
  );
  if (short.length <= height) return short;
  return [...short.slice(0, height - 1), lineOf(`   ${words.more(short.length - height + 1)}`, 'dim')];
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
