import { citationText, visible, wrapped, type TraceView } from '../../report/index.ts';
import type { Rule, Standing } from '../../rules/index.ts';
import { drawTable, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { cutLine, fitLine, fitLines, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { traceWords } from './words.ts';

/** What the view of a story shows. */
export interface TraceDrawing {
  readonly rule: Rule;
  readonly view: TraceView;
  readonly chosen: number;
}

/** The rule, the story with the state of each lane and of the rule, and what the chosen step does. */
export function drawTrace({ rule, view, chosen }: TraceDrawing, around: Around): readonly Line[] {
  const { width, height, words } = around;
  const own = traceWords(words.language);
  const says = wrapped(`${visible(rule.id)}  ${visible(rule.says[words.language])}`, Math.min(76, width - 4));
  const row = view.rows[chosen];
  const next = view.rows[chosen + 1];
  const told = (label: string, text: string): Line => [...fitLine(lineOf(`   ${label}`, 'dim'), 12), ...lineOf(text)];
  const detail = [
    told(
      own.now,
      [row?.what, row?.then].filter((text) => text !== undefined && text !== '').join(words.punctuation.colon),
    ),
    ...(next === undefined ? [] : [told(own.next, next.what)]),
    ...wrapped(view.who, Math.min(110, width - 4)).map((line) => lineOf(`   ${line}`, 'dim')),
  ];
  const room = Math.max(2, height - says.length - detail.length - 3);
  return [
    ...says.map((line) => lineOf(`   ${line}`, 'strong')),
    lineOf(`   ${citationText(rule.source, words.language)}`, 'dim'),
    [],
    ...fitLines(drawRows(view, { rule, chosen }, { ...around, height: room }), { width, height: room }),
    ...detail,
  ].map((line) => fitLine(cutLine(line, width, around.glyphs.ellipsis), width));
}

function drawRows(
  view: TraceView,
  { rule, chosen }: Pick<TraceDrawing, 'rule' | 'chosen'>,
  around: Around,
): readonly Line[] {
  const own = traceWords(around.words.language);
  const shown = Math.max(1, around.height - 1);
  const first = Math.min(Math.max(0, chosen - shown + 1), Math.max(0, view.rows.length - shown));
  // Where no step needs any time, times say nothing.
  const hasClock = new Set(view.rows.map(({ clock }) => clock)).size > 1;
  const hasState = view.rows.some(({ standing }) => standing !== undefined);
  const column = (head: string, rank: number, others: Partial<Column> = {}): Column => ({
    head: lineOf(head, 'dim'),
    subhead: [],
    align: 'left',
    rank,
    ...others,
  });
  const table = drawTable(
    {
      columns: [
        column(own.no, 0, { align: 'right' }),
        ...(hasClock ? [column(own.clock, 2)] : []),
        column(own.comes, 3),
        ...view.lanes.map((lane) => column(lane, 0, { least: 10 })),
        ...(hasState ? [column(own.theRule, 0)] : []),
      ],
      rows: view.rows.slice(first, first + shown).map(({ clock, what, states, standing }, index) => ({
        id: String(first + index),
        letter: [],
        cells: [
          lineOf(String(first + index + 1)),
          // What comes at once has the time of what came before.
          ...(hasClock ? [lineOf(index > 0 && clock === view.rows[first + index - 1]?.clock ? '' : clock)] : []),
          lineOf(what),
          ...states.map(({ label, isNew }) => lineOf(label, isNew ? 'strong' : 'dim')),
          ...(hasState ? [standing === undefined ? [] : standingLine(standing, rule, around)] : []),
        ],
      })),
      chosen: String(chosen),
    },
    { ...around, height: around.height + 1 },
  );
  return withoutSubhead(table);
}

/** What breaks the denial of a claim that something is possible shows it. */
function standingLine(standing: Standing, { claim }: Rule, { words }: Around): Line {
  const own = traceWords(words.language);
  const isWitness = 'possible' in claim;
  if (standing !== 'broken') return lineOf(isWitness ? own.standings.never : own.standings[standing]);
  return isWitness
    ? lineOf(own.shown, 'strong')
    : [...lineOf('! ', 'alarm'), ...lineOf(own.standings.broken, 'strong')];
}
