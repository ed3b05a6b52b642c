import { mistakeText, visible, wrapped } from '../../report/index.ts';
import { lineOf, type Line } from '../drawing/line.ts';
import type { Around, Place } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import type { MistakesState } from './state.ts';
import { mistakesWords } from './words.ts';

/** Files that have become wrong: what is wrong, and where. */
export const mistakesPlace: Place<MistakesState> = {
  view: 'compare',
  crumbs: (_, { language }) => [mistakesWords(language).title],
  works: (command, _, { broken }) =>
    ['down', 'up', 'first', 'last'].includes(command) && broken.flatMap(({ mistakes }) => mistakes).length > 1,
  next(input, own, { broken }) {
    const count = broken.flatMap(({ mistakes }) => mistakes).length;
    if (input.kind === 'told') return { own: { ...own, chosen: Math.max(0, Math.min(own.chosen, count - 1)) } };
    if (input.kind !== 'command') return {};
    const chosen = pointed(input.command, { at: own.chosen, count });
    return chosen === undefined ? {} : { own: { ...own, chosen } };
  },
  draw: (own, shared, around) => ({
    body: drawMistakes(own, shared, around),
    message: {
      isAlarm: false,
      text: shared.isOpening ? mistakesWords(shared.language).opensThen : mistakesWords(shared.language).readsAgain,
    },
  }),
};

function drawMistakes(own: MistakesState, { broken, isOpening, language }: Shared, around: Around): readonly Line[] {
  const words = mistakesWords(language);
  const blocks: (readonly Line[])[] = [];
  let number = 0;
  for (const { file, mistakes, linesOf } of broken) {
    const told = isOpening ? words.cannotBeOpened : words.cannotBeUsed;
    const head = wrapped(told(visible(file), mistakes.length), around.width - 4);
    blocks.push([...head.map((text, at): Line => [...lineOf(at === 0 ? ' ! ' : '   ', 'alarm'), ...lineOf(text)]), []]);
    for (const mistake of mistakes) {
      const isChosen = number++ === own.chosen;
      const lines = mistakeText(mistake, linesOf(mistake.place?.file ?? file), around.words)
        .split('\n')
        .flatMap((line) => (line.includes(' | ') ? [line] : wrapped(line, around.width - 4)));
      blocks.push([
        ...lines.map((text, at): Line => [
          ...lineOf(isChosen && at === 0 ? ` ${around.glyphs.pointer} ` : '   ', 'accent'),
          ...lineOf(text, at === 0 ? 'strong' : 'plain'),
        ]),
        [],
      ]);
    }
  }
  // The chosen mistake is in sight: blocks before it are left out as long as it would not fit.
  let first = 0;
  const heightTo = (): number =>
    blocks.slice(first, own.chosen + 1 + broken.length).reduce((sum, block) => sum + block.length, 0);
  while (heightTo() > around.height && first < own.chosen + 1) first++;
  return blocks.slice(first).flat();
}
