import { choiceMade, goOnFrom, letters, openChoices, type Lesson, type Visit } from '../../learn/index.ts';
import { wrapped, type FuturesView, type Language, type StandView } from '../../report/index.ts';
import { drawLanes } from '../drawing/draw-lanes.ts';
import { beside, cutLine, fitLine, fitLines, lineOf, type Line } from '../drawing/line.ts';
import { learnWords } from '../learn/words.ts';
import type { Around } from '../place.ts';
import { drawFutures } from './draw-futures.ts';
import type { LessonPane } from './state.ts';

/** What is shown of a lesson. */
export interface LessonDrawing {
  readonly lesson: Lesson;
  readonly visit: Visit;
  readonly view: StandView;
  /** What each choice of the step leads to; undefined before one is made. */
  readonly futures: FuturesView | undefined;
  readonly pane: LessonPane;
}

/** Whether a window has room for story, lanes and law side by side. */
export function hasAside({ columns, rows }: { readonly columns: number; readonly rows: number }): boolean {
  return columns >= 120 && rows >= 30;
}

/** The story, the clock, the lanes, the choices and the law; after a choice what each of them leads to. */
export function drawLesson(drawing: LessonDrawing, around: Around): readonly Line[] {
  return hasAside({ columns: around.width, rows: around.height + frame })
    ? drawWide(drawing, around)
    : drawNarrow(drawing, around);
}

/** Lines around the body of a place. */
const frame = 5;

/** What can be done next, for the message line. */
export function hintOf(
  lesson: Lesson,
  visit: Visit,
  of: { readonly language: Language; readonly columns: number; readonly rows: number; readonly pane: LessonPane },
): string {
  const { language, pane } = of;
  const own = learnWords(language);
  const open = openChoices(lesson, visit);
  if (open.length > 0) return own.choose(letters.slice(0, open.length));
  const isMade = choiceMade(lesson, visit) !== undefined;
  return own.canDo([
    ...(isMade && !hasAside(of) && pane !== 'futures' ? [own.compareEnds] : []),
    ...(isMade ? [own.takeBack] : []),
    goOnFrom(lesson, visit) === undefined ? own.ask : own.goOn,
  ]);
}

function drawNarrow(drawing: LessonDrawing, around: Around): readonly Line[] {
  const { width, height } = around;
  const room = Math.min(76, width - 4);
  const above = [...indented(storyLines(drawing, around, room)), [], clockLine(drawing, around)];
  const choices = indented(choiceLines(drawing, around, room), 1);
  const below = choices.length === 0 ? [] : [[], ...choices];
  const left = Math.max(0, height - above.length - below.length - 1);
  const middle = drawPane(drawing, { ...around, height: left }, room);
  return [...above, [], ...fitLines(middle, { width, height: left }), ...below].map((line) =>
    fitLine(cutLine(line, width, around.glyphs.ellipsis), width),
  );
}

function drawPane(drawing: LessonDrawing, around: Around, room: number): readonly Line[] {
  switch (drawing.pane) {
    case 'law':
      return indented(lawLines(drawing, around, room));
    case 'happened':
      return indented(happenedLines(drawing, around, room));
    case 'futures':
      if (drawing.futures !== undefined) return drawFutures(drawing.futures, around);
      return drawLanes(drawing.view.lanes, around);
    default:
      return drawLanes(drawing.view.lanes, around);
  }
}

/** Lines of what each choice leads to, at most so much of the window. */
const futuresShare = 0.45;

/** Story, clock and history on the left, the lanes, and the law on the right; below them what each choice leads to. */
function drawWide(drawing: LessonDrawing, around: Around): readonly Line[] {
  const { width, futures } = { ...around, ...drawing };
  const own = learnWords(around.words.language);
  const most = Math.floor(around.height * futuresShare);
  const below =
    futures === undefined
      ? []
      : [[], lineOf(`   ${own.futures}`, 'strong'), ...withoutEnd(drawFutures(futures, { ...around, height: most }))];
  return [...drawPanes(drawing, { ...around, height: around.height - below.length }), ...below].map((line) =>
    fitLine(line, width),
  );
}

/** Lines without the blank ones at their end. */
function withoutEnd(lines: readonly Line[]): readonly Line[] {
  return lines.slice(0, 1 + lines.findLastIndex((line) => line.some(({ text }) => text.trim() !== '')));
}

function drawPanes(drawing: LessonDrawing, around: Around): readonly Line[] {
  const { width, height, words } = around;
  const { lesson, view } = drawing;
  const own = learnWords(words.language);
  const story = Math.floor(width * 0.35);
  const law = width >= 150 ? Math.floor(width * 0.2) : 0;
  const room = Math.min(76, story - 6);
  const choices = choiceLines(drawing, around, room);
  const pair = (name: string, text: string): Line => [...fitLine(lineOf(name, 'dim'), 11), ...lineOf(text)];
  const above = [
    lineOf(lesson.title[words.language], 'strong'),
    [],
    ...storyLines(drawing, around, room),
    ...(choices.length === 0 ? [] : [[], ...choices]),
    [],
    pair(own.clock, view.clock),
    ...view.deadlines.flatMap(({ what, when }) => [pair(own.deadline, what), pair('', when)]),
    pair(own.cost, view.costs.join(words.punctuation.list) || (view.hasEnded ? own.freeToTheEnd : own.free)),
    [],
    lineOf(own.happened, 'strong'),
  ];
  const happened = happenedLines(drawing, { ...around, height: height - above.length }, room);
  const left = indented([...above, ...happened]).map((line) => cutLine(line, story - 1, around.glyphs.ellipsis));
  const lanes = drawLanes(view.lanes, { ...around, width: width - story - law, height });
  const right = law === 0 ? [] : lawLines(drawing, around, law - 2);
  return beside(fitLines(left, { width: story, height }), beside(lanes, right, width - story - law), story).map(
    (line) => fitLine(line, width),
  );
}

function indented(lines: readonly Line[], by = 3): readonly Line[] {
  return lines.map((line) => (line.length === 0 ? line : [...lineOf(' '.repeat(by)), ...line]));
}

/** What is said: of the step, or of the choice that was made at it. */
function storyLines({ lesson, visit }: LessonDrawing, { words: { language } }: Around, room: number): readonly Line[] {
  const choice = choiceMade(lesson, visit);
  const said = (text: string): readonly Line[] => wrapped(text, room).map((line) => lineOf(line));
  if (choice === undefined) return said(lesson.steps[visit.step]?.says[language] ?? '');
  return [lineOf(choice.label[language], 'strong'), ...said(choice.then[language])];
}

/** The choices that are open, each behind its letter. */
function choiceLines({ lesson, visit }: LessonDrawing, { words }: Around, room: number): readonly Line[] {
  return openChoices(lesson, visit).flatMap(({ label }, index): readonly Line[] =>
    wrapped(label[words.language], room - 5).map((line, at) => [
      ...lineOf(at === 0 ? `  ${letters[index] ?? ''}  ` : '     ', 'accent'),
      ...lineOf(line),
    ]),
  );
}

/** What happened last, whole entries: as many as there is room for. */
function happenedLines({ view }: LessonDrawing, { height }: Around, room: number): readonly Line[] {
  const entries = view.happened.map(({ when, what, then }) =>
    wrapped(`${when}  ${what}${then === '' ? '' : `: ${then}`}`, room).map((line) => lineOf(line)),
  );
  const first = entries.findIndex((_, at) => entries.slice(at).flat().length <= height);
  return entries.slice(first).flat();
}

/** The clock, the deadline that is next, and what it has cost. */
function clockLine({ view }: LessonDrawing, { words: { language, punctuation } }: Around): Line {
  const own = learnWords(language);
  const deadline = view.deadlines.find(({ left }) => left !== '');
  return [
    ...lineOf(`   ${view.clock}`, 'strong'),
    ...(view.costs.length === 0
      ? []
      : [...lineOf(`   ${own.cost} `, 'dim'), ...lineOf(view.costs.join(punctuation.list))]),
    ...(deadline === undefined
      ? []
      : [...lineOf(`   ${own.deadline} `, 'dim'), ...lineOf(`${deadline.what} ${deadline.when}`)]),
  ];
}

function lawLines(
  { lesson, view }: LessonDrawing,
  { words: { language, punctuation } }: Around,
  room: number,
): readonly Line[] {
  const own = learnWords(language);
  const here = view.laws.flatMap(({ about, law }) =>
    wrapped(`${about}${punctuation.colon}${law}`, room).map((line) => lineOf(line, 'dim')),
  );
  return [
    lineOf(own.law, 'strong'),
    ...lesson.law.flatMap((each) => wrapped(each[language], room).map((line) => lineOf(line))),
    [],
    ...here,
  ];
}
