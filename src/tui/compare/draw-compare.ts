import { unreachable } from '../../base/index.ts';
import { fit, wrapped, type CompareRow } from '../../report/index.ts';
import type { Around } from '../place.ts';
import type { CompareDrawing } from './compare-drawing.ts';
import { drawChangesOf } from '../drawing/draw-changes.ts';
import { drawGroups } from './draw-groups.ts';
import { drawQuantiles } from './draw-quantiles.ts';
import { drawScenarios } from './draw-scenarios.ts';
import { drawStages } from './draw-stages.ts';
import { drawPanes } from '../drawing/draw-panes.ts';
import { moreLine } from '../drawing/more-line.ts';
import { markedWindowOf, windowOf } from '../drawing/window-of.ts';
import { fitLine, fitLines, lineOf, type Line } from '../drawing/line.ts';
import type { Picture } from './state.ts';

/** The table of scenarios, the pictures below it, and the sentences about the chosen one. */
export function drawCompare(drawing: CompareDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const { rows, chosen, pictures } = drawing;
  const isSingle = pictures.length <= 1;
  // The table goes first: the picture shows as many scenarios as there is room for below it.
  const rowsMax = Math.max(1, pictures.length > 2 ? Math.floor((height - 10) / 3) : height - leastBelow);
  const { above, items: shown, below } = markedWindowOf(rows, chosen, rowsMax);
  const [head = [], subhead = [], ...lines] = drawScenarios(
    { ...drawing, rows: shown },
    { ...around, height: shown.length + 2 },
  );
  const table = [head, subhead, ...moreLine(above, around), ...lines, ...moreLine(below, around)];
  const sentences = drawSentences(chosen, around, isSingle && height >= 2 * table.length + 4 ? 3 : 2);
  const paneHeight = height - table.length - sentences.length - 2;
  const room = pictures.length > 2 ? rowsMax : Math.max(1, paneHeight - 1);
  // One line less where it has to say how many there are besides.
  const pictured = windowOf(rows, chosen, rows.length > room ? Math.max(1, room - 1) : room);
  const left = Math.min(80, Math.floor((width * 2) / 3));
  const panes = drawPanes(
    pictures,
    (picture, pane) =>
      drawPicture(picture, { ...drawing, rows: pictured }, { ...around, ...pane }, rows.length - pictured.length),
    {
      width,
      height: paneHeight,
      left,
      upper: Math.min(2 * pictured.length + 2, paneHeight - pictured.length - 2),
      lowerLeft: Math.max(left, width - 64),
    },
  );
  return [...table, [], ...fitLines(panes, { width, height: paneHeight }), [], ...sentences].map((line) =>
    fitLine(line, width),
  );
}

/** Lines below the rows of the table at least: heads, a picture of three scenarios, sentences, blanks. */
const leastBelow = 10;

/** The sentences of the chosen scenario: the first on lines of its own, or all run together; those without room are left out from the end. */
function drawSentences(chosen: CompareRow | undefined, { width, glyphs }: Around, lineCount: number): readonly Line[] {
  const [first = '', ...others] = chosen?.sentences ?? [];
  const room = width - 2;
  const apart = [...wrapped(first, room), ...(others.length === 0 ? [] : wrapped(others.join(' '), room))];
  const together = [...others.keys(), others.length]
    .toReversed()
    .map((count) => wrapped([first, ...others.slice(0, count)].join(' '), room));
  const lines = [apart, ...together].find((each) => each.length <= lineCount) ?? apart.slice(0, lineCount);
  return Array.from({ length: lineCount }, (_, row) =>
    lineOf(` ${fit(lines[row] ?? '', { width: room, ellipsis: glyphs.ellipsis })}`),
  );
}

/** `hidden` scenarios besides those of the drawing have no room. */
function drawPicture(picture: Picture, drawing: CompareDrawing, around: Around, hidden: number): readonly Line[] {
  const more = moreLine(hidden, around);
  const above = { ...around, height: around.height - more.length };
  switch (picture) {
    case 'stages':
      return [...drawStages(drawing, above), ...more];
    case 'changes':
      return drawChangesOf(drawing.chosen, drawing.view.base, around);
    case 'quantiles':
      return [...drawQuantiles(drawing, above), ...more];
    case 'groups':
      return drawGroups(drawing, around);
    default:
      return unreachable(picture);
  }
}
