import { figures, fixed, missing, type Figure, type Scale } from '../../report/index.ts';

/** `95.9 [93.2, 99.1]`, under each other by the points; `-` before it is known. */
export function estimateTexts(column: readonly (Figure | undefined)[], scale: Scale): readonly string[] {
  const { values, intervals } = figures(column, scale, fixed);
  return column.map((figure, at) =>
    figure === undefined ? missing : `${values[at] ?? ''} ${intervals[at] ?? ''}`.trimEnd(),
  );
}
