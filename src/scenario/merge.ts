import { isMap } from '../notation/index.ts';
import { sectionNames } from './read-draft.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A scenario with what it does not say filled in from its flow's defaults. */
export interface Merged {
  readonly plain: Plain;
  /** Dotted paths that came from the defaults, in their order. */
  readonly taken: readonly string[];
}

/**
 * `own` over `defaults`, entry by entry: an entry of a section replaces the default of its name. Activities, `run` and
 * `arrivals` are filled key by key; a key that excludes a default (`stopAfter` and `horizon`) drops it.
 * Title, texts, flow and variants are always the file's own.
 */
export function mergeDefaults(own: Plain, defaults: Plain): Merged {
  const taken: string[] = [];
  const plain: Record<string, unknown> = { ...own };
  for (const key of ['start', 'law']) {
    if (plain[key] !== undefined || defaults[key] === undefined) continue;
    plain[key] = defaults[key];
    taken.push(key);
  }
  for (const key of ['run', 'arrivals', ...sectionNames]) {
    const filled = fill(own[key], defaults[key], [key], taken);
    if (filled !== undefined) plain[key] = filled;
  }
  return { plain, taken };
}

/** Keys that cannot stand together: whoever says the first does not want the default of the others. */
const excludes: Readonly<Record<string, readonly string[]>> = {
  horizon: ['stopAfter'],
  stopAfter: ['horizon', 'warmUp'],
  consignments: ['vessels', 'preparationStarts'],
  takes: ['holds'],
  holds: ['takes'],
};

function fill(own: unknown, defaults: unknown, path: readonly string[], taken: string[]): unknown {
  if (defaults === undefined) return own;
  if (own === undefined && path.length > 1) {
    taken.push(path.join('.'));
    return defaults;
  }
  if (!isMap(defaults) || !(own === undefined || isMap(own)) || !isFilledByKey(path)) return own ?? defaults;
  const filled: Record<string, unknown> = { ...own };
  const dropped = Object.keys(filled).flatMap((key) =>
    path.length > 1 || !isSection(path[0]) ? (excludes[key] ?? []) : [],
  );
  for (const [key, value] of Object.entries(defaults)) {
    if (dropped.includes(key) || (key === 'source' && own !== undefined)) continue;
    const inner = fill(filled[key], value, [...path, key], taken);
    if (inner !== undefined) filled[key] = inner;
  }
  return filled;
}

function isFilledByKey(path: readonly string[]): boolean {
  return path.length === 1 || (path[0] === 'activities' && path.length === 2) || path.join('.') === 'arrivals.vessels';
}

function isSection(key: string | undefined): boolean {
  return sectionNames.some((name) => name === key);
}
