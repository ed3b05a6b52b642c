import { join } from 'node:path';
import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import {
  lessonsDone,
  readLesson,
  withLesson,
  type Lesson,
  type LessonFile,
  type LessonScenario,
} from '../learn/index.ts';
import type { Checked } from '../report/index.ts';
import type { Io } from './io.ts';
import { Reading, readSources } from './read-sources.ts';

/** A lesson as read, and its mistakes with the lines that they stand on. */
export interface OpenLesson extends LessonFile {
  readonly checked: (mistakes: readonly Mistake[]) => Checked;
}

/** Reads the file of a lesson. */
export function readLessonFile(file: string, reading: Reading): Result<OpenLesson, Checked> {
  const source = reading.source(file);
  const linesOf = (of: string): readonly string[] => reading.linesOf(of);
  if (!source.ok) return wrong({ ...source.wrong, linesOf });
  const read = readLesson(source.value);
  if (!read.ok) return wrong({ file, mistakes: read.wrong, linesOf });
  const { locate } = read.value;
  return right({ ...read.value, checked: (mistakes) => ({ file, mistakes: mistakes.map(locate), linesOf }) });
}

/** Lessons that ship with clearsim, and perhaps one of the user's; and how far the learner is. */
export class LessonLibrary {
  readonly #io: Io;
  readonly #own: readonly string[];
  readonly #reading: Reading;

  /** `own` are paths of the user's lessons, which then are their names. */
  constructor(io: Io, own: readonly string[] = []) {
    this.#io = io;
    this.#own = own;
    this.#reading = new Reading(io);
  }

  /** Names of the lessons in their order. */
  names(): readonly string[] {
    return [...this.#shipped(), ...this.#own];
  }

  /** The name in full of a lesson that ships, by its number, its words or both: `3`, `advance`, `03-advance`. */
  find(name: string): string | undefined {
    return this.#shipped().find((each) => {
      const [, number = '', words = ''] = /^(\d+)-(.*)$/u.exec(each) ?? [];
      return each === name || words === name || (/^\d+$/u.test(name) && Number(number) === Number(name));
    });
  }

  /** A lesson by its name, its scenarios by their paths from here. */
  read(name: string): Result<OpenLesson, Checked> {
    if (this.#own.includes(name)) return mapped(readLessonFile(name, this.#reading), (file) => renamed(file, name));
    const read = readLessonFile(this.#io.own(join(folder, `${name}${ending}`)), this.#reading);
    return mapped(read, ({ lesson, ...rest }) => ({
      ...rest,
      lesson: {
        ...lesson,
        scenario: this.#io.own(lesson.scenario),
        experiment: { ...lesson.experiment, scenario: this.#io.own(lesson.experiment.scenario) },
      },
    }));
  }

  /** The scenario of a lesson, opened. */
  open({ scenario }: Lesson): Result<LessonScenario, readonly Checked[]> {
    return readSources([scenario], {}, this.#io, this.#reading);
  }

  /** Names of the lessons whose question was answered. */
  done(): readonly string[] {
    return lessonsDone(this.#io.recall('data', progressFile));
  }

  /** Keeps that a lesson is done, if it can be kept. */
  finish(name: string): void {
    if (this.#own.includes(name)) return;
    this.#io.remember('data', progressFile, withLesson(this.#io.recall('data', progressFile), name));
  }

  #shipped(): readonly string[] {
    const files = this.#io.names(this.#io.own(folder));
    return files.flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));
  }
}

function renamed({ lesson, ...rest }: OpenLesson, name: string): OpenLesson {
  return { ...rest, lesson: { ...lesson, name } };
}

function mapped<From, To, Wrong>(read: Result<From, Wrong>, turn: (value: From) => To): Result<To, Wrong> {
  return read.ok ? right(turn(read.value)) : read;
}

const folder = 'docs/lessons';
const ending = '.yaml';
const progressFile = 'lessons-done.txt';
