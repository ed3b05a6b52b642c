import { assert, inEach, NotDone, type Result } from '../base/index.ts';
import { answerOf, type Answer, type LessonScenario } from '../learn/index.ts';
import { sentence, wordsOf, type Checked } from '../report/index.ts';
import type { Wares } from '../tui/index.ts';
import type { Io } from './io.ts';
import type { LessonLibrary, OpenLesson } from './lesson-library.ts';

/** Brings lessons to the screen; rejects with an error that says what is wrong with one. */
export class LessonDesk {
  readonly #library: LessonLibrary;
  readonly #io: Io;

  constructor(library: LessonLibrary, io: Io) {
    this.#library = library;
    this.#io = io;
  }

  /** All lessons, and which are done. */
  all(): Wares['lessons']['gives'] {
    const lessons = this.#library.names().map((name) => this.#read(name).lesson);
    return { lessons, done: this.#library.done() };
  }

  scenarioOf(name: string): LessonScenario {
    return given(this.#library.open(this.#read(name).lesson));
  }

  /** Computed in the own thread, which keys have every few milliseconds; rejects as soon as `signal` is aborted. */
  async answerOf(name: string, signal: AbortSignal): Promise<Answer> {
    const { lesson, checked } = this.#read(name);
    const answer = await answerOf(lesson, this.scenarioOf(name), async () => {
      await this.#io.breathe();
      signal.throwIfAborted();
    });
    return given(answer.ok ? answer : { ok: false, wrong: checked(answer.wrong) });
  }

  finish(name: string): void {
    this.#library.finish(name);
  }

  #read(name: string): OpenLesson {
    return given(this.#library.read(name));
  }
}

/** What was read; what is wrong with it is thrown as a sentence. */
function given<Value>(read: Result<Value, Checked | readonly Checked[]>): Value {
  if (read.ok) return read.value;
  const [first] = [read.wrong].flat();
  const [mistake] = first?.mistakes ?? [];
  assert(mistake !== undefined, 'what cannot be read has a mistake');
  const { place } = mistake;
  const where = place === undefined ? '' : `${place.file}:${place.line}: `;
  throw new NotDone(inEach((language) => `${where}${sentence(mistake, wordsOf(language))}`));
}
