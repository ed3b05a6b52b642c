import { expect, test } from 'vitest';
import { openScreen } from '../../../src/tui/index.ts';
import { reached } from '../../report/fixture.ts';
import { FakeDesk } from '../fake-desk.ts';
import { FakeTerminal } from '../terminal.ts';
import { answerTo, withLessons } from './lesson-desk.ts';

const answer = await answerTo('03-advance');

/** Where the visit goes, and what is then seen. */
const scenes = {
  lessons: { lesson: undefined, press: 'j', en: '▸  3', zh: '▸  3' },
  choice: { lesson: '03-advance', press: ' ', en: 'Choose a or b', zh: '选 a 或 b' },
  chosen: { lesson: '03-advance', press: ' a', en: 'u takes the choice back', zh: '按 u 退回选择' },
  ends: { lesson: '03-advance', press: ' a\t', en: 'reached', zh: '达到' },
  hint: { lesson: '03-advance', press: 'o9\r', en: 'not yet; r', zh: '还不对；按 r' },
  question: { lesson: '03-advance', press: 'o9\rv', en: 'the simulator computes', zh: '模拟器算得' },
} as const;

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 160, rows: 50 },
] as const;

test.each(
  (['lessons', 'choice', 'chosen', 'ends', 'hint', 'question'] as const).flatMap((scene) =>
    sizes.flatMap((size) => (['en', 'zh'] as const).map((lang) => ({ scene, ...size, lang }))),
  ),
)('$scene at $columns x $rows, $lang', async ({ scene, columns, rows, lang }) => {
  const { lesson, press, ...shows } = scenes[scene];
  const desk = withLessons(new FakeDesk(), answer);
  const terminal = new FakeTerminal(columns, rows);
  const visit = openScreen(desk, {
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    ascii: false,
    color: true,
    lang,
    view: 'learn',
    ...(lesson === undefined ? {} : { lesson }),
  });
  const sees = async (text: string): Promise<void> => {
    await expect.poll(async () => (await terminal.lines()).join('\n'), { interval: 5, timeout: 9000 }).toContain(text);
  };
  await sees(lesson === undefined ? '▸  2' : lang === 'en' ? 'step 1 of 3' : '第 1 步');
  desk.tell(reached);
  for (const key of press) terminal.press(key);
  await sees(shows[lang]);
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot(
    `../golden/${scene}-${columns}x${rows}-${lang}.txt`,
  );
  terminal.press('q');
  await visit;
});
