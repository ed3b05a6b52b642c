import { share, sheetText, type GainersView, type Message } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Place } from '../place.ts';
import type { Shared } from '../shared.ts';
import { shellWords } from '../words.ts';
import { drawGainers, sizeText } from './draw-gainers.ts';
import { next, works } from './next.ts';
import { viewOf, type GainersState } from './state.ts';
import { gainersWords } from './words.ts';

/** Gainers and losers: who wins, who pays? */
export const gainersPlace: Place<GainersState> = {
  view: 'gainers',
  crumbs(own, shared) {
    const variant = viewOf(own, shared)?.variant;
    const view = shellWords(shared.language).views.gainers;
    return variant === undefined ? [view] : [view, `${variant.letter} ${variant.name}`];
  },
  works,
  next,
  draw(own, shared, around) {
    const view = viewOf(own, shared);
    if (view === undefined) return { body: [[], lineOf(`   ${shellWords(shared.language).coming}`)] };
    const message = messageOf(view, shared);
    return {
      body: drawGainers({ view, row: Math.min(own.row, view.rows.length - 1) }, around),
      ...(message === undefined ? {} : { message }),
    };
  },
  sheet(format, own, shared, words) {
    const view = viewOf(own, shared);
    if (view === undefined) return '';
    const heads = gainersWords(shared.language);
    return sheetText(
      {
        title: heads.title({
          indicator: view.indicator.full,
          letter: view.variant?.letter ?? '',
          base: view.base,
          unit: view.scale.unit,
        }),
        columns: [heads.who, heads.share, words.better, words.worse, heads.same, words.difference, 'low', 'high'],
        rows: view.rows.map((row) => [
          row.label === '' ? heads.all : row.label,
          row.share,
          row.better,
          row.worse,
          row.same,
          row.change.value,
          row.change.interval?.[0] ?? null,
          row.change.interval?.[1] ?? null,
        ]),
      },
      format,
    );
  },
};

/** What the picture says in a sentence, of the group with the most consignments: all. */
function messageOf(view: GainersView, { language }: Shared): Message | undefined {
  const [all] = view.rows;
  if (all === undefined) return undefined;
  const words = gainersWords(language);
  const sentence = words.sentence({
    better: share(all.better),
    gain: sizeText(all.gain, view),
    worse: share(all.worse),
    loss: sizeText(all.loss, view),
  });
  return { isAlarm: false, text: view.isPassedOn ? words.passedOn(sentence) : sentence };
}
