import type { Path, Place } from '../base/index.ts';
import { isMap, type Layer } from '../notation/index.ts';

/** Something that a variant may set: what a scenario says at a path. */
export interface Setting {
  /** Dotted. */
  readonly path: string;
  /** As written. */
  readonly text: string;
  /** Where: in the file, or in the defaults of the flow. */
  readonly place: Place;
  /** Whether it comes from the defaults of the flow. */
  readonly isDefault: boolean;
}

/** Parts of a scenario that one tries other values in, what one changes most first; not `run`: how long one looks changes no port. */
const sections = [
  'measures',
  'resources',
  'arrivals',
  'chances',
  'delays',
  'activities',
  'attributes',
  'fees',
] as const;

/** Every single value of a scenario, with what its flow's defaults gave, in the order of the sections. */
export function settingsOf(
  plain: Readonly<Record<string, unknown>>,
  layers: readonly Layer[],
  isDefault: (path: Path) => boolean,
): readonly Setting[] {
  const settings: Setting[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (isMap(value)) {
      for (const [key, inner] of Object.entries(value)) if (key !== 'source') visit(inner, [...path, key]);
      return;
    }
    const layer = layers.find((each) => each.has(path));
    if (layer === undefined || Array.isArray(value) || value === null || path.some((step) => step.includes('.')))
      return;
    settings.push({
      path: path.join('.'),
      text: layer.textOf(path),
      place: layer.placeOf(path, 'value'),
      isDefault: isDefault(path),
    });
  };
  for (const section of sections) visit(plain[section], [section]);
  return settings;
}
