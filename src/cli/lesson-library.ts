import { join } from 'node:path';
import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import { lessonsDone, readLesson, withLesson, type LessonFile, type LessonScenario } from '../learn/index.ts';
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

/** Lessons that ship with clearsim, or one of the user's; and how far the learner is. */
export class LessonLibrary {
  readonly #io: Io;
  readonly #reading: Reading;

  constructor(io: Io) {
    this.#io = io;
    this.#reading = new Reading(io);
  }

  /** Names of the lessons that ship, in their order. */
  names(): readonly string[] {
    const files = this.#io.names(this.#io.own(folder));
    return files.flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []));
  }

  /** The name in full of a lesson that ships, by its number, its words or both: `3`, `advance`, `03-advance`. */
  find(name: string): string | undefined {
    return this.names().find((each) => {
      const [, number = '', words = ''] = /^(\d+)-(.*)$/u.exec(each) ?? [];
      return each === name || words === name || (/^\d+$/u.test(name) && Number(number) === Number(name));
    });
  }

  /** A lesson by its name in full, or by the path of a file. */
  read(name: string): Result<OpenLesson, Checked> {
    return readLessonFile(this.#isShipped(name) ? this.#io.own(join(folder, `${name}${ending}`)) : name, this.#reading);
  }

  /** The scenario of a lesson, opened; the scenarios of lessons that ship lie with clearsim, those of a file where it says, from here. */
  open(name: string, scenario: string): Result<LessonScenario, readonly Checked[]> {
    const opened = readSources([this.pathOf(name, scenario)], {}, this.#io, this.#reading);
    return opened.ok ? right(opened.value) : opened;
  }

  /** The path from here of a scenario that a lesson names. */
  pathOf(name: string, scenario: string): string {
    return this.#isShipped(name) ? this.#io.own(scenario) : scenario;
  }

  /** Names of the lessons whose question was answered. */
  done(): readonly string[] {
    return lessonsDone(this.#io.recall('data', progressFile));
  }

  /** Keeps that a lesson is done, if it can be kept. */
  finish(name: string): void {
    if (!this.#isShipped(name)) return;
    this.#io.remember('data', progressFile, withLesson(this.#io.recall('data', progressFile), name));
  }

  #isShipped(name: string): boolean {
    return this.names().includes(name);
  }
}

const folder = 'docs/lessons';
const ending = '.yaml';
const progressFile = 'lessons-done.txt';
