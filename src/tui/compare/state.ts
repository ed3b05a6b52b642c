import { unreachable } from '../../base/index.ts';
import { compareView, nothingYet, withNames, wordsOf, type CompareRow, type CompareView } from '../../report/index.ts';
import { titlesOf } from '../scenario-name.ts';
import type { Shared } from '../shared.ts';

/** The comparison: a table of the scenarios, and pictures. */
export interface CompareState {
  readonly place: 'compare';
  /** Names in the order of the rows: frozen while figures sharpen. */
  readonly order: readonly string[];
  readonly sort: Sort;
  readonly isDescending: boolean;
  /** The picture in the first pane. */
  readonly picture: Picture;
  /** Only scenarios whose names have it. */
  readonly filter: string;
}

/** What the rows are sorted by, in the order in which the key goes through them. */
export const sorts = ['file', 'mean', 'difference', 'name'] as const;
/** One of them. */
export type Sort = (typeof sorts)[number];

/** Pictures of the comparison, in the order in which the key goes through them. */
export const pictures = ['stages', 'changes', 'quantiles', 'groups'] as const;
/** One of them. */
export type Picture = (typeof pictures)[number];

/** The comparison as the file says it. */
export function openCompare({ names }: Pick<Shared, 'names'>): CompareState {
  return { place: 'compare', order: names, sort: 'file', isDescending: false, picture: 'stages', filter: '' };
}

/** The view of what is shown. */
export function viewOf(shared: Shared): CompareView {
  const { progress, base, language, indicator, changes } = shared;
  const all = titlesOf(shared);
  return compareView(progress === undefined ? nothingYet(all, base) : withNames(progress.comparison, all), {
    words: wordsOf(language),
    indicator: indicator ?? progress?.of,
    changes,
  });
}

/** The rows of a view in the order of the table, without those that the filter leaves out. */
export function rowsInOrder(view: CompareView, { order, filter }: CompareState): readonly CompareRow[] {
  const rows = order.flatMap((name) => view.rows.find((row) => row.scenario === name) ?? []);
  return rows.filter((row) => row.name.toLowerCase().includes(filter.toLowerCase()));
}

/** Pictures that have something to show. */
export function picturesOf(view: CompareView): readonly Picture[] {
  return pictures.filter((picture) => {
    if (picture === 'stages') return view.stages.length > 0 || view.indicators.length === 0;
    return picture !== 'groups' || view.rows.some((row) => row.groups.length > 0);
  });
}

/** How many pictures the window has room for at once. */
export function panesOf({ columns, rows }: Pick<Shared, 'columns' | 'rows'>): 1 | 2 | 4 {
  if (columns >= 160 && rows >= 40) return 4;
  return columns >= 120 && rows >= 24 ? 2 : 1;
}

/** Names sorted as the state says; what has no figure comes last, equals stay in the order of the file. */
export function orderOf(
  { sort, isDescending }: Pick<CompareState, 'sort' | 'isDescending'>,
  shared: Shared,
): readonly string[] {
  const { rows } = viewOf(shared);
  const value = (row: CompareRow): number | string => {
    switch (sort) {
      case 'file':
        return rows.indexOf(row);
      case 'name':
        return row.name;
      case 'mean':
        return row.mean?.value ?? Infinity;
      case 'difference':
        return row.difference?.value ?? (row.isBase ? 0 : Infinity);
      default:
        return unreachable(sort);
    }
  };
  const sorted = rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  return (isDescending ? sorted.toReversed() : sorted).map((row) => row.scenario);
}
