import {
  alignPoints,
  fit,
  fixed,
  missing,
  scaled,
  stageCells,
  type CompareRow,
  type CompareView,
} from '../../report/index.ts';
import type { Around } from '../place.ts';
import type { CompareDrawing } from './compare-drawing.ts';
import { drawStageBar, patternOf, stageRole } from '../drawing/draw-stage-bar.ts';
import { margin } from '../drawing/draw-table.ts';
import { lineOf, type Line } from '../drawing/line.ts';
import { seriesOf } from '../drawing/series.ts';

/** Where the time goes: a bar for each scenario, all to one scale. */
export function drawStages({ view, rows, chosen }: CompareDrawing, around: Around): readonly Line[] {
  const { words, glyphs, width, height } = around;
  const { unit, decimalsMax } = view.stageScale;
  const legend = view.stages.flatMap((stage, at): Line => [
    ...lineOf(patternOf(at, glyphs), stageRole(stage.name)),
    ...lineOf(` ${stage.label}  `, 'dim'),
  ]);
  const hoursFull = Math.max(0, ...rows.map((row) => row.stageTotal));
  const totals = alignPoints(
    rows.map((row) => (row.mean === undefined ? missing : fixed(scaled(row.stageTotal, unit), decimalsMax))),
  );
  const bar = width - margin - 3 - Math.max(5, ...totals.map((total) => total.length));
  const hasHours = height >= 1 + 2 * rows.length;
  const head: Line = [
    ...lineOf(' '.repeat(margin) + words.timeTo(words.removal, unit), 'dim'),
    ...lineOf('   '),
    ...legend,
  ];
  return [
    head,
    ...rows.flatMap((row, at) => [
      [
        ...(row === chosen ? lineOf(glyphs.pointer, 'accent') : lineOf(' ')),
        ...lineOf(row.letter, seriesOf(row.letter)),
        ...lineOf(' '),
        ...drawStageBar(
          { stages: view.stages.map(({ name }, stage) => ({ name, hours: row.stages[stage] ?? 0 })), hoursFull },
          { width: bar, glyphs },
        ),
        ...lineOf(`  ${totals[at] ?? ''}`),
      ],
      ...(hasHours ? [stageHours(row, view, { hoursFull, width: bar })] : []),
    ]),
  ];
}

/** The hours of each stage under its part of the bar; a figure without room is left out. */
function stageHours(
  row: CompareRow,
  view: CompareView,
  { hoursFull, width }: { hoursFull: number; width: number },
): Line {
  const cells = stageCells(row.stages, { hoursFull, width });
  const texts = row.stages.map((hours, stage) => {
    const room = cells[stage] ?? 0;
    const text = fixed(scaled(hours, view.stageScale.unit), view.stageScale.decimalsMax);
    return text.length < room ? fit(text, { width: room }) : ' '.repeat(room);
  });
  return lineOf(' '.repeat(margin) + texts.join(''), 'dim');
}
