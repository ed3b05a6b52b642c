import type { Lesson } from '../../learn/index.ts';
import { answerText, computedText, visible, wrapped } from '../../report/index.ts';
import { cutLine, fitLine, lineOf, type Line, type Role } from '../drawing/line.ts';
import { learnWords } from '../learn/words.ts';
import type { Around } from '../place.ts';
import type { Judgement } from './state.ts';

/** The question, what was answered; after a wrong number a hint, and once the answer may be known: why, what to try, and where the answer comes from. */
export function drawQuestion(
  {
    lesson,
    given,
    judgement,
  }: { readonly lesson: Lesson; readonly given: string | undefined; readonly judgement: Judgement },
  around: Around,
): readonly Line[] {
  const { width, words, glyphs } = around;
  const { language } = words;
  const own = learnWords(language);
  const said = (text: string, role: Role = 'plain'): readonly Line[] =>
    wrapped(text, Math.min(76, width - 4)).map((line) => lineOf(`   ${line}`, role));
  const answer: Line = [
    ...lineOf(`   ${own.answer}   `),
    ...lineOf(`[ ${visible(given ?? '')} ]`, 'strong'),
    ...lineOf(` ${lesson.question.unit}   `),
    ...verdictLine(judgement, lesson, given, around),
  ];
  const after: readonly Line[] =
    'answer' in judgement
      ? [
          ...said(computedText(judgement.answer, lesson, words), 'dim'),
          [],
          ...said(`${own.why}${lesson.why[language]}`),
          [],
          ...said(`${own.tryIt}${lesson.experiment.says[language]}`),
          [...lineOf(` ${glyphs.pointer} `, 'accent'), ...lineOf(own.openExperiment, 'strong')],
        ]
      : judgement.is === 'notYet'
        ? [[], ...said(`${own.hint}${lesson.question.hint[language]}`)]
        : [];
  return [...said(lesson.question.asks[language]), [], answer, ...after].map((line) =>
    fitLine(cutLine(line, width, glyphs.ellipsis), width),
  );
}

function verdictLine(
  judgement: Judgement,
  { question }: Lesson,
  given: string | undefined,
  { words: { language, punctuation }, glyphs }: Around,
): Line {
  const own = learnWords(language);
  switch (judgement.is) {
    case 'right':
      return lineOf(`${glyphs.mark} ${own.right}${punctuation.colon}${answerText(judgement.answer)}`, 'strong');
    case 'wrong':
      return [...lineOf('! ', 'alarm'), ...lineOf(own.computes(answerText(judgement.answer)), 'strong')];
    case 'shown':
      return lineOf(own.computes(answerText(judgement.answer)), 'strong');
    case 'notYet':
      return [...lineOf('! ', 'alarm'), ...lineOf(own.notYet, 'strong')];
    case 'noNumber':
      return [...lineOf('! ', 'alarm'), ...lineOf(own.noNumber(visible(given ?? ''), question.unit))];
    case 'computing':
      return lineOf(own.computing, 'dim');
    default:
      return lineOf(own.none, 'dim');
  }
}
