import { differences, figures, missing, type Figure, type FigureTexts, type Scale } from '../../report/index.ts';

/** `95.9 [93.2, 99.1]`, under each other by the points; `-` before it is known. */
export function estimateTexts(column: readonly (Figure | undefined)[], scale: Scale): readonly string[] {
  return joined(column, figures(column, scale));
}

/** The same of differences: `+0.3 [0.2, 0.4]`. */
export function differenceTexts(column: readonly (Figure | undefined)[], scale: Scale): readonly string[] {
  return joined(column, differences(column, scale));
}

function joined(column: readonly (Figure | undefined)[], { values, intervals }: FigureTexts): readonly string[] {
  return column.map((figure, at) =>
    figure === undefined ? missing : `${values[at] ?? ''} ${intervals[at] ?? ''}`.trimEnd(),
  );
}
