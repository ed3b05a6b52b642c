import { unreachable } from '../../base/index.ts';
import { fit, wrapped, type CompareRow } from '../../report/index.ts';
import type { Around } from '../place.ts';
import type { CompareDrawing } from './compare-drawing.ts';
import { drawChanges } from '../drawing/draw-changes.ts';
import { drawGroups } from './draw-groups.ts';
import { drawQuantiles } from './draw-quantiles.ts';
import { drawScenarios } from './draw-scenarios.ts';
import { drawStages } from './draw-stages.ts';
import { margin } from '../drawing/draw-table.ts';
import { windowOf } from '../drawing/window-of.ts';
import { beside, fitLine, fitLines, lineOf, type Line } from '../drawing/line.ts';
import type { Picture } from './state.ts';

/** The table of scenarios, the pictures below it, and the sentences about the chosen one. */
export function drawCompare(drawing: CompareDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const { rows, chosen, pictures } = drawing;
  const isSingle = pictures.length <= 1;
  // The table goes first: the picture shows as many scenarios as there is room for below it.
  const rowsMax = Math.max(1, pictures.length > 2 ? Math.floor((height - 10) / 3) : height - leastBelow);
  const shown = windowOf(rows, chosen, rowsMax);
  const table = drawScenarios({ ...drawing, rows: shown }, { ...around, height: shown.length + 2 });
  const sentences = drawSentences(chosen, around, isSingle && height >= 2 * shown.length + 8 ? 3 : 2);
  const paneHeight = height - table.length - sentences.length - 2;
  const pictured = windowOf(rows, chosen, pictures.length > 2 ? rowsMax : Math.max(1, paneHeight - 1));
  const panes = drawPanes({ ...drawing, rows: pictured }, { ...around, height: paneHeight });
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

/** One picture, two side by side, or two by two. */
function drawPanes(drawing: CompareDrawing, around: Around): readonly Line[] {
  const [first, second, third, fourth] = drawing.pictures;
  const draw = (picture: Picture | undefined, width: number, height: number): readonly Line[] =>
    picture === undefined
      ? []
      : fitLines(drawPicture(picture, drawing, { ...around, width, height }), { width, height });
  if (second === undefined) return draw(first, around.width, around.height);
  const left = Math.min(80, Math.floor((around.width * 2) / 3));
  const right = around.width - left;
  if (third === undefined) return beside(draw(first, left, around.height), draw(second, right, around.height), left);
  const upper = Math.min(2 * drawing.rows.length + 2, around.height - drawing.rows.length - 2);
  const lower = around.height - upper;
  const lowerLeft = Math.max(left, around.width - 64);
  return [
    ...beside(draw(first, left, upper), draw(second, right, upper), left),
    ...beside(draw(third, lowerLeft, lower), draw(fourth, around.width - lowerLeft, lower), lowerLeft),
  ];
}

function drawPicture(picture: Picture, drawing: CompareDrawing, around: Around): readonly Line[] {
  switch (picture) {
    case 'stages':
      return drawStages(drawing, around);
    case 'changes':
      return drawChangesOf(drawing, around);
    case 'quantiles':
      return drawQuantiles(drawing, around);
    case 'groups':
      return drawGroups(drawing, around);
    default:
      return unreachable(picture);
  }
}

/** What the chosen scenario changes; the base changes nothing. */
function drawChangesOf({ chosen, view }: CompareDrawing, around: Around): readonly Line[] {
  if (chosen === undefined || chosen.isBase) return drawChanges([], around);
  const title = around.words.changes({ letter: chosen.letter, name: chosen.name, base: view.base });
  return [
    lineOf(' '.repeat(margin) + title, 'dim'),
    ...drawChanges(chosen.changes, { ...around, height: around.height - 1 }),
  ];
}
