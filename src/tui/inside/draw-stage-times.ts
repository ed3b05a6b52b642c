import { alignPoints, fit, fixed, scaled, scaleOf, type InsideView } from '../../report/index.ts';
import { patternOf, stageRole } from '../drawing/draw-stage-bar.ts';
import { margin } from '../drawing/draw-table.ts';
import { fitLine, lineOf, type Line } from '../drawing/line.ts';
import { seriesOf } from '../drawing/series.ts';
import type { Around } from '../place.ts';
import { insideWords } from './words.ts';

/** The time of each stage as a bar, under it that of the base. */
export function drawStageTimes(
  { view, letter, base }: { readonly view: InsideView; readonly letter: string; readonly base: string },
  { width, height, words, glyphs }: Around,
): readonly Line[] {
  const { stages } = view;
  const isBase = letter === base;
  const scale = scaleOf(stages.flatMap(({ mean, inBase }) => [mean, inBase]));
  const write = (of: (stage: (typeof stages)[number]) => number): readonly string[] =>
    alignPoints(stages.map((stage) => fixed(scaled(of(stage), scale.unit), scale.decimalsMax)));
  const own = write(({ mean }) => mean);
  const before = write(({ inBase }) => inBase);
  const column = (text: string): string => fit(text, { width: 8, align: 'right' });
  const left = margin + labelWidth + (isBase ? 8 : 16) + 3;
  const full = Math.max(0, ...stages.flatMap(({ mean, inBase }) => [mean, inBase]));
  const cells = (hours: number): number =>
    hours > 0 ? Math.max(1, Math.round((hours / full) * Math.max(0, width - left - 3))) : 0;
  const head: Line = [
    ...lineOf(' '.repeat(margin), 'dim'),
    ...lineOf(
      fit(`${insideWords(words.language).stages}${words.punctuation.comma}${scale.unit}`, { width: labelWidth }),
      'dim',
    ),
    ...lineOf(column(letter), seriesOf(letter)),
    ...(isBase ? [] : lineOf(column(base), seriesOf(base))),
  ];
  return [
    head,
    ...stages.flatMap(({ name, label, mean, inBase }, at): Line[] => [
      [
        ...lineOf(' '.repeat(margin) + fit(label, { width: labelWidth })),
        ...lineOf(column(own[at] ?? '') + (isBase ? '' : column(before[at] ?? ''))),
        ...lineOf('   '),
        ...lineOf(patternOf(at, glyphs).repeat(cells(mean)), stageRole(name)),
      ],
      ...(isBase
        ? []
        : [
            [
              ...lineOf(' '.repeat(left)),
              ...lineOf(glyphs.rule.repeat(cells(inBase)), 'dim'),
              ...lineOf(` ${base}`, seriesOf(base)),
            ],
          ]),
    ]),
  ]
    .slice(0, height)
    .map((line) => fitLine(line, width));
}

const labelWidth = 16;
