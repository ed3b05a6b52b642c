import { present, right, wrong, type Mistake, type Path, type Result } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Course, Lesson } from './lesson.ts';
import { standAfter } from './stand-after.ts';
import type { Visit } from './visit.ts';
import type { Stand, Turn, Walk } from './walk.ts';

/** How the lesson's consignment stands at a visit. The paths of mistakes are those of the lesson. */
export function standAt(model: Model, lesson: Lesson, visit: Visit): Result<Stand, readonly Mistake[]> {
  const courses = coursesOf(lesson, visit);
  let walk = { ...wantsOf([lesson.consignment, ...courses.flatMap(({ wants }) => wants ?? [])]), turns: noTurns };
  /** Of each turn. */
  const paths: Path[] = [];
  for (const { course, path } of courses) {
    const turns = [...walk.turns, ...course.turns];
    paths.push(...course.turns.map((_, index) => [...path, 'comes', index]));
    walk = { ...walk, turns };
    if (course.until === undefined) continue;
    const gone = goOn(model, walk, course.until);
    if (!gone.ok) return wrong(gone.wrong.map((each) => placed(each, paths, path)));
    paths.push(...gone.value.slice(turns.length).map(() => [...path, 'until']));
    walk = { ...walk, turns: gone.value };
  }
  const stand = standAfter(model, walk);
  return stand.ok ? stand : wrong(stand.wrong.map((each) => placed(each, paths, ['consignment'])));
}

const noTurns: readonly Turn[] = [];

/** What is wanted of a consignment; what is said later goes before what was said first. */
function wantsOf(all: readonly Omit<Walk, 'turns'>[]): Omit<Walk, 'turns'> {
  const merged = <Value>(parts: readonly Readonly<Record<string, Value>>[]): Readonly<Record<string, Value>> =>
    Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
  return {
    attributes: merged(all.map(({ attributes }) => attributes)),
    measures: merged(all.map(({ measures }) => measures)),
    chances: merged(all.map(({ chances }) => chances)),
  };
}

/** What a consignment has gone through until a visit. */
interface Stretch {
  readonly course: Course;
  /** In the lesson. */
  readonly path: Path;
  /** What a choice changes of the consignment. */
  readonly wants?: Omit<Walk, 'turns'>;
}

function coursesOf(lesson: Lesson, { step, chosen }: Visit): readonly Stretch[] {
  const made = [...chosen];
  return lesson.steps.slice(0, step + 1).flatMap((each, index): readonly Stretch[] => {
    const own: Stretch = { course: each, path: ['steps', index] };
    const letter = each.choices.length === 0 ? undefined : (made.shift() ?? (index < step ? 0 : undefined));
    if (letter === undefined) return [own];
    const choice = present(each.choices[letter], 'a choice');
    return [own, { course: choice, path: ['steps', index, 'choose', letter], wants: choice }];
  });
}

/** Turns after which nobody waits for a milestone any more. */
const turnsMax = 200;

/** The turns of a walk that goes on with what is expected next, until a milestone is reached or the flow has ended. */
function goOn(model: Model, begun: Walk, until: string): Result<readonly Turn[], readonly Mistake[]> {
  let walk = begun;
  while (walk.turns.length < turnsMax) {
    const stand = standAfter(model, walk);
    if (!stand.ok) return stand;
    const { hasEnded, steps, coming } = stand.value;
    const isReached = steps.slice(1 + begun.turns.length).some(({ milestones }) => milestones.includes(until));
    const [next] = coming;
    if (isReached || (hasEnded && until === 'ended')) return right(walk.turns);
    if (hasEnded || next === undefined)
      return wrong([
        {
          code: 'not-reached',
          path: ['until'],
          message: { en: 'this is never reached', zh: '永远到不了这里' },
          found: until,
        },
      ]);
    const { comes, lane, chances } = next;
    walk = { ...walk, turns: [...walk.turns, { comes, chances, ...(lane === undefined ? {} : { lane }) }] };
  }
  return wrong([
    { code: 'not-reached', path: ['until'], message: { en: 'this is not reached', zh: '到不了这里' }, found: until },
  ]);
}

/** A mistake of a walk, seen from the lesson. */
function placed(mistake: Mistake, paths: readonly Path[], otherwise: Path): Mistake {
  const [first, turn, ...rest] = mistake.path;
  if (first === 'until') return { ...mistake, path: [...otherwise, 'until'] };
  if (first !== 'turns') return { ...mistake, path: ['consignment', ...mistake.path] };
  const path = typeof turn === 'number' ? (paths[turn] ?? otherwise) : otherwise;
  return { ...mistake, path: path.at(-1) === 'until' ? path : [...path, ...rest] };
}
