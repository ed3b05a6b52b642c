import { thingName, visible, wrapped, type StandView } from '../../report/index.ts';
import { drawComing } from '../drawing/draw-coming.ts';
import { drawLanes } from '../drawing/draw-lanes.ts';
import { drawTable, withoutSubhead } from '../drawing/draw-table.ts';
import { beside, cutLine, fitLine, fitLines, lineOf, widthOf, type Line, type Room } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import type { Setting } from './settings.ts';
import type { Pane, RuleHere } from './state.ts';
import { stepWords } from './words.ts';

/** What the stepping view shows. */
export interface StepDrawing {
  readonly view: StandView;
  readonly pane: Pane;
  readonly chosen: number;
  readonly settings: readonly Setting[];
  /** Rules that speak of where the consignment stands or of what can come. */
  readonly rules: readonly RuleHere[];
}

/** Whether a window has room for lanes, law, what can come and what happened at once. */
export function isWide({ width, height }: Room): boolean {
  return width >= 120 && height >= 25;
}

/** The lanes; clock, cost and deadlines; what can come, or the pane that was asked for. */
export function drawStep(drawing: StepDrawing, around: Around): readonly Line[] {
  return isWide(around) ? drawWide(drawing, around) : drawNarrow(drawing, around);
}

/** Rows of the pane below the lanes in a small window. */
const paneRows = 7;
const leastLanes = 4;

function drawNarrow(drawing: StepDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const heads = headLines(drawing, around);
  // The law is long; where it is read the lanes may be few lines.
  const rows = drawing.pane === 'law' ? height - heads.length - 2 - leastLanes : paneRows;
  const lanes = Math.max(0, height - heads.length - 2 - rows);
  return [
    ...heads,
    [],
    ...drawLanes(drawing.view.lanes, { ...around, height: lanes }),
    [],
    ...fitLines(drawPane(drawing.pane, drawing, { ...around, height: rows }), { width, height: rows }),
  ].map((line) => fitLine(line, width));
}

/** Lanes and law above, what can come and what happened below. */
function drawWide(drawing: StepDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const side = Math.max(40, Math.floor(width * 0.32));
  const main = width - side;
  const below = Math.max(paneRows, Math.floor(height * 0.26));
  const above = height - below - 1;
  const aside = sideLines(drawing, { ...around, width: side - 3 }).map((line) =>
    cutLine(line, side - 1, around.glyphs.ellipsis),
  );
  // The pointer is in one of the panes, though all are seen.
  const within = (pane: Pane): StepDrawing => (pane === drawing.pane ? drawing : { ...drawing, chosen: -1 });
  const left = { width: Math.floor(width * 0.58), height: below };
  const right = { width: width - left.width, height: below };
  const first = drawing.pane === 'consignment' ? 'consignment' : 'coming';
  return [
    ...beside(
      drawLanes(drawing.view.lanes, { ...around, width: main, height: above }),
      fitLines(aside, { width: side, height: above }),
      main,
    ),
    [],
    ...beside(
      fitLines(drawPane(first, within(first), { ...around, ...left }), left),
      fitLines(drawHappened(within('happened'), { ...around, ...right }), right),
      left.width,
    ),
  ].map((line) => fitLine(line, width));
}

/** The clock and the deadline that is next; what happened last, and what it has cost. */
function headLines({ view }: StepDrawing, { words, width, glyphs }: Around): readonly Line[] {
  const own = stepWords(words.language);
  const [deadline] = view.deadlines;
  const last = view.happened.at(-1);
  const cost: Line =
    view.costs.length === 0
      ? []
      : [...lineOf(`  ${own.cost} `, 'dim'), ...lineOf(`${view.costs.join(words.punctuation.list)} `)];
  return [
    [
      ...lineOf(`   ${view.clock}`, 'strong'),
      ...(deadline === undefined
        ? []
        : [...lineOf(`   ${own.deadline} `, 'dim'), ...lineOf(`${deadline.what} ${deadline.when}`)]),
    ],
    [
      ...fitLine(
        cutLine(
          lineOf(
            `   ${last?.what ?? ''}${last === undefined || last.then === '' ? '' : `${words.punctuation.colon}${last.then}`}`,
          ),
          width - widthOf(cost),
          glyphs.ellipsis,
        ),
        width - widthOf(cost),
      ),
      ...cost,
    ],
  ].map((line) => cutLine(line, width, glyphs.ellipsis));
}

/** Clock, cost, deadlines, and what the law says here. */
function sideLines(drawing: StepDrawing, around: Around): readonly Line[] {
  const { view } = drawing;
  const own = stepWords(around.words.language);
  const free = view.hasEnded ? own.freeToTheEnd : own.free;
  return [
    [...lineOf(`${own.clock} `, 'dim'), ...lineOf(view.clock, 'strong')],
    [...lineOf(`${own.cost} `, 'dim'), ...lineOf(view.costs.join(around.words.punctuation.list) || free)],
    [],
    ...(view.deadlines.length === 0 ? [] : [lineOf(own.deadlines, 'strong')]),
    ...view.deadlines.flatMap(({ what, when, left }) => [
      lineOf(what),
      lineOf(`  ${when}${left === '' ? '' : around.words.punctuation.comma + around.words.stand.left(left)}`, 'dim'),
    ]),
    [],
    ...lawLines(drawing, around, drawing.pane === 'law' ? drawing.chosen : 0),
  ];
}

function drawPane(pane: Pane, drawing: StepDrawing, around: Around): readonly Line[] {
  switch (pane) {
    case 'law':
      return lawLines(drawing, { ...around, width: around.width - 4 }, drawing.chosen).map((line) => [
        ...lineOf('   '),
        ...line,
      ]);
    case 'happened':
      return drawHappened(drawing, around);
    case 'consignment':
      return drawSettings(drawing, around);
    default:
      return drawNext(drawing, around);
  }
}

function drawNext({ view, chosen }: StepDrawing, around: Around): readonly Line[] {
  const own = stepWords(around.words.language);
  if (view.coming.length === 0) return [lineOf(`   ${view.hasEnded ? own.ended : own.stuck}`)];
  return drawComing({ coming: view.coming, chosen, heads: own }, around);
}

function drawHappened({ view, chosen }: Pick<StepDrawing, 'view' | 'chosen'>, around: Around): readonly Line[] {
  const own = stepWords(around.words.language);
  const rows = around.height - 1;
  const steps = view.happened;
  // The pointer, else the last step, is in sight.
  const at = chosen < 0 ? steps.length - 1 : chosen;
  const first = Math.min(Math.max(0, at - rows + 1), Math.max(0, steps.length - rows));
  const column = { subhead: [], align: 'left' } as const;
  return withoutSubhead(
    drawTable(
      {
        columns: [
          { ...column, head: lineOf(own.happened, 'dim'), rank: 0, least: 12 },
          { ...column, head: lineOf(own.at, 'dim'), rank: 1 },
          { ...column, head: lineOf(own.then, 'dim'), rank: 2, least: 16 },
        ],
        rows: steps.slice(first, first + rows).map(({ when, what, then }, index) => ({
          id: String(first + index),
          letter: [],
          cells: [lineOf(what), lineOf(when), lineOf(then)],
        })),
        chosen: String(chosen),
      },
      { ...around, height: around.height + 1 },
    ),
  );
}

function drawSettings({ settings, chosen }: StepDrawing, around: Around): readonly Line[] {
  const own = stepWords(around.words.language);
  const rows = around.height - 1;
  const first = Math.min(Math.max(0, chosen - rows + 1), Math.max(0, settings.length - rows));
  const lines = settings.slice(first, first + rows).map(({ name, value }, index): Line => {
    const isChosen = first + index === chosen;
    return [
      ...lineOf(isChosen ? ` ${around.glyphs.pointer} ` : '   ', 'accent'),
      ...fitLine(lineOf(visible(thingName(name, around.words.language))), 44),
      ...lineOf(value, isChosen ? 'strong' : 'plain'),
    ];
  });
  return [lineOf(`   ${own.consignment}`, 'dim'), ...lines];
}

/** What the law says of where it stands, then the rules about it; from the entry `from` on. */
function lawLines({ view, rules }: StepDrawing, { words, width }: Around, from: number): readonly Line[] {
  const { language, punctuation } = words;
  const own = stepWords(language);
  const laws = view.laws.slice(from);
  const rest = rules.slice(Math.max(0, from - view.laws.length));
  return [
    ...(laws.length === 0 ? [] : [lineOf(own.law, 'strong')]),
    ...laws.flatMap(({ about, law }) =>
      wrapped(`${about}${punctuation.colon}${law}`, width).map((line) => lineOf(line)),
    ),
    ...(laws.length === 0 || rest.length === 0 ? [] : [[]]),
    ...(rest.length === 0 ? [] : [lineOf(own.rules, 'strong')]),
    ...rest.flatMap(({ id, says, law }) =>
      wrapped(`${id}  ${says}${punctuation.aside(law)}`, width).map((line) => lineOf(line)),
    ),
  ];
}
