import type { Stand, Walk } from '../../learn/index.ts';
import { thingName, visible, type Language } from '../../report/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { stepWords } from './words.ts';

/** Something about a consignment that can be changed before its first step. */
export interface Setting {
  readonly name: string;
  readonly part: 'attributes' | 'measures' | 'chances';
  /** As it stands now. */
  readonly value: string;
  /** What it may be instead, in their order, the present one among them; none: a number is asked for. */
  readonly values: readonly (boolean | string | undefined)[];
  readonly now: boolean | number | string | undefined;
  /** Unit of a number. */
  readonly unit: string;
}

/** All of them: attributes, then measures, then chances that are drawn once. */
export function settingsOf(
  { walk, stand, scenario }: { readonly walk: Walk; readonly stand: Stand; readonly scenario: Scenario },
  language: Language,
): readonly Setting[] {
  const words = stepWords(language);
  const told = (value: boolean | number | string | undefined): string => {
    if (value === undefined) return words.chosenOnTheWay;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return typeof value === 'number' ? String(Math.round(value * 100) / 100) : visible(thingName(value, language));
  };
  const setting = (part: Setting['part'], name: string, rest: Pick<Setting, 'values' | 'now' | 'unit'>): Setting => ({
    part,
    name,
    ...rest,
    value: `${told(rest.now)}${rest.unit === '' ? '' : ` ${rest.unit}`}`,
  });
  const flags = [true, false];
  const attributes = Object.entries(scenario.attributes).flatMap(([name, attribute]): readonly Setting[] => {
    const now = stand.attributes[name];
    switch (attribute.kind) {
      case 'levels':
        return [setting('attributes', name, { values: attribute.levels, now, unit: '' })];
      case 'flag':
        return [setting('attributes', name, { values: flags, now, unit: '' })];
      case 'number':
        return [setting('attributes', name, { values: [], now, unit: attribute.unit })];
      default:
        return [];
    }
  });
  return [
    ...attributes,
    ...Object.entries(stand.measures).map(([name, now]) => setting('measures', name, { values: flags, now, unit: '' })),
    ...Object.keys(scenario.chances).flatMap((name) =>
      scenario.flowNames.guards.includes(name)
        ? [setting('chances', name, { values: [undefined, true, false], now: walk.chances[name], unit: '' })]
        : [],
    ),
  ];
}

/** The walk with another value of a setting; undefined: nothing is said of it. */
export function withSetting(walk: Walk, { part, name }: Setting, value: boolean | number | string | undefined): Walk {
  const { [name]: _, ...others } = walk[part];
  return { ...walk, [part]: value === undefined ? others : { ...others, [name]: value } };
}
