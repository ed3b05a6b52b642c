import { enablePatches, produceWithPatches, type Patch } from 'immer';
import { nearestWord, right, type Mistake, type Path, type Result } from '../base/index.ts';
import { atPath, isMap } from '../notation/index.ts';
import type { VariantDraft } from './draft.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A variant as plain data, and which of its entries change something. */
export interface Patched {
  readonly plain: Plain;
  readonly changed: readonly string[];
}

/**
 * The base with a variant's entries put in. A path must lead to something that the base says, or to a key that its entry
 * could say (`run.warmUp`, `activities.inspection.priority`); whether the new value is right, the reading of the whole will show.
 * Mistakes have paths from the variant.
 */
export function patch(base: Plain, variant: VariantDraft): Result<Patched, readonly Mistake[]> {
  const known = pathsOf(base, []);
  const wrong = Object.keys(variant.set).flatMap((path) =>
    isSettable(base, path) ? [] : atPath(['set', path], [unknownPath(path, known)]),
  );
  if (wrong.length > 0) return { ok: false, wrong };
  const [plain, patches] = produceWithPatches(base, (draft) => {
    for (const [path, value] of Object.entries(variant.set)) put(draft, path.split('.'), value);
  });
  return right({
    plain,
    changed: Object.keys(variant.set).filter((path) => patches.some((each) => touches(each, path))),
  });
}

enablePatches();

/** Keys that a scenario need not say and a variant still may. */
const silentKeys: readonly string[] = ['law', 'start'];
/** What makes a scenario what it is: changed, it would be another one. */
const fixed: readonly string[] = ['name', 'flow', 'source', 'shows', 'variants'];

function isSettable(base: Plain, path: string): boolean {
  const steps = path.split('.');
  const [top = ''] = steps;
  if (fixed.includes(top) || steps.some((step) => step in Object.prototype)) return false;
  if (valueAt(base, steps) !== undefined || silentKeys.includes(path)) return true;
  // Entries of a section are named by the base; the keys of an entry are named by the notation.
  const parent = steps.slice(0, -1);
  const isEntry = parent.length >= 2 || parent[0] === 'run' || parent[0] === 'arrivals';
  return isEntry && isMap(valueAt(base, parent));
}

function unknownPath(path: string, known: readonly string[]): Mistake {
  const [top = ''] = path.split('.');
  if (fixed.includes(top))
    return {
      code: 'unknown-path',
      path: [],
      message: { en: `a variant cannot change "${top}"`, zh: `变体不能改“${top}”` },
      expected: { en: 'another scenario file for that', zh: '为此另写一个方案文件' },
    };
  const nearest = nearestWord(path, known);
  return {
    code: 'unknown-path',
    path: [],
    message: { en: `the base says nothing at "${path}"`, zh: `基准中没有“${path}”` },
    expected: {
      en: 'the dotted path of something in the base, as in measures.greenChannel',
      zh: '基准中某项的点分路径，如 measures.greenChannel',
    },
    ...(nearest === undefined ? {} : { nearest }),
  };
}

function pathsOf(value: unknown, path: readonly string[]): readonly string[] {
  const here = path.length > 0 ? [path.join('.')] : [];
  if (!isMap(value) || path.length > 4) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, inner]) =>
      path.length === 0 && fixed.includes(key) ? [] : pathsOf(inner, [...path, key]),
    ),
  ];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (isMap(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined),
    value,
  );
}

function put(target: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  const inner = target[step];
  if (rest.length === 0) target[step] = value;
  else if (isMap(inner)) put(inner, rest, value);
}

function touches({ path }: Patch, dotted: string): boolean {
  const patched = path.join('.');
  return patched === dotted || dotted.startsWith(`${patched}.`) || patched.startsWith(`${dotted}.`);
}
