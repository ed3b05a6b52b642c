import { minutesPerDay, minutesPerHour, present, right, wrong, type Mistake, type Result } from '../base/index.ts';
import { nearestOf, oneOf } from '../notation/index.ts';
import { dimensionOf, minutesIn } from './figure.ts';
import type { Figure, Lesson, OfConsignment, Unit } from './lesson.ts';
import { standAt } from './play.ts';
import { ScenarioFigures, type Computed, type LessonScenario, type ScenarioFigure } from './scenario-figures.ts';
import type { Stand } from './walk.ts';

/** The answer of a question, in its unit, as the simulator computes it. */
export interface Answer extends Computed {
  readonly unit: Unit;
  readonly seed: string;
  /** Replications that were run; 0: the answer is that of the lesson's one consignment. */
  readonly replications: number;
}

/**
 * Computes the answer of a lesson's question: by runs of its scenario with the scenario's own seed and number of replications, or by
 * its consignment. `breathe` lets others have the thread every few milliseconds. The paths of mistakes are those of the lesson.
 */
export async function answerOf(
  lesson: Lesson,
  scenario: LessonScenario,
  breathe: () => Promise<void> = () => Promise.resolve(),
): Promise<Result<Answer, readonly Mistake[]>> {
  const { answer, unit } = lesson.question;
  const fromRuns = scenarioFigures(answer);
  const runs = fromRuns.length === 0 ? undefined : await ScenarioFigures.of(fromRuns, scenario, breathe);
  const computed = runs?.ok === false ? runs : compute(answer, { lesson, scenario, runs: runs?.value });
  if (!computed.ok)
    return wrong(computed.wrong.map((each) => ({ ...each, path: ['question', 'answer', ...each.path] })));
  const { value, interval } = computed.value;
  const factor = factorOf(answer, unit);
  const { seed, replications } = scenario.set.base.run;
  return right({
    value: value * factor,
    interval: interval === null ? null : [interval[0] * factor, interval[1] * factor],
    unit,
    seed,
    replications: runs === undefined ? 0 : replications.max,
  });
}

/** Whether a number answers a question. */
export function isRight(given: number, answer: Pick<Answer, 'value'>, within: number): boolean {
  // What is written in decimals is not exact in binary.
  const slack = 1e-9 * Math.max(1, Math.abs(answer.value));
  return Math.abs(given - answer.value) <= within + slack;
}

/** A number as a learner types it, with or without the unit: `2.95`, `2,500 CNY`, `９７ %`. Undefined: it is no number. */
export function numberIn(text: string, unit: Unit): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const bare = plain.toLowerCase().endsWith(unit.toLowerCase()) ? plain.slice(0, -unit.length).trim() : plain;
  const digits = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(bare) ? bare.replaceAll(',', '') : bare;
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(digits) ? Number(digits) : undefined;
}

interface Known {
  readonly lesson: Lesson;
  readonly scenario: LessonScenario;
  readonly runs: ScenarioFigures | undefined;
}

function compute(figure: Figure, known: Known): Result<Computed, readonly Mistake[]> {
  switch (figure.kind) {
    case 'given': {
      const hours = figure.time / minutesPerHour;
      return right({ value: hours, interval: [hours, hours] });
    }
    case 'lastDay':
      return lastDay(figure, known);
    case 'charged':
      return charged(figure, known);
    case 'difference':
      return difference(figure.of, known);
    default:
      return present(known.runs, 'runs of the scenario').figure(figure);
  }
}

function difference([first, second]: readonly [Figure, Figure], known: Known): Result<Computed, readonly Mistake[]> {
  const [one, other] = [compute(first, known), compute(second, known)];
  if (!one.ok || !other.ok)
    return wrong([one, other].flatMap((each, index) => (each.ok ? [] : under(['difference', index], each.wrong))));
  const paired = known.runs?.paired(first, second);
  if (paired !== undefined) return right(paired);
  const [a, b] = [one.value.interval, other.value.interval];
  // Of two figures of the same runs nobody knows how they hang together; where one of them is sure it does not matter.
  const isKnown = a !== null && b !== null && (a[0] === a[1] || b[0] === b[1]);
  return right({ value: one.value.value - other.value.value, interval: isKnown ? [a[0] - b[1], a[1] - b[0]] : null });
}

/** The last day on which a deadline is met, counted from the day from which it runs. */
function lastDay(
  { deadline, choices }: OfConsignment & { readonly deadline: string },
  { lesson, scenario }: Known,
): Result<Computed, readonly Mistake[]> {
  const { minute } = scenario.set.base.start;
  const seen: string[] = [];
  for (const step of lesson.steps.keys()) {
    const stand = standIn(lesson, scenario, choices, step);
    if (!stand.ok) return stand;
    const { deadlines, steps } = stand.value;
    const found = deadlines.find(({ name, runs }) => name === deadline && runs);
    seen.push(...deadlines.map(({ name }) => name));
    if (found?.at === undefined) continue;
    const from = steps.find(({ milestones }) => milestones.some((each) => found.from.includes(each)));
    const dayOf = (at: number): number => Math.floor((at + minute) / minutesPerDay);
    // Due at midnight: the day before is the last.
    const last = Math.ceil((found.at + minute) / minutesPerDay) - 1 - dayOf(present(from, 'where it runs from').at);
    const hours = (last * minutesPerDay) / minutesPerHour;
    return right({ value: hours, interval: [hours, hours] });
  }
  return wrong([
    {
      code: 'unknown-word',
      path: ['lastDay'],
      message: { en: 'no such deadline runs in this lesson', zh: '本课中没有这个期限' },
      found: deadline,
      expected: oneOf([...new Set(seen)]),
      ...nearestOf(deadline, seen),
    },
  ]);
}

function charged(
  { fee, choices }: OfConsignment & { readonly fee: string },
  { lesson, scenario }: Known,
): Result<Computed, readonly Mistake[]> {
  const fees = Object.keys(scenario.set.base.fees);
  if (!fees.includes(fee))
    return wrong([
      {
        code: 'unknown-word',
        path: ['charged'],
        message: { en: 'the scenario has no such fee', zh: '方案没有此费用' },
        found: fee,
        expected: oneOf(fees),
        ...nearestOf(fee, fees),
      },
    ]);
  const stand = standIn(lesson, scenario, choices, lesson.steps.length - 1);
  if (!stand.ok) return stand;
  const amount = stand.value.charged.find((each) => each.fee === fee)?.amount ?? 0;
  return right({ value: amount, interval: [amount, amount] });
}

/** The lesson's consignment after a step, the choices of all steps up to it made. */
function standIn(
  lesson: Lesson,
  { models }: LessonScenario,
  choices: readonly number[],
  step: number,
): Result<Stand, readonly Mistake[]> {
  return standAt(present(models[0], 'the model of the base'), lesson, { step, chosen: choices });
}

function scenarioFigures(figure: Figure): readonly ScenarioFigure[] {
  if (figure.kind === 'difference') return figure.of.flatMap(scenarioFigures);
  return 'variant' in figure ? [figure] : [];
}

/** From hours, shares or money to the unit. */
function factorOf(figure: Figure, unit: Unit): number {
  switch (dimensionOf(figure)) {
    case 'time':
      return minutesPerHour / present(minutesIn[unit], unit);
    case 'share':
      return 100;
    default:
      return 1;
  }
}

function under(path: readonly (string | number)[], mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.map((each) => ({ ...each, path: [...path, ...each.path] }));
}
