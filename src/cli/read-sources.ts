import { right, wrong, type Mistake, type Result, type Label } from '../base/index.ts';
import { modelsOf, openSources, type FileMistakes, type Overrides, type Source } from '../experiment/index.ts';
import type { Checked } from '../report/index.ts';
import { decodeText, documentBytesMax } from '../notation/index.ts';
import type { ScenarioSet } from '../scenario/index.ts';
import type { FollowedRules, Rule } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { errnoText, ReadFailed, type Io } from './io.ts';
import { orWrongKind, type FileKind } from './file-kind.ts';
import { tableCache } from './table-cache.ts';

/** Most bytes of a file that a scenario names. */
const besideBytesMax = 16 * 1024 * 1024;

/** Characters of a line that are shown. */
const lineMax = 400;

/** Scenario files as read, and what they give. */
export interface Opened {
  readonly sources: readonly Source[];
  readonly overrides: Overrides;
  readonly set: ScenarioSet;
  /** Base first. */
  readonly models: readonly Model[];
  /** Rules that were asked for, by the name of the flow; none: none were. */
  readonly asked?: ReadonlyMap<string, readonly Rule[]>;
  /** Rules that the runs of each model follow; none: no rules. */
  readonly followed?: readonly FollowedRules[];
  /** Whether the machine of the base has marks that its rules name; none: no. */
  readonly marksBase?: boolean;
}

/** Reads scenario files and all that they name, and compiles their flows; every mistake of every file at once. */
export function readSources(
  files: readonly string[],
  overrides: Overrides,
  io: Io,
  reading: Reading = new Reading(io),
): Result<Opened, readonly Checked[]> {
  const sources: Source[] = [];
  const mistakes: FileMistakes[] = [];
  for (const file of files) {
    const source = reading.source(file);
    if (source.ok) sources.push(source.value);
    else mistakes.push(source.wrong);
  }
  const set = openSources(sources, overrides, (source, path) => reading.beside(source, path));
  if (!set.ok) mistakes.push(...set.wrong);
  const models = set.ok && mistakes.length === 0 ? modelsOf(set.value, tableCache(io)) : undefined;
  if (models?.ok === false)
    mistakes.push({ file: models.wrong[0]?.place?.file ?? files[0] ?? '', mistakes: models.wrong });
  if (!set.ok || models?.ok !== true)
    return wrong(
      mistakes.map(({ file, mistakes: own }) => ({
        file,
        mistakes: files.includes(file) ? reading.orWrongKind(own, file, 'scenario') : own,
        linesOf: (of) => reading.linesOf(of),
      })),
    );
  return right({
    sources: sources.map((source) => reading.complete(source)),
    overrides,
    set: set.value,
    models: models.value,
  });
}

/** What is said of a file that cannot be read. */
export function unreadable(file: string, { code }: ReadFailed): Mistake {
  const place = { file, line: 1, column: 1 };
  return {
    code: 'unreadable-file',
    path: [],
    place,
    message: {
      en: `this file cannot be read: ${errnoText(code).en}`,
      zh: `无法读取此文件：${errnoText(code).zh}`,
    },
  };
}

/** Reads files, each once however often it is asked for: standard input gives what it has but once. */
export class Reading {
  readonly #io: Io;
  readonly #sources = new Map<string, Result<Source, FileMistakes>>();
  /** By file. */
  readonly #texts = new Map<string, string>();
  /** By scenario file, then by path as the scenario names it. */
  readonly #beside = new Map<string, Map<string, string>>();

  constructor(io: Io) {
    this.#io = io;
  }

  source(file: string): Result<Source, FileMistakes> {
    const source = this.#sources.get(file) ?? this.#read(file);
    this.#sources.set(file, source);
    return source;
  }

  #read(file: string): Result<Source, FileMistakes> {
    try {
      const bytes = this.#io.read(file, documentBytesMax + 1);
      const decoded = decodeText(bytes, file);
      this.#texts.set(file, decoded.ok ? decoded.value.text : new TextDecoder('utf-8').decode(bytes));
      return decoded.ok ? right({ ...decoded.value, files: {} }) : wrong({ file, mistakes: decoded.wrong });
    } catch (error) {
      if (!(error instanceof ReadFailed)) throw error;
      return wrong({ file, mistakes: [unreadable(file, error)] });
    }
  }

  /** A file that a scenario names; it goes with the scenario from then on. */
  beside({ file }: Source, path: string): Result<string, Label> {
    const text = this.#readBeside(file, path);
    if (!text.ok) return text;
    this.#texts.set(path, text.value);
    const own = this.#beside.get(file) ?? new Map<string, string>();
    this.#beside.set(file, own.set(path, text.value));
    return text;
  }

  /** The source with the files it has asked for. */
  complete(source: Source): Source {
    return { ...source, files: Object.fromEntries(this.#beside.get(source.file) ?? []) };
  }

  /** Mistakes in a file; where it looks like another kind than is wanted, that alone. */
  orWrongKind(mistakes: readonly Mistake[], file: string, wanted: FileKind): readonly Mistake[] {
    const text = this.#texts.get(file);
    return text === undefined ? mistakes : orWrongKind(mistakes, { file, text }, wanted);
  }

  /** Lines of a file as they are shown beside mistakes: what lies beyond the first few hundred characters is nothing to look at. */
  linesOf(file: string): readonly string[] {
    return (
      this.#texts
        .get(file)
        ?.split(/\r\n|\n|\r/u)
        .map((line) => line.slice(0, lineMax)) ?? []
    );
  }

  #readBeside(file: string, path: string): Result<string, Label> {
    try {
      const beside = this.#io.beside(file, path);
      if ('refused' in beside) return wrong(beside.refused);
      const bytes = this.#io.read(beside.path, besideBytesMax + 1);
      return bytes.length > besideBytesMax
        ? wrong({ en: 'it has more than 16 MiB', zh: '超过 16 MiB' })
        : right(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (error) {
      if (error instanceof ReadFailed) return wrong(errnoText(error.code));
      if (error instanceof TypeError) return wrong({ en: 'it is not UTF-8', zh: '不是 UTF-8' });
      throw error;
    }
  }
}
