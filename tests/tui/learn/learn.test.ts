import { verbatim } from '../../../src/base/index.ts';
import { expect, test } from 'vitest';
import { drawScreen } from '../../../src/tui/draw-screen.ts';
import { narrowGlyphs } from '../../../src/tui/drawing/glyphs.ts';
import { textOf, widthOf } from '../../../src/tui/drawing/line.ts';
import { works } from '../../../src/tui/after-command.ts';
import { nextState } from '../../../src/tui/next-state.ts';
import { hereOf, openingState, wantsOf, type ScreenState } from '../../../src/tui/screen-state.ts';
import { scenarioIn } from '../../learn/lesson-files.ts';
import { told as tells } from '../fake-desk.ts';
import { model } from '../model.ts';
import { answerTo, lessonNamed, lessons } from './lesson-desk.ts';

const answer = await answerTo('03-advance');

/** What the desk of these stories brings, at once. */
function brought(state: ScreenState, isAnswered = true): ScreenState {
  let next = state;
  for (const want of wantsOf(state)) {
    if (state.materials.here(want) !== undefined) continue;
    if (want.kind === 'answer' && !isAnswered) continue;
    const given =
      want.kind === 'lessons'
        ? { lessons, done: ['01-where-the-time-is'] }
        : want.kind === 'lesson'
          ? scenarioIn(lessonNamed(want.lesson).scenario)
          : answer;
    next = nextState(next, { kind: 'brought', want, material: { is: 'here', given } }, narrowGlyphs);
  }
  return next;
}

function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return keys.reduce((each, key) => brought(nextState(each, { kind: 'pressed', key }, narrowGlyphs)), state);
}

function screen(state: ScreenState): string {
  return textOf(drawScreen(state, narrowGlyphs)).join('\n');
}

function opening(columns = 80, rows = 24, language: 'en' | 'zh' = 'en'): ScreenState {
  return brought(openingState({ columns, rows, language, ...tells, modelOf: model, check: () => [] }, 'learn'));
}

const list = opening();
const third = press(list, 'j', 'Enter');

test('the list: what is done is marked, the pointer is at the first that is not', () => {
  expect(screen(list)).toMatch(/1 +Where the time is +✓/);
  expect(screen(list)).toContain('▸  2');
  expect(screen(list)).toContain('1 of 12 done');
  expect(screen(press(list, '/', 'g', 'r', 'e', 'e', 'n'))).toMatch(/▸ {2}1 +The green channel/);
  expect(screen(press(list, 'G'))).toContain('12   Gone before');
  expect(hereOf(press(list, 'Esc')).place).toBe('learn');
});

test('a lesson: steps, a choice, its consequence, and back', () => {
  expect(screen(third)).toContain('step 1 of 3');
  expect(works('chooseA', third)).toBe(false);
  const asked = press(third, 'Space');
  expect(screen(asked)).toContain('Choose a or b; u takes it back');
  // Without a choice there is no way on.
  expect(works('forward', asked)).toBe(false);
  const atSea = press(asked, 'a');
  expect(screen(atSea)).toContain('Lodged after 30 hours, reviewed after 31');
  expect(screen(atSea)).toContain('▸ removed');
  expect(screen(press(atSea, 'u'))).toBe(screen(asked));
  expect(screen(press(atSea, 'u', 'b'))).toContain('one hour later');
  expect(screen(press(atSea, 'Space'))).toContain('o asks the question.');
  expect(screen(press(atSea, 'Space', 'u', 'u', 'u'))).toBe(screen(third));
  expect(screen(press(atSea, 'Tab'))).toMatch(/released +Thu 15 Jul 08:00 +Thu 15 Jul 09:00 +\+1 h/);
  expect(screen(press(atSea, 'Tab', 'Tab'))).toContain('Thu 15 Jul 08:00  the ship arrives: arrived, released');
  expect(screen(press(asked, 'Tab', 'Tab'))).toContain('the law here');
  expect(hereOf(press(atSea, 'Esc'))).toMatchObject({ place: 'learn', chosen: '03-advance' });
});

test('what each choice leads to is shown after the choice only, so that it is thought about first', () => {
  const asked = press(third, 'Space');
  expect(screen(press(asked, 'Tab'))).not.toContain('reached');
  const wide = press(opening(160, 50), 'j', 'Enter', 'Space');
  expect(screen(wide)).not.toContain('since entry');
  expect(screen(press(wide, 'b'))).toMatch(/since entry[^]*a  lodge as soon as[^]*b  wait for the ship[^]*duty/);
  expect(screen(press(wide, 'b', 'Space'))).not.toContain('since entry');
});

test('the next lesson takes the place of this one', () => {
  const fourth = press(third, 'n');
  expect(screen(fourth)).toContain('Learn > Two-step declaration');
  expect(hereOf(press(fourth, 'Esc')).place).toBe('learn');
  // From its question too.
  const asked = press(third, 'o', '1', 'Enter', 'n');
  expect(screen(asked)).toContain('Learn > Two-step declaration');
  expect(hereOf(press(asked, 'Esc')).place).toBe('learn');
});

test('the question: a number is typed, judged, and told why; the lesson is done', () => {
  const asked = press(third, 'o');
  expect(asked.prompt?.of).toMatchObject({ label: 'your answer in h:' });
  const wrong = press(asked, '9', 'Enter');
  // A first wrong number is met with a hint; the second with the answer.
  expect(screen(wrong)).toMatch(/\[ 9 \] h +! not yet; r answers again, v shows the answer/);
  expect(screen(wrong)).toContain('Hint: Release waits for the later of ship and papers. At which hour');
  expect(screen(wrong)).not.toContain('the simulator computes');
  expect(wrong.learned).toEqual([]);
  const twice = press(wrong, 'r', '8', 'Enter');
  expect(screen(twice)).toMatch(/\[ 8 \] h +! the simulator computes 1 h/);
  expect(screen(twice)).toContain('Why: Release waits for the later of ship and papers.');
  expect(screen(press(wrong, 'r', 'x', 'Enter', 'r', '8', 'Enter'))).toBe(screen(twice));
  const again = press(wrong, 'r', '1', ' h', 'Enter');
  expect(screen(again)).toMatch(/✓ right: 1 h/);
  expect(again.learned).toEqual(['03-advance']);
  expect(again.errands.at(-1)?.errand).toEqual({ kind: 'finish', lesson: '03-advance' });
  expect(screen(again)).toContain('2 of 12 done');
  expect(hereOf(press(again, 'u')).place).toBe('lesson');
  expect(screen(press(wrong, 'r', 'x', 'Enter'))).toContain('found x, expected a number of h');
});

test('the answer is shown to whoever asks for it; the lesson is not done by that', () => {
  const shown = press(third, 'o', 'Esc', 'v');
  expect(screen(shown)).toMatch(/\[ {2}\] h +the simulator computes 1 h/);
  expect(screen(shown)).toContain('Why:');
  expect(works('showAnswer', shown)).toBe(false);
  expect(shown.learned).toEqual([]);
  expect(screen(press(third, 'o', '9', 'Enter', 'v'))).toMatch(/\[ 9 \] h +! the simulator computes 1 h/);
});

test('an answer that is given before it is computed is judged when it is', () => {
  const typed = ['o', '1', 'Enter'].reduce(
    (state, key) => brought(nextState(state, { kind: 'pressed', key }, narrowGlyphs), false),
    third,
  );
  expect(screen(typed)).toContain('The simulator computes the answer.');
  const computed = brought(typed);
  expect(screen(computed)).toContain('right: 1 h');
  expect(computed.learned).toEqual(['03-advance']);
  expect(computed.errands.at(-1)?.errand).toEqual({ kind: 'finish', lesson: '03-advance' });
});

test('the experiment opens in the comparison over what was open, and Esc leads back to the question', () => {
  const wanted = press(third, 'o', '1', 'Enter', 'Enter');
  const errand = { kind: 'open', files: ['scenarios/lessons/03-advance.yaml'] } as const;
  expect(wanted.errands.at(-1)?.errand).toEqual(errand);
  const over = { ...tells, title: 'Advance', beneath: [{ title: tells.title, titleZh: tells.title, unsaved: [] }] };
  const open = nextState(wanted, { kind: 'ran', errand, failure: undefined, tells: over }, narrowGlyphs);
  expect(hereOf(open).place).toBe('compare');
  expect(screen(open)).toContain('sea imports 2017 > Advance > Compare');
  const asked = press(open, '5', 'Esc');
  expect(asked.errands.at(-1)?.errand).toEqual({ kind: 'close' });
  const closed = { kind: 'ran', errand: { kind: 'close' }, failure: undefined, tells } as const;
  expect(hereOf(nextState(asked, closed, narrowGlyphs)).place).toBe('question');
});

test('what cannot be brought is told', () => {
  const want = { kind: 'lessons' } as const;
  const failed = nextState(
    openingState({ columns: 80, rows: 24, language: 'en', ...tells, modelOf: model, check: () => [] }, 'learn'),
    { kind: 'brought', want, material: { is: 'failed', why: verbatim('docs/lessons/01.yaml:3: aim is missing') } },
    narrowGlyphs,
  );
  expect(screen(failed)).toContain('This lesson cannot be opened: docs/lessons/01.yaml:3: aim is missing');
});

const windows = [
  { columns: 80, rows: 24, language: 'en' },
  { columns: 80, rows: 24, language: 'zh' },
  { columns: 160, rows: 50, language: 'en' },
] as const;

test.each(windows)(
  'every step of every lesson is told in full at $columns x $rows, in $language',
  ({ columns, rows, language }) => {
    const own = opening(columns, rows, language);
    for (const lesson of lessons) {
      let state = nextState(own, { kind: 'pressed', key: 'g' }, narrowGlyphs);
      state = press(state, ...Array.from({ length: lessons.indexOf(lesson) }, () => 'j'), 'Enter');
      for (const [at, step] of lesson.steps.entries()) {
        expectTold(state, step.says[language]);
        for (const [index, choice] of step.choices.entries()) {
          expectTold(state, choice.label[language]);
          expectTold(press(state, ['a', 'b', 'c', 'd'][index] ?? ''), choice.then[language]);
        }
        if (step.choices.length > 0) state = press(state, 'a');
        if (at < lesson.steps.length - 1) state = press(state, 'Space');
      }
    }
  },
);

/** All of a text is on the screen, line breaks aside. */
function expectTold(state: ScreenState, text: string): void {
  const lines = drawScreen(state, narrowGlyphs);
  expect(lines.map(widthOf)).toEqual(lines.map(() => state.columns));
  // In a wide window other things stand beside it.
  const story = textOf(lines).map((line) =>
    line.slice(0, state.columns >= 120 ? Math.floor(state.columns * 0.35) : undefined),
  );
  const bare = (all: string): string => all.replaceAll(/\s+/gu, '');
  if (state.language === 'en') expect(bare(story.join(''))).toContain(bare(text));
  else expect(bare(textOf(lines).join(''))).toContain(bare(text).slice(0, 6));
}
