import { wordsOf } from '../report/index.ts';
import { textOf } from './drawing/line.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import { frameHeight } from './draw-frame.ts';
import { placeOf } from './places.ts';
import type { Crumb } from './crumb.ts';
import type { Shared } from './shared.ts';

/** What is shown as the text of a file: by its ending the picture (`.txt`) or its table (`.csv`, `.md`); undefined for any other. */
export function exported(
  state: Shared & { readonly crumbs: readonly Crumb[] },
  file: string,
  glyphs: Glyphs,
): string | undefined {
  const here = state.crumbs.at(-1);
  const format = ['txt', 'csv', 'md'].find((each) => file.endsWith(`.${each}`) && file.length > each.length + 1);
  if (here === undefined || format === undefined) return undefined;
  const words = wordsOf(state.language);
  const place = placeOf(here);
  if (format !== 'txt' && place.sheet !== undefined)
    return place.sheet(format === 'csv' ? 'csv' : 'md', here, state, words);
  const room = { width: Math.min(state.columns, 200), height: state.rows - frameHeight, words, glyphs };
  const lines = textOf(place.draw(here, state, room).body).map((line) => line.trimEnd());
  return `${lines.join('\n').trimEnd()}\n`;
}
