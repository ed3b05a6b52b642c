import {
  count,
  figures,
  fixed,
  messagesOf,
  precisionText,
  visible,
  wordsOf,
  type CompareView,
  type Message,
  type Words,
} from '../report/index.ts';
import { drawCompare } from './draw-compare.ts';
import { drawFrame, drawTooSmall, frameHeight, leastSize, type FooterKey } from './draw-frame.ts';
import { drawHelp } from './draw-help.ts';
import type { Glyphs } from './glyphs.ts';
import { keyTable } from './keys.ts';
import { lineOf, type Line } from './line.ts';
import {
  contextOf,
  panesOf,
  picturesOf,
  rowsInOrder,
  viewOf,
  works,
  type Picture,
  type ScreenState,
} from './screen-state.ts';

/** The whole screen: as many lines as the window has rows, each as wide as its columns, but never wider than 200. */
export function drawScreen(state: ScreenState, { title, glyphs }: { title: string; glyphs: Glyphs }): readonly Line[] {
  const words = wordsOf(state.language);
  const size = { width: Math.min(state.columns, 200), height: state.rows };
  const view = viewOf(state);
  if (size.width < leastSize.width || size.height < leastSize.height)
    return drawTooSmall(shortFigures(view), words, size);
  const room = { width: size.width, height: size.height - frameHeight, words, glyphs };
  const rows = rowsInOrder(view, state);
  const drawing = {
    view,
    rows,
    chosen: rows.find((row) => row.scenario === state.chosen),
    pictures: picturesShown(state, view),
  };
  return drawFrame(
    {
      crumbs: [title, words.view, ...(state.isHelp ? [words.help] : [])],
      state: state.isHelp ? lineOf(words.escCloses, 'dim') : standing(state, view, words, glyphs),
      views: [words.view],
      body: state.isHelp ? drawHelp(room) : drawCompare(drawing, room),
      message: messageShown(state, words),
      keys: footer(state),
    },
    { ...size, glyphs },
  );
}

/** The pictures for the panes that the window has room for, from the chosen one on. */
function picturesShown(state: ScreenState, view: CompareView): readonly Picture[] {
  const all = picturesOf(view);
  const first = Math.max(0, all.indexOf(state.picture));
  return [...all.slice(first), ...all.slice(0, first)].slice(0, panesOf(state));
}

/** Right end of the first line: how far the experiment is. */
function standing(state: ScreenState, view: CompareView, words: Words, glyphs: Glyphs): Line {
  const { progress } = state;
  const isWide = state.columns >= 150;
  const cells = state.columns >= 120 ? 20 : 10;
  const paused = state.isPaused ? `${words.paused}  ` : '';
  if (progress === undefined) return lineOf(paused + glyphs.barEmpty.repeat(cells), 'dim');
  const done = count(progress.replications);
  if (progress.state !== 'running') return lineOf(`${paused}${done} ${words.replications}`, 'dim');
  const full = Math.min(cells, Math.floor((cells * progress.replications) / Math.max(1, progress.replicationsMax)));
  const bar = glyphs.barFull.repeat(full) + glyphs.barEmpty.repeat(cells - full);
  const counts = `${done}/${count(progress.replicationsMax)}`;
  if (!isWide) return lineOf(`${paused}${counts} ${bar}`, 'dim');
  const seed = progress.comparison.scenarios[0]?.seed ?? '';
  const known =
    progress.precision === null
      ? ''
      : `   ${words.known({ letter: view.base, precision: precisionText(progress.precision), wanted: precisionText(progress.precisionWanted) })}`;
  return lineOf(`${paused}${words.seed(visible(seed))}   ${counts} ${words.replications} ${bar}${known}`, 'dim');
}

function messageShown(state: ScreenState, words: Words): Message {
  if (state.note === 'sorted') return { isAlarm: false, text: words.sortedBy(words.sortColumns[state.sort]) };
  const [first] = messagesOf(state.progress, { words, secondsLeft: state.secondsLeft });
  return first ?? { isAlarm: false, text: '' };
}

/** Keys that would do something now, by their place in the footer. */
function footer(state: ScreenState): readonly FooterKey[] {
  const context = contextOf(state);
  return keyTable
    .filter(
      (row) =>
        row.footer !== undefined &&
        (row.context === context || row.context === 'everywhere') &&
        works(row.command, state),
    )
    .toSorted((a, b) => (a.footer ?? 0) - (b.footer ?? 0))
    .map((row) => ({ key: row.keys[0] ?? '', label: row.label[state.language] }));
}

/** `A 95.6 h  C 27.9 h`: what a window too small still shows. */
function shortFigures({ rows, indicator }: CompareView): string {
  const { values } = figures(
    rows.map((row) => row.mean),
    indicator.scale,
    fixed,
  );
  return rows
    .flatMap((row, at) =>
      row.mean === undefined ? [] : [`${row.letter} ${(values[at] ?? '').trim()} ${indicator.scale.unit}`],
    )
    .join('  ');
}
