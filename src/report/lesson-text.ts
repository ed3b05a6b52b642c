import { present, right, wrong, type Mistake, type Result } from '../base/index.ts';
import { letters, standAt, type Answer, type Lesson, type Stand } from '../learn/index.ts';
import type { Model } from '../simulation/index.ts';
import { csvText } from './csv.ts';
import { decimalsOf, fixed, intervalText, money } from './numbers.ts';
import { pageOutput } from './page-output.ts';
import { standView, type HappenedView } from './stand-view.ts';
import { wrapped } from './wrapped.ts';
import type { TextOptions } from './text-options.ts';
import type { Words } from './words-en.ts';

/** What `learn` prints: the lessons, and which are done. */
export function lessonsText(lessons: readonly Lesson[], done: readonly string[], options: TextOptions): string {
  const { words, format } = options;
  const { language, lesson: own } = words;
  const rows = lessons.map(({ name, title }) => [done.includes(name) ? own.done : '', name, title[language]]);
  if (format === 'csv') return csvText([['done', 'lesson', 'title'], ...rows]);
  const table = {
    heading: '',
    columns: ['', own.lesson, own.title].map((head) => ({ head, align: 'left', rank: 0 }) as const),
    rows,
  };
  const count = own.count(lessons.filter(({ name }) => done.includes(name)).length, lessons.length);
  return pageOutput({ title: '', tables: [table], notes: [count, own.progressLocal] }, options);
}

/** A lesson in words: each step with what came since the last, each choice with its consequences. */
export interface LessonTold {
  readonly name: string;
  readonly title: string;
  readonly aim: string;
  readonly law: readonly string[];
  readonly steps: readonly StepTold[];
  readonly question: string;
  readonly unit: string;
  readonly experiment: { readonly scenario: string; readonly says: string };
}

/** A step in words. */
export interface StepTold extends Happened {
  readonly says: string;
  /** Deadlines that have begun to run. */
  readonly deadlines: readonly string[];
  readonly choices: readonly (Happened & {
    readonly letter: string;
    readonly label: string;
    readonly then: string;
  })[];
}

interface Happened {
  readonly happened: readonly HappenedView[];
  /** What the consignment has been charged in all. */
  readonly costs: readonly string[];
}

/** Tells a lesson; the first choice of a step is the one that the next steps go on with. Turns that cannot come are mistakes. */
export function tellLesson(lesson: Lesson, model: Model, words: Words): Result<LessonTold, readonly Mistake[]> {
  const { language } = words;
  const mistakes: Mistake[] = [];
  const running = new Set<string>();
  let [made, chosen]: [number, readonly number[]] = [0, []];
  const at = (step: number, choices: readonly number[]): Happened & { readonly stand: Stand | undefined } => {
    const stand = standAt(model, lesson, { step, chosen: choices });
    if (!stand.ok) {
      mistakes.push(...stand.wrong);
      return { happened: [], costs: [], stand: undefined };
    }
    const { happened, costs } = standView(stand.value, model.scenario, words);
    return { happened: happened.slice(made), costs, stand: stand.value };
  };
  /** Those that run and did not run before. */
  const begun = (stand: Stand | undefined): readonly string[] => {
    if (stand === undefined) return [];
    const all = standView(stand, model.scenario, words).deadlines;
    return stand.deadlines.flatMap(({ name, runs }, index) => {
      if (!runs || running.has(name)) return [];
      running.add(name);
      const { what, when, left } = present(all[index], 'a deadline');
      return [words.lesson.deadline(what, left === '' ? when : `${when}, ${words.stand.left(left)}`)];
    });
  };
  const steps = lesson.steps.map(({ says, choices }, step): StepTold => {
    const { stand, ...own } = at(step, chosen);
    made = stand?.steps.length ?? made;
    const ways = choices.map((_choice, choice) => at(step, [...chosen, choice]));
    if (choices.length > 0) {
      chosen = [...chosen, 0];
      made = ways[0]?.stand?.steps.length ?? made;
    }
    return {
      says: says[language],
      deadlines: begun(stand),
      ...own,
      choices: choices.map(({ label, then }, choice) => ({
        letter: present(letters[choice], 'a letter'),
        label: label[language],
        happened: ways[choice]?.happened ?? [],
        costs: ways[choice]?.costs ?? [],
        then: then[language],
      })),
    };
  });
  if (mistakes.length > 0) return wrong(mistakes);
  const { name, title, aim, law, question, experiment } = lesson;
  return right({
    name,
    title: title[language],
    aim: aim[language],
    law: law.map((each) => each[language]),
    steps,
    question: question.asks[language],
    unit: question.unit,
    experiment: { scenario: experiment.scenario, says: experiment.says[language] },
  });
}

/** What `learn LESSON` prints. */
export function lessonText(told: LessonTold, { words, format, width = 100 }: TextOptions): string {
  const { lesson: own } = words;
  if (format === 'csv') return csvText([csvHeads, ...csvRows(told)]);
  const isMarkdown = format === 'md';
  const heading = (text: string): string => (isMarkdown ? `### ${text}` : text);
  const said = (text: string, indent = 0): readonly string[] =>
    wrapped(text, isMarkdown ? Number.MAX_SAFE_INTEGER : width - indent).map((line) => ' '.repeat(indent) + line);
  const listed = (text: string): readonly string[] => (isMarkdown ? [`- ${text}`] : said(text, 2));
  const happened = ({ happened: all, costs }: Happened): readonly string[] => [
    ...all.flatMap(({ when, what, then }) =>
      listed(`${when}  ${what}${then === '' ? '' : `${words.punctuation.colon}${then}`}`),
    ),
    ...(all.length === 0 || costs.length === 0 ? [] : listed(own.cost(costs))),
  ];
  const blocks = [
    [isMarkdown ? `## ${told.title}` : told.title],
    said(told.aim),
    [heading(own.law), ...told.law.flatMap(listed)],
    ...told.steps.flatMap((step, at) => [
      [heading(`${at + 1}`), ...happened(step), ...step.deadlines.flatMap(listed)],
      said(step.says),
      ...step.choices.flatMap((choice) => [
        [
          isMarkdown ? `**${choice.letter}** ${choice.label}` : `${choice.letter}  ${choice.label}`,
          '',
          ...happened(choice),
        ],
        said(choice.then, isMarkdown ? 0 : 2),
      ]),
    ]),
    [heading(own.question), ...said(told.question)],
    [own.answerWith(`clearsim learn ${told.name} --answer ${own.number}`, told.unit)],
    [heading(own.experiment), ...said(told.experiment.says), ...listed(`clearsim ${told.experiment.scenario}`)],
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

const csvHeads = ['step', 'choice', 'when', 'comes', 'reaches'];

function csvRows({ steps }: LessonTold): readonly (readonly string[])[] {
  const rows = (step: number, letter: string, { happened }: Happened): readonly (readonly string[])[] =>
    happened.map(({ when, what, then }) => [String(step + 1), letter, when, what, then]);
  return steps.flatMap((step, at) => [
    ...rows(at, '', step),
    ...step.choices.flatMap((choice) => rows(at, choice.letter, choice)),
  ]);
}

/** `2.95 h`, `4.64 h [4.39, 4.93]`, `CNY 2,500`, `14 d`: as many decimals as its interval supports, two at most. */
export function answerText({ value, interval, unit }: Answer): string {
  if (/^[A-Z]{3}$/u.test(unit)) return money(value, unit);
  const isExact = interval === null || interval[0] === interval[1];
  if (isExact) return `${Number(fixed(value, 2))} ${unit}`;
  const decimals = decimalsOf({ value, interval }, 2);
  return `${fixed(value, decimals)} ${unit} ${intervalText(interval, decimals)}`;
}

/** What is said of a number that was given, and why it is so. */
export function judgementText(
  lesson: Lesson,
  of: { readonly given: string; readonly isRight: boolean; readonly answer: Answer },
  { words, width = 100 }: TextOptions,
): string {
  const { lesson: own, language } = words;
  const value = answerText(of.answer);
  const blocks = [
    wrapped(of.isRight ? own.right(value) : own.wrong(of.given, value), width),
    wrapped(computedText(of.answer, lesson, words), width),
    wrapped(lesson.why[language], width),
    wrapped(`${own.tryIt} ${lesson.experiment.says[language]}`, width),
    [`  clearsim ${lesson.experiment.scenario}`],
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** Where an answer comes from. */
export function computedText({ seed, replications }: Answer, { scenario }: Lesson, { lesson: own }: Words): string {
  return replications === 0 ? own.byConsignment(scenario) : own.byRuns({ scenario, seed, replications });
}
