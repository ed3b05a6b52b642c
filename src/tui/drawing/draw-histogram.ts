import type { Glyphs } from './glyphs.ts';
import { fitLines, lineOf, lineOfCells, type Line, type Piece, type Role, type Room } from './line.ts';
import { Dots, dotsAcross, dotsDown } from './dots.ts';

/** Bins side by side, each as high as its share. */
export interface HistogramData {
  readonly bins: readonly Bin[];
}

/** One bin. */
export interface Bin {
  /** 0..1. */
  readonly share: number;
  readonly role: Role;
  /** What stands under its middle; empty: nothing. */
  readonly label: string;
}

/**
 * Columns of dots, the highest bin as high as there is room; a bin above nothing has one dot at least. Labels that would touch are left
 * out, the last first.
 */
export function drawHistogram(
  { bins }: HistogramData,
  { width, height, glyphs }: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  const across = Math.max(1, Math.floor(width / Math.max(1, bins.length)));
  const plot: Room = { width, height: Math.max(1, height - 1) };
  const rows = plot.height * (glyphs.hasBraille ? dotsDown : 1);
  const most = Math.max(0, ...bins.map((bin) => bin.share));
  const heights = bins.map(({ share }) => (share > 0 ? Math.max(1, Math.round((share / most) * rows)) : 0));
  const cells = glyphs.hasBraille
    ? brailleCells(bins, { heights, across, plot })
    : plainCells(bins, { heights, across, plot, full: glyphs.barFull });
  return fitLines([...cells.map(lineOfCells), lineOf(labelsUnder(bins, { across, width }), 'dim')], { width, height });
}

interface Columns {
  readonly heights: readonly number[];
  /** Cells of a bin. */
  readonly across: number;
  readonly plot: Room;
}

function brailleCells(bins: readonly Bin[], { heights, across, plot }: Columns): readonly (readonly Piece[])[] {
  const dots = new Dots(plot);
  const bottom = plot.height * dotsDown - 1;
  for (const [at, { role }] of bins.entries())
    for (let x = at * across * dotsAcross; x < (at + 1) * across * dotsAcross; x++)
      for (let y = 0; y < (heights[at] ?? 0); y++) dots.set(x, bottom - y, role);
  return Array.from({ length: plot.height }, (_, row) => dots.cells(row));
}

function plainCells(
  bins: readonly Bin[],
  { heights, across, plot, full }: Columns & { readonly full: string },
): readonly (readonly Piece[])[] {
  return Array.from({ length: plot.height }, (_, row) =>
    bins.flatMap(({ role }, at) =>
      Array.from({ length: across }, () => ({
        text: (heights[at] ?? 0) >= plot.height - row ? full : ' ',
        role,
      })),
    ),
  );
}

function labelsUnder(bins: readonly Bin[], { across, width }: { across: number; width: number }): string {
  let text = '';
  for (const [at, { label }] of bins.entries()) {
    const start = Math.min(Math.max(0, Math.floor((at + 0.5) * across - label.length / 2)), width - label.length);
    if (label === '' || start < 0 || (text !== '' && start <= text.length)) continue;
    text = text.padEnd(start) + label;
  }
  return text;
}
