import {
  count,
  figures,
  messagesOf,
  precisionText,
  visible,
  wordsOf,
  type CompareView,
  type Message,
  type Words,
} from '../report/index.ts';
import { proposalsFor } from './command-line.ts';
import { viewOf } from './compare/state.ts';
import { drawFrame, drawTooSmall, frameHeight, leastSize, type FooterKey } from './draw-frame.ts';
import { drawHelp } from './draw-help.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import { fitLines, lineOf, type Line } from './drawing/line.ts';
import { keyTable, type Context } from './keys.ts';
import { openings, placeOf } from './places.ts';
import { scenarioName } from './scenario-name.ts';
import { labelOf, type Prompt } from './prompt.ts';
import { mistakesWords } from './mistakes/words.ts';
import { works } from './after-command.ts';
import { hereOf, type ScreenState } from './screen-state.ts';
import { views } from './shared.ts';
import { shellWords } from './words.ts';

/** The whole screen: as many lines as the window has rows, each as wide as its columns, but never wider than 200. */
export function drawScreen(state: ScreenState, glyphs: Glyphs): readonly Line[] {
  const words = wordsOf(state.language);
  const own = shellWords(state.language);
  const size = { width: Math.min(state.columns, 200), height: state.rows };
  if (size.width < leastSize.width || size.height < leastSize.height)
    return drawTooSmall(
      { sentences: own.tooSmall(size.width, size.height), figures: shortFigures(viewOf(state)), quit: own.quit },
      size,
    );
  const room = { width: size.width, height: size.height - frameHeight, words, glyphs };
  const here = hereOf(state);
  const place = placeOf(here);
  const drawn =
    state.help === undefined
      ? place.draw(here, state, room)
      : { body: drawHelp({ context: here.place, from: state.help, language: state.language }, room) };
  return drawFrame(
    {
      crumbs: [
        ...state.beneath.map(({ title, titleZh }) => visible(state.language === 'en' ? title : titleZh)),
        scenarioName(state.title, state),
        ...place.crumbs(here, state),
        ...(state.help === undefined ? [] : [own.help]),
      ],
      state:
        state.help === undefined
          ? (drawn.standing ?? standing(state, viewOf(state).base, words, glyphs))
          : lineOf(own.escCloses, 'dim'),
      views: views.map((view) => ({
        name: own.views[view],
        isActive: view === place.view,
        isThere: openings[view] !== undefined,
      })),
      body: withProposals(drawn.body, state, room),
      message: state.note ?? brokenNote(state) ?? drawn.message ?? messageOf(state, words),
      ...(state.prompt === undefined ? {} : { prompt: promptText(state.prompt, own.exportTo) }),
      keys: footer(state),
    },
    { ...size, glyphs },
  );
}

/** The command line takes the last rows of the body for what it proposes. */
function withProposals(
  body: readonly Line[],
  state: ScreenState,
  room: { width: number; height: number; glyphs: Glyphs },
): readonly Line[] {
  const { prompt } = state;
  if (prompt?.of !== 'say') return body;
  const proposals = proposalsFor(prompt.text, state);
  const widest = Math.max(0, ...proposals.map(({ line }) => line.length));
  const lines = proposals.map(({ line, help }, at): Line => {
    const isChosen = at === (prompt.proposal ?? -1);
    return [
      ...lineOf(isChosen ? ` ${room.glyphs.pointer} ` : '   ', 'accent'),
      ...lineOf(line.padEnd(widest + 3), isChosen ? 'strong' : 'plain'),
      ...lineOf(help, 'dim'),
    ];
  });
  return [...fitLines(body, { ...room, height: room.height - lines.length }), ...lines];
}

/** The line with its cursor, drawn as `_` before what it stands at. */
function promptText(
  prompt: Prompt,
  exportLabel: string,
): { readonly label: string; readonly text: string; readonly cursor: number } {
  return { label: labelOf(prompt, exportLabel), text: prompt.text, cursor: prompt.cursor };
}

/** Right end of the first line: how far the experiment is. */
function standing(state: ScreenState, base: string, words: Words, glyphs: Glyphs): Line {
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
      : `   ${words.known({ letter: base, precision: precisionText(progress.precision), wanted: precisionText(progress.precisionWanted) })}`;
  return lineOf(`${paused}${words.seed(visible(seed))}   ${counts} ${words.replications} ${bar}${known}`, 'dim');
}

/** That what is shown is not what the files say, wherever their mistakes are not shown. */
function brokenNote(state: ScreenState): Message | undefined {
  const [first] = state.broken;
  if (first === undefined || hereOf(state).place === 'mistakes') return undefined;
  const { isBroken } = mistakesWords(state.language);
  return { isAlarm: true, text: isBroken(visible(first.file), first.mistakes.length) };
}

function messageOf(state: ScreenState, words: Words): Message {
  const [first] = messagesOf(state.progress, { words, secondsLeft: state.secondsLeft });
  return first ?? { isAlarm: false, text: '' };
}

/** Keys that would do something now, by their place in the footer. */
function footer(state: ScreenState): readonly FooterKey[] {
  const contexts: readonly Context[] = state.prompt === undefined ? [hereOf(state).place, 'everywhere'] : ['typing'];
  return keyTable
    .filter((row) => row.footer !== undefined && contexts.includes(row.context) && works(row.command, state))
    .toSorted((a, b) => (a.footer ?? 0) - (b.footer ?? 0))
    .map((row) => ({ key: row.keys[0] ?? '', label: row.label[state.language] }));
}

/** `A 95.6 h  C 27.9 h`: what a window too small still shows. */
function shortFigures({ rows, indicator }: CompareView): string {
  const { values } = figures(
    rows.map((row) => row.mean),
    indicator.scale,
  );
  return rows
    .flatMap((row, at) =>
      row.mean === undefined ? [] : [`${row.letter} ${(values[at] ?? '').trim()} ${indicator.scale.unit}`],
    )
    .join('  ');
}
