import {
  assert,
  Bug,
  nearestWord,
  right,
  wrong,
  type Mistake,
  type Path,
  type Place,
  type Result,
} from '../base/index.ts';
import { builtInFlows, readMachine, type Flow } from '../flows/index.ts';
import {
  readDocument,
  type Source,
  type Written,
  atPath,
  isMap,
  oneOf,
  inOrder,
  layerOf,
  locate,
  type Layer,
} from '../notation/index.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { VariantDraft } from './draft.ts';
import { readFile, type Files } from './empirical.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { mergeDefaults, type Merged } from './merge.ts';
import { patch } from './patch.ts';
import { DraftReader } from './read-draft.ts';
import type { Change, Scenario, ScenarioSet, Variant } from './scenario.ts';
import { settingsOf } from './settings.ts';

/**
 * Reads a scenario file with its variants: every mistake at once, each with its place, or a frozen set in which nothing
 * needs a second look. `read` gives the text of a file that the scenario names (measured values, a machine), by its path
 * relative to the scenario.
 */
export function parseScenario(source: Source, read: Files): Result<ScenarioSet, readonly Mistake[]> {
  const written = readDocument(source, scenarioHolds);
  if (!written.ok) return wrong(inOrder(written.wrong));
  const own = written.value;
  if (!isMap(own.value))
    return wrong(
      inOrder([
        ...own.mistakes,
        locate(
          {
            code: 'wrong-type',
            path: [],
            message: { en: 'this is no scenario', zh: '这不是方案' },
            expected: {
              en: 'a map: name, flow, arrivals, run and what the flow needs',
              zh: '映射：name、flow、arrivals、run 及流程所需各项',
            },
          },
          [layerOf(own)],
        ),
      ]),
    );

  const flow = findFlow(own.value, source.file, read);
  const defaults = flow.flow?.defaults === undefined ? undefined : defaultsOf(flow.flow, flow.flow.defaults);
  const merged: Merged =
    defaults === undefined ? { plain: own.value, taken: [] } : mergeDefaults(own.value, defaults.plain);
  const layers: readonly Layer[] = [...flow.layers, layerOf(own), ...(defaults === undefined ? [] : [defaults.layer])];
  const book: Book = {
    own,
    flow: flow.flow,
    taken: merged.taken,
    layers,
    isDefault: (path) => defaults !== undefined && !layerOf(own).has(path) && defaults.layer.has(path),
    drafts: new DraftReader(read),
  };
  const plain = flow.config === undefined ? merged.plain : { ...merged.plain, flow: flow.config };
  const base = readOne(plain, book);
  const variants = readVariants(plain, base, book);

  // What is broken might have used anything.
  const isWhole = flow.flow !== undefined && base.mistakes.length === 0;
  const unused = (isWhole ? base.meaning.unused : []).filter(({ path }) =>
    variants.every(
      ({ one }) => one === undefined || one.meaning.unused.some((each) => each.path.join('.') === path.join('.')),
    ),
  );
  const mistakes = [
    ...own.mistakes,
    ...[...flow.mistakes, ...base.mistakes, ...base.meaning.mistakes, ...unused].map((mistake) =>
      locate(mistake, layers),
    ),
    ...variants.flatMap((variant) => variant.mistakes),
  ];
  if (mistakes.length > 0) return wrong(inOrder(mistakes));
  const scenario = base.meaning.scenario;
  assert(scenario !== undefined, 'a draft without mistakes has a meaning');
  return right(
    deepFreeze({
      file: source.file,
      base: scenario,
      variants: variants.map((variant) => variant.make()),
      settings: settingsOf(plain, layers, book.isDefault),
    }),
  );
}

/** What all readings of one file share. */
interface Book {
  readonly own: Written;
  readonly flow: Flow | undefined;
  readonly taken: readonly string[];
  readonly layers: readonly Layer[];
  readonly isDefault: (path: Path) => boolean;
  readonly drafts: DraftReader;
}

type Plain = Readonly<Record<string, unknown>>;

interface One {
  readonly variants: readonly VariantDraft[];
  readonly mistakes: readonly Mistake[];
  readonly meaning: Meaning;
}

/** `changes` are the paths that a variant sets, `own` the places of its text that say them. */
function readOne(plain: Plain, book: Book, changes: readonly string[] = [], own: readonly Layer[] = []): One {
  const { draft, mistakes } = book.drafts.read(plain);
  const isChanged = (dotted: string): boolean =>
    changes.some((change) => dotted === change || dotted.startsWith(`${change}.`));
  const meaning = meaningOf(draft, {
    flow: book.flow,
    plain,
    defaultsTaken: book.taken.filter((path) => !isChanged(path)),
    isDefault: (path) => book.isDefault(path) && !isChanged(path.join('.')),
    places: placesOf(plain, [...own, ...book.layers]),
  });
  return { variants: draft.variants, mistakes, meaning };
}

interface ReadVariant {
  readonly one: One | undefined;
  readonly mistakes: readonly Mistake[];
  readonly make: () => Variant;
}

function readVariants(plain: Plain, base: One, book: Book): readonly ReadVariant[] {
  const known = new Set([...base.mistakes, ...base.meaning.mistakes].map(keyOf));
  return base.variants.map((variant, index): ReadVariant => {
    const at: Path = ['variants', index];
    const own = layerOf(book.own);
    const twin = base.variants.slice(0, index).some(({ name }) => name === variant.name);
    const named: readonly Mistake[] = twin
      ? [
          locate(
            {
              code: 'duplicate-name',
              path: [...at, 'name'],
              message: { en: 'another variant has this name', zh: '另一个变体已用此名称' },
              expected: { en: 'a name of its own', zh: '不同的名称' },
            },
            [own],
          ),
        ]
      : [];
    const patched = patch(plain, variant);
    if (!patched.ok)
      return {
        one: undefined,
        mistakes: [...named, ...atPath(at, patched.wrong).map((mistake) => locate(mistake, [own]))],
        make: unmade,
      };
    const layers = Object.keys(variant.set).map((path) => layerOf(book.own, path.split('.'), [...at, 'set', path]));
    const one = readOne(patched.value.plain, book, Object.keys(variant.set), layers);
    const mistakes = [...one.mistakes, ...one.meaning.mistakes].filter((mistake) => !known.has(keyOf(mistake)));
    const isSet = (path: Path): boolean => layers.some((layer) => layer.has(path));
    const located = mistakes.map((mistake) =>
      isSet(mistake.path)
        ? locate(mistake, layers)
        : locate(
            {
              ...mistake,
              path: [...at, 'set'],
              message: {
                en: `${mistake.message.en} (at ${mistake.path.join('.')})`,
                zh: `${mistake.message.zh}（位于 ${mistake.path.join('.')}）`,
              },
            },
            [own],
          ),
    );
    return {
      one,
      mistakes: [...named, ...located],
      make: () => makeVariant(variant, one.meaning.scenario, changesOf(variant, at, patched.value.changed, book)),
    };
  });
}

function unmade(): never {
  throw new Bug('a variant with mistakes is never made');
}

function makeVariant(
  { name, nameZh, shows }: VariantDraft,
  scenario: Scenario | undefined,
  changes: readonly Change[],
): Variant {
  assert(scenario !== undefined, 'a variant without mistakes has a meaning');
  return { name, shows, scenario: { ...scenario, name, nameZh, shows }, changes };
}

function changesOf(variant: VariantDraft, at: Path, changed: readonly string[], book: Book): readonly Change[] {
  return Object.keys(variant.set)
    .filter((path) => changed.includes(path))
    .map((path) => {
      const steps = path.split('.');
      const before = book.layers.find((layer) => layer.has(steps))?.textOf(steps) ?? '';
      return { path, before, after: book.own.textOf([...at, 'set', path]) };
    });
}

function keyOf({ code, path, message }: Mistake): string {
  return JSON.stringify([code, path, message]);
}

interface FoundFlow {
  readonly flow: Flow | undefined;
  /** The machine, where it is written as data. */
  readonly config: unknown;
  readonly layers: readonly Layer[];
  readonly mistakes: readonly Mistake[];
}

/** The flow that a scenario names, writes in place or has in a file of its own. */
function findFlow(own: Plain, file: string, read: Files): FoundFlow {
  const { flow: value, name } = own;
  const given = isMap(name) ? name['en'] : name;
  const title = typeof given === 'string' ? given : file;
  if (value === undefined) return { flow: undefined, config: undefined, layers: [], mistakes: [] };
  if (isMap(value)) return machineFlow(value, title, []);
  if (typeof value !== 'string')
    return noFlow({
      code: 'wrong-type',
      path: ['flow'],
      message: { en: 'this is no flow', zh: '这不是流程' },
      expected: {
        en: 'the name of a built-in flow, a machine, or the path of a machine file',
        zh: '内置流程的名称、状态机，或状态机文件的路径',
      },
    });
  if (/\.(?:ya?ml|json)$/iu.test(value)) return fileFlow(value, read);
  const builtIn = Object.hasOwn(builtInFlows, value) ? builtInFlows[value] : undefined;
  if (builtIn !== undefined) return { flow: builtIn, config: undefined, layers: [], mistakes: [] };
  const known = Object.keys(builtInFlows);
  const nearest = nearestWord(value, known);
  return noFlow({
    code: 'unknown-flow',
    path: ['flow'],
    message: { en: `there is no flow "${value}"`, zh: `没有流程“${value}”` },
    expected: {
      en: `${oneOf(known).en}, a machine written in place, or the path of a machine file`,
      zh: `${oneOf(known).zh}、就地写出的状态机，或状态机文件的路径`,
    },
    ...(nearest === undefined ? {} : { nearest }),
  });
}

function machineFlow(config: unknown, name: string, layers: readonly Layer[]): FoundFlow {
  const machine = readMachine(config, name);
  return {
    flow: machine.ok ? machine.value : undefined,
    config,
    layers,
    mistakes: machine.ok ? [] : atPath(['flow'], machine.wrong),
  };
}

function fileFlow(path: string, read: Files): FoundFlow {
  const text = readFile(path, read);
  if (!text.ok) return noFlow(...atPath(['flow'], text.wrong));
  const written = readDocument(
    { file: path, text: text.value },
    { en: 'a machine: id, initial and states', zh: '状态机：id、initial 和 states' },
  );
  if (!written.ok) return noFlow(...written.wrong);
  const found = machineFlow(written.value.value, path.replace(/^.*\/|\.\w+$/gu, ''), [
    layerOf(written.value, ['flow']),
  ]);
  return { ...found, mistakes: [...written.value.mistakes, ...found.mistakes] };
}

function noFlow(...mistakes: readonly Mistake[]): FoundFlow {
  return { flow: undefined, config: undefined, layers: [], mistakes };
}

const scenarioHolds = {
  en: 'a scenario: name, flow, arrivals, run and what the flow needs',
  zh: '方案：name、flow、arrivals、run 及流程所需各项',
};

function defaultsOf(flow: Flow, text: string): { readonly plain: Plain; readonly layer: Layer } {
  const written = readDocument({ file: `defaults of ${flow.name}`, text }, scenarioHolds);
  assert(
    written.ok && isMap(written.value.value) && written.value.mistakes.length === 0,
    `the defaults of ${flow.name} are a scenario`,
  );
  return { plain: written.value.value, layer: layerOf(written.value) };
}

/** Where every dotted path of a scenario stands: its key, in the text that says it. */
function placesOf(plain: Plain, layers: readonly Layer[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const visit = (value: unknown, path: Path): void => {
    const layer = layers.find((each) => each.has(path));
    if (layer !== undefined) places.set(path.join('.'), layer.placeOf(path, 'key'));
    const inner = Array.isArray(value) ? value.entries() : isMap(value) ? Object.entries(value) : [];
    for (const [key, each] of inner) visit(each, [...path, key]);
  };
  visit(plain, []);
  return places;
}
