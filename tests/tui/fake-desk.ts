import type { Mistake } from '../../src/base/index.ts';
import type { Progress } from '../../src/experiment/index.ts';
import type { Setting } from '../../src/scenario/index.ts';
import type { Model } from '../../src/simulation/index.ts';
import type { Desk, DeskTells, Errand, WareKind, Wares, Want } from '../../src/tui/index.ts';
import { changes, comparison } from '../report/fixture.ts';
import { model } from './model.ts';

function setting(path: string, text: string): Setting {
  return { path, text, place: { file: 'sea-import-2017.yaml', line: 14, column: 38 }, isDefault: false };
}

/** What the desk of the fixture says of its scenarios. */
export const told: DeskTells = {
  title: 'sea imports 2017',
  beneath: [],
  names: comparison.scenarios.map((each) => each.scenario),
  base: comparison.base,
  changes,
  sets: Object.fromEntries(
    Object.entries(changes).map(([name, list]) => [
      name,
      Object.fromEntries(list.map(({ path, after }) => [path, after])),
    ]),
  ),
  keys: Object.fromEntries(comparison.scenarios.map((each) => [each.scenario, each.scenario])),
  settings: [
    setting('measures.advanceDeclaration', '25 %'),
    setting('measures.twoStepDeclaration', '0 %'),
    setting('measures.greenChannel', 'off'),
    setting('measures.attendanceWaiver', '0 %'),
    setting('resources.inspectors.count', '8'),
    setting('delays.unloading', 'lognormal(mean 8.3 h cv 0.5)'),
  ],
  tried: [],
  unsaved: [],
  broken: [],
  isOpening: false,
  files: ['sea-import-2017.yaml'],
  rulesFile: undefined,
};

/** A desk that tells what the test wants, and writes down what the screen asked for. */
export class FakeDesk implements Desk {
  readonly asked: string[] = [];
  readonly #listeners = new Set<(progress: Progress) => void>();

  tells(): DeskTells {
    return told;
  }

  check(): readonly Mistake[] {
    return [];
  }

  modelOf(): Model {
    return model();
  }

  /** Whether what is wanted never comes. */
  isSlow = false;

  /** What it brings, by kind; what is not here fails. */
  readonly wares: { [Kind in WareKind]?: (want: Want<Kind>) => Wares[Kind]['gives'] } = {};

  async bring<Kind extends WareKind>(want: Want<Kind>, signal: AbortSignal): Promise<Wares[Kind]['gives']> {
    this.asked.push(`bring ${want.kind}`);
    signal.addEventListener('abort', () => this.asked.push(`leave ${want.kind}`));
    if (this.isSlow) return await new Promise(() => {});
    const make = this.wares[want.kind];
    if (make === undefined) return await Promise.reject(new Error(`no ${want.kind} in this story`));
    return await Promise.resolve(make(want));
  }

  /** Files that were written, by name. */
  readonly written: Record<string, string> = {};

  async run(errand: Errand): Promise<void> {
    if (errand.kind === 'write' && errand.file in this.written)
      await Promise.reject(new Error('there is a file of this name'));
    if (errand.kind === 'write') this.written[errand.file] = errand.text;
    else this.asked.push(JSON.stringify(errand));
  }

  subscribe(listener: (progress: Progress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(progress: Progress): void {
    for (const listener of this.#listeners) listener(progress);
  }

  pause(): void {
    this.asked.push('pause');
  }

  resume(): void {
    this.asked.push('resume');
  }

  stop(): void {
    this.asked.push('stop');
  }

  secondsLeft(): number {
    return 7.3;
  }
}
