import { posix } from 'node:path';
import { readSource, type Import, type Source, type SourceFile } from './read-source.ts';
import { libraryFaces, outsideWorld, packageOwners, rooms } from './rooms.ts';

/** The rules of the house that the files of `src` break, one sentence each; none if all is well. */
export function brokenRules(files: readonly SourceFile[]): readonly string[] {
  const sources = files.map(readSource);
  return [
    ...sources.flatMap((source) => [
      ...unreadable(source),
      ...misplaced(source),
      ...wrongImports(source),
      ...forbiddenWords(source),
    ]),
    ...emptyRooms(sources),
    ...cycles(sources),
  ];
}

function unreadable({ file, unreadable: errors }: Source): readonly string[] {
  return errors.map((error) => `${file} cannot be read: ${error}`);
}

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/;

function misplaced({ file }: Source): readonly string[] {
  const found: string[] = [];
  if (!kebabCase.test(posix.basename(file)))
    found.push(`${file}: a file's name is lower case with hyphens, such as due-day.ts`);
  if (placeOf(file) === undefined) found.push(`${file} stands in no room: ${Object.keys(rooms).join(', ')}`);
  return found;
}

function wrongImports(source: Source): readonly string[] {
  return source.imports.flatMap((each) => {
    const fault = each.from.startsWith('.') ? roomFault(source.file, each) : packageFault(source.file, each);
    return fault === undefined ? [] : [`${source.file}:${each.line} ${fault}`];
  });
}

function roomFault(file: string, { from, typeOnly }: Import): string | undefined {
  const importer = placeOf(file);
  const target = resolve(file, from);
  if (importer === undefined) return undefined;
  if (target === 'package.json' && importer.name === 'cli') return undefined;
  const imported = placeOf(target);
  if (imported === undefined) return `reaches for ${target}, which is in no room`;
  if (imported.name === importer.name) return undefined;
  if (imported.rank >= importer.rank) {
    return `${importer.name} (rank ${importer.rank}) must not know ${imported.name} (rank ${imported.rank}): a room knows only those below it`;
  }
  // The library names the files of its types, so that its declarations lead to no package that its users lack.
  if (libraryFaces.files.includes(file) && typeOnly) return undefined;
  const face = `src/${imported.name}/index.ts`;
  return target === face ? undefined : `goes into ${imported.name} by the window (${target}): the door is ${face}`;
}

function packageFault(file: string, { from }: Import): string | undefined {
  const name = packageName(from);
  const owners = packageOwners[name];
  if (owners === undefined) return `imports ${from}, a package that belongs to no room yet`;
  return isIn(file, owners) ? undefined : `imports ${from}, which belongs to ${owners.join(' and ')} alone`;
}

/** Words that no file may use, and what to use instead. */
const nowhere: Readonly<Record<string, string>> = {
  'Math.random': 'chance comes from the draws of src/random, so that a seed repeats a run',
  'Math.pow':
    'it gives different bits in different versions of Node: multiply, or use Math.exp(exponent * Math.log(base))',
};

/** Words of the outside world. */
const outside: Readonly<Record<string, string>> = {
  Date: 'time is SimTime, minutes on the clock of the run',
  Intl: 'words and numbers are shaped without the language of the machine',
  performance: 'the wall clock belongs to the command line',
  process: 'the process belongs to the command line',
};

function forbiddenWords({ file, globals, powers }: Source): readonly string[] {
  const words = isIn(file, outsideWorld) ? nowhere : { ...nowhere, ...outside };
  return [
    ...powers.map(
      (line) =>
        `${file}:${line} ** gives different bits in different versions of Node: multiply, or use Math.exp(exponent * Math.log(base))`,
    ),
    ...globals.flatMap(({ name, line }) =>
      Object.hasOwn(words, name) ? [`${file}:${line} uses ${name}: ${words[name]}`] : [],
    ),
  ];
}

function emptyRooms(sources: readonly Source[]): readonly string[] {
  const inhabited = new Set(sources.map(({ file }) => placeOf(file)?.name));
  return Object.entries(rooms)
    .filter(([name]) => !inhabited.has(name))
    .map(([name]) => `src/${name} is empty: nothing was checked there`);
}

/** Each circle of files that import each other's values, told once from its alphabetically first file. */
function cycles(sources: readonly Source[]): readonly string[] {
  const next = new Map(sources.map((source) => [source.file, valueImports(source)]));
  const done = new Set<string>();
  const found: string[] = [];

  function walk(file: string, path: readonly string[]): void {
    const start = path.indexOf(file);
    if (start >= 0) found.push(`import each other in a circle: ${fromFirst(path.slice(start)).join(' -> ')}`);
    if (start >= 0 || done.has(file)) return;
    for (const each of next.get(file) ?? []) walk(each, [...path, file]);
    done.add(file);
  }

  for (const file of next.keys()) walk(file, []);
  return found;
}

function valueImports({ file, imports }: Source): readonly string[] {
  return imports.filter((each) => !each.typeOnly && each.from.startsWith('.')).map((each) => resolve(file, each.from));
}

function fromFirst(circle: readonly string[]): readonly string[] {
  const first = circle.toSorted()[0] ?? '';
  const at = circle.indexOf(first);
  return [...circle.slice(at), ...circle.slice(0, at), first];
}

interface Place {
  readonly name: string;
  readonly rank: number;
}

/** The room of a file, or the library's face; nothing for a file elsewhere. */
function placeOf(file: string): Place | undefined {
  if (libraryFaces.files.includes(file)) return { name: 'the library', rank: libraryFaces.rank };
  const name = /^src\/([^/]+)\/./.exec(file)?.[1] ?? '';
  return Object.hasOwn(rooms, name) ? { name, rank: rooms[name]?.rank ?? 0 } : undefined;
}

function isIn(file: string, places: readonly string[]): boolean {
  return places.includes(file) || places.includes(placeOf(file)?.name ?? '');
}

function resolve(file: string, from: string): string {
  return posix.join(posix.dirname(file), from);
}

function packageName(from: string): string {
  if (from.startsWith('node:')) return 'node:';
  const parts = from.split('/');
  return parts.slice(0, from.startsWith('@') ? 2 : 1).join('/');
}
