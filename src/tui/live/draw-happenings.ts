import { fit, type HappeningView, type LiveView } from '../../report/index.ts';
import { margin } from '../drawing/draw-table.ts';
import { cutLine, fitLine, lineOf, type Line } from '../drawing/line.ts';
import type { Around } from '../place.ts';
import type { LiveWords } from './words.ts';

/** Cells of what happened where the law is said beside it, and the least that a law needs. */
const whatCells = 50;
const lawLeast = 20;

/** Cells of an instant: `10月15日 周五 08:00` and a blank. */
const whenCells = 20;

/** What happened last: when, to whom, in which lane, what. */
export function drawLast(
  { last, hasLanes }: Pick<LiveView, 'last' | 'hasLanes'>,
  { chosen, words }: { readonly chosen: number; readonly words: LiveWords },
  { width, height, glyphs }: Pick<Around, 'width' | 'height' | 'glyphs'>,
): readonly Line[] {
  return last.slice(0, height).map((each, at) =>
    drawHappening(each, {
      pointer: at === chosen,
      head: [
        [each.when, whenCells],
        [words.others(each.consignment, each.others), 11],
      ],
      hasLanes,
      width,
      glyphs,
    }),
  );
}

/** One consignment: what it is, where it stands in each lane, and what has happened to it. */
export function drawFollowed(
  { number, attributes, lanes, hasEnded, history }: NonNullable<LiveView['followed']>,
  { words, hasLanes }: { readonly words: LiveWords; readonly hasLanes: boolean },
  { width, height, glyphs, words: { punctuation } }: Pick<Around, 'width' | 'height' | 'glyphs' | 'words'>,
): readonly Line[] {
  const { colon, semicolon, list } = punctuation;
  const standing = lanes.map(({ lane, label }) => (lane === '' ? label : `${lane}${colon}${label}`)).join(semicolon);
  const now = lanes.length === 0 ? words.notYet : hasEnded ? words.hasEnded : standing;
  const room = width - margin;
  const heads = [
    [...lineOf(words.follows(number), 'strong'), ...lineOf(`  ${attributes.join(list)}`, 'dim')],
    lineOf(now),
  ];
  return [
    ...heads.map((line) => [...lineOf(' '.repeat(margin)), ...cutLine(line, room, glyphs.ellipsis)]),
    ...history.map((each) =>
      drawHappening(each, { pointer: false, head: [[each.when, whenCells]], hasLanes, width, glyphs }),
    ),
  ]
    .slice(0, height)
    .map((line) => fitLine(line, width));
}

function drawHappening(
  { lane, what, law }: HappeningView,
  of: {
    readonly pointer: boolean;
    readonly head: readonly (readonly [text: string, cells: number])[];
    readonly hasLanes: boolean;
    readonly width: number;
  } & Pick<Around, 'glyphs'>,
): Line {
  const { ellipsis, pointer } = of.glyphs;
  const pointed = [...fitLine(of.pointer ? [...lineOf(' '), ...lineOf(pointer, 'accent')] : [], margin)];
  const head = of.head.flatMap(([text, cells]) => lineOf(fit(text, { width: cells, ellipsis }), 'dim'));
  const laneCells = of.hasLanes ? 13 : 0;
  const used = margin + of.head.reduce((sum, [, cells]) => sum + cells, 0) + laneCells;
  const left = Math.max(0, of.width - used);
  const hasLaw = left >= whatCells + 2 + lawLeast;
  const room = hasLaw ? whatCells : left;
  const line = [
    ...pointed,
    ...head,
    ...lineOf(fit(lane, { width: laneCells, ellipsis })),
    ...lineOf(fit(what, { width: room, ellipsis })),
    ...(hasLaw ? lineOf(`  ${fit(law, { width: left - room - 2, ellipsis })}`, 'dim') : []),
  ];
  return fitLine(line, of.width);
}
