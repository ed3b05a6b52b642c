import type { Mistake, Path, Place } from '../base/index.ts';
import type { Written } from './document.ts';

/** One of the texts that a scenario is made of: says where a path of the whole scenario stands in it, if it does. */
export interface Layer {
  readonly has: (path: Path) => boolean;
  readonly placeOf: (path: Path, what: 'key' | 'value') => Place;
  readonly textOf: (path: Path) => string;
}

/** A file seen from the whole scenario: it holds what stands below `at` there, and begins at `from` in the file. */
export function layerOf(written: Written, at: Path = [], from: Path = []): Layer {
  const inside = (path: Path): Path => [...from, ...path.slice(at.length)];
  return {
    has: (path) => at.every((step, index) => path[index] === step) && written.has(inside(path)),
    placeOf: (path, what) => written.placeOf(inside(path), what),
    textOf: (path) => written.textOf(inside(path)),
  };
}

/** The mistake with its place and what was found there: in the first layer that says something at its path or, failing that, above it. */
export function locate(mistake: Mistake, layers: readonly Layer[]): Mistake {
  if (mistake.place !== undefined) return mistake;
  for (let path = mistake.path; ; path = path.slice(0, -1)) {
    const layer = layers.find((each) => each.has(path));
    if (layer !== undefined) {
      // A name that is wrong stands where it was written: often as a key.
      const atKey = atKeys.has(mistake.code) || (mistake.found !== undefined && mistake.found === path.at(-1));
      const place = layer.placeOf(path, atKey ? 'key' : 'value');
      if (mistake.found !== undefined || path.length < mistake.path.length || silent.has(mistake.code))
        return { ...mistake, place };
      const found = atKey ? String(path.at(-1) ?? '') : shortened(layer.textOf(path));
      return { ...mistake, place, ...(found === '' ? {} : { found }) };
    }
    if (path.length === 0) return mistake;
  }
}

/** Mistakes about a name that was chosen, not about what it stands for. */
const atKeys: ReadonlySet<string> = new Set([
  'unknown-key',
  'unknown-level',
  'unknown-path',
  'no-name',
  'reserved-name',
  'unused',
  'two-meanings',
  'circle',
]);
/** Mistakes about something that is not there. */
const silent: ReadonlySet<string> = new Set(['missing-key', 'missing-level']);

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

/** Mistakes in the order of their places: files in the order given, then lines and columns; one for each place and kind. */
export function inOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  const files = [...new Set(mistakes.map(({ place }) => place?.file ?? ''))];
  const rank = ({ place }: Mistake): readonly number[] => [
    files.indexOf(place?.file ?? ''),
    place?.line ?? 0,
    place?.column ?? 0,
  ];
  const seen = new Set<string>();
  const mended = new Set(
    mistakes.flatMap((each) =>
      each.code === 'odd-number' || each.code === 'comma-in-braces' ? [rank(each).join(':')] : [],
    ),
  );
  return mistakes
    .filter((mistake) => {
      // What the notation itself got wrong has no value to complain about.
      if (mended.has(rank(mistake).join(':')) && mistake.code !== 'odd-number' && mistake.code !== 'comma-in-braces')
        return false;
      const key = JSON.stringify([rank(mistake), mistake.code, mistake.message]);
      return seen.has(key) ? false : seen.add(key);
    })
    .toSorted((a, b) => rank(a).reduce((order, each, index) => order || each - (rank(b)[index] ?? 0), 0));
}
