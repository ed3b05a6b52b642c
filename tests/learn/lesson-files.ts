import { globSync, readFileSync } from 'node:fs';
import { modelsOf, openSources } from '../../src/experiment/index.ts';
import { readLesson, type LessonFile, type LessonScenario } from '../../src/learn/index.ts';

/** Files of the lessons that ship, in their order. */
export const lessonFiles: readonly string[] = globSync('docs/lessons/*.yaml').toSorted();

/** A lesson that ships, by its file. */
export function lessonIn(file: string): LessonFile {
  const read = readLesson({ file, text: readFileSync(file, 'utf8') });
  if (!read.ok) throw new Error(JSON.stringify(read.wrong, undefined, 1));
  return read.value;
}

const opened = new Map<string, LessonScenario>();

/** The scenario of a lesson by its file, opened once. */
export function scenarioIn(file: string): LessonScenario {
  const known = opened.get(file) ?? open(file);
  opened.set(file, known);
  return known;
}

function open(file: string): LessonScenario {
  const set = openSources([{ file, text: readFileSync(file, 'utf8'), files: {} }], {});
  if (!set.ok) throw new Error(JSON.stringify(set.wrong, undefined, 1));
  const models = modelsOf(set.value);
  if (!models.ok) throw new Error(JSON.stringify(models.wrong, undefined, 1));
  return { set: set.value, models: models.value };
}
