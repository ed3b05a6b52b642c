import { present, verbatim } from '../base/index.ts';
import { checkLesson } from '../learn/index.ts';
import { isMap, readDocument } from '../notation/index.ts';
import type { Checked } from '../report/index.ts';
import type { Io } from './io.ts';
import { readLessonFile } from './lesson-library.ts';
import { readSources, type Reading } from './read-sources.ts';

/** What is wrong with the file of a lesson, its scenario and turns that cannot come included. Undefined: it is none. */
export function checkLessonFile(file: string, reading: Reading, io: Io): readonly Checked[] | undefined {
  const source = reading.source(file);
  const written = source.ok ? readDocument(source.value, verbatim('')) : undefined;
  const isLesson = written?.ok === true && isMap(written.value.value) && 'steps' in written.value.value;
  if (!isLesson) return undefined;
  const read = readLessonFile(file, reading);
  if (!read.ok) return [read.wrong];
  const { lesson, checked } = read.value;
  const scenario = readSources([lesson.scenario], {}, io, reading);
  if (!scenario.ok) return scenario.wrong;
  return [checked(checkLesson(lesson, present(scenario.value.models[0], 'the model of the base')))];
}
