import { wrapped, type RuleRow } from '../../report/index.ts';
import { drawTable, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { fitLine, fitLines, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import { rulesWords } from './words.ts';

/** The rules with their verdicts, and below them the chosen one in full. */
export function drawRules(
  { rows, chosen }: { readonly rows: readonly RuleRow[]; readonly chosen: RuleRow | undefined },
  around: Around,
): readonly Line[] {
  const { width, height } = around;
  const detail = chosen === undefined ? [] : detailLines(chosen, around);
  const room = Math.max(2, height - detail.length - 1);
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen?.id),
  );
  const shown = Math.max(1, room - 1);
  const first = Math.min(Math.max(0, at - Math.floor(shown / 2)), Math.max(0, rows.length - shown));
  return [
    ...fitLines(drawRows(rows.slice(first, first + shown), chosen, { ...around, height: room }), {
      width,
      height: room,
    }),
    [],
    ...detail,
  ].map((line) => fitLine(line, width));
}

function drawRows(rows: readonly RuleRow[], chosen: RuleRow | undefined, around: Around): readonly Line[] {
  const { words } = around;
  const own = rulesWords(words.language);
  const hasRun = rows.some(({ ran }) => ran !== '');
  const column = (head: string, rank: number, least?: number): Column => ({
    head: lineOf(head, 'dim'),
    subhead: [],
    align: 'left',
    rank,
    ...(least === undefined ? {} : { least }),
  });
  return withoutSubhead(
    drawTable(
      {
        columns: [
          column(words.rule, 0),
          column(own.byProof, 0),
          ...(hasRun ? [column(own.inRuns, 2)] : []),
          column(own.sentence, 0, 30),
          column(own.law, 3, 16),
        ],
        rows: rows.map((row) => ({
          id: row.id,
          letter: signOf(row),
          cells: [
            lineOf(row.id, row.id === chosen?.id ? 'strong' : 'plain'),
            lineOf(row.told, row.verdict === 'broken' ? 'strong' : row.verdict === 'holds' ? 'plain' : 'dim'),
            ...(hasRun ? [lineOf(row.ran)] : []),
            lineOf(row.says),
            lineOf(row.law, 'dim'),
          ],
        })),
        chosen: chosen?.id,
      },
      { ...around, height: around.height + 1 },
    ),
  );
}

/** Colour is never the only sign: what is broken or says nothing carries one. */
function signOf({ verdict, isAlarm }: RuleRow): Line {
  if (isAlarm) return lineOf('!', 'alarm');
  return verdict !== 'holds' && verdict !== 'runs' ? lineOf('?', 'dim') : [];
}

/** The chosen rule in full: what it says, where it stands in the law, what was found. */
function detailLines(row: RuleRow, { width, words }: Around): readonly Line[] {
  const own = rulesWords(words.language);
  const steps = row.history?.story.length;
  const found =
    row.verdict === 'never'
      ? own.never
      : row.verdict === 'runs'
        ? own.runs
        : row.verdict === 'open'
          ? own.open
          : steps === undefined
            ? ''
            : row.verdict === 'broken'
              ? own.counterexample(steps, row.timing)
              : own.witness(steps, row.timing);
  const room = Math.min(76, width - 4);
  const texts = [`${row.id}  ${row.says}`, row.law, found];
  return texts.flatMap((text, at) =>
    text === '' ? [] : wrapped(text, room).map((line) => lineOf(`   ${line}`, at === 1 ? 'dim' : 'plain')),
  );
}
