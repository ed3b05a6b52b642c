import type { Label } from '../../base/index.ts';
import type { Flow } from '../../flows/index.ts';
import { cellsOf, settingName, type Language } from '../../report/index.ts';
import type { Setting, VariantText } from '../../scenario/index.ts';
import { scenarioName } from '../scenario-name.ts';
import type { Shared } from '../shared.ts';

/** A variant in the making: what it sets in the base of the file, value by value. */
export interface EditState {
  readonly place: 'edit';
  /** Name of the scenario that it was begun from. */
  readonly from: string;
  /** Name under which it runs beside the others; none before anything was changed. */
  readonly name: string | undefined;
  /** By dotted path. Always right: what is wrong stays in `draft`. */
  readonly set: Readonly<Record<string, string>>;
  /** Dotted path of the setting that the pointer is at. */
  readonly chosen: string;
  /** Only settings whose paths or names have it. */
  readonly filter: string;
  /** What is being typed for the chosen setting; `wrong` says why it does not count. */
  readonly draft: { readonly text: string; readonly wrong: string | undefined } | undefined;
  /** What was set before, the last first; and what was undone. */
  readonly before: readonly Readonly<Record<string, string>>[];
  readonly undone: readonly Readonly<Record<string, string>>[];
  /** It has changed and does not run yet as it is now. */
  readonly isWaiting: boolean;
}

/** A variant that begins as the chosen scenario is; one that was made here goes on as itself. */
export function openEdit(shared: Shared): EditState {
  const { chosen, sets, settings, tried } = shared;
  return {
    place: 'edit',
    from: chosen,
    name: tried.includes(chosen) ? chosen : undefined,
    set: sets[chosen] ?? {},
    chosen: settings[0]?.path ?? '',
    filter: '',
    draft: undefined,
    before: [],
    undone: [],
    isWaiting: false,
  };
}

/** The settings that the filter lets through, by their paths or by what they are called. */
export function settingsIn({ filter }: EditState, shared: Shared): readonly Setting[] {
  const wanted = filter.toLowerCase();
  return shared.settings.filter((setting) =>
    [setting.path, settingText(setting, shared)].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** What a setting is called on the screen; a measure by what its flow calls it. */
export function settingText(setting: Setting, shared: Shared): string {
  return settingName(setting.path, shared.language, measureOf(setting, shared)?.label);
}

/** The measure of the flow that a setting is about; undefined: it is about something else. */
export function measureOf({ path }: Setting, shared: Shared): Flow['measures'][string] | undefined {
  const [section, name = ''] = path.split('.');
  return section === 'measures' ? shared.modelOf(shared.chosen).scenario.flow.measures[name] : undefined;
}

/** What the variant says at a path. */
export function valueAt({ set }: EditState, setting: Setting): string {
  return set[setting.path] ?? setting.text;
}

/** Most cells of a name that is made from what is changed. */
const nameMax = 40;

/** A name that says what is changed, in both languages: `green channel + inspectors.count 9`. No other scenario has it. */
export function nameFor({ from, name, set }: EditState, shared: Shared): Pick<VariantText, 'name' | 'nameZh'> {
  const { names, sets } = shared;
  const own = sets[from] ?? {};
  const added = Object.entries(set).filter(([path, text]) => own[path] !== text);
  const texts = added.map(([path, text]) => `${path.split('.').slice(1).join('.')} ${text}`);
  const isBase = Object.keys(own).length === 0;
  const begun = (called: string): readonly string[] => (isBase ? [] : [called]);
  const isShort = cellsOf([...begun(from), ...texts].join(' + ')) <= nameMax || added.length <= 1;
  const changes: Label = { en: `${added.length} changes`, zh: `${added.length} 项改动` };
  const said = (language: Language, called: string): string =>
    [...begun(called), ...(isShort ? texts : [changes[language]])].join(' + ');
  const [en, zh] = [said('en', from), said('zh', scenarioName(from, { ...shared, language: 'zh' }))];
  const others = names.filter((each) => each !== name);
  for (let number = 1; ; number++) {
    const twin = number === 1 ? '' : ` (${number})`;
    if (!others.includes(en + twin)) return { name: en + twin, nameZh: zh + twin };
  }
}

/** A value one step further: a number by one, a share by five points, a switch the other way; none at the end of its range and for anything else. */
export function stepped(text: string, step: 1 | -1): string | undefined {
  if (text === 'on' || text === 'off') return text === 'on' ? 'off' : 'on';
  const share = /^(\d+(?:\.\d+)?) ?%$/.exec(text)?.[1];
  const before = Number(share ?? /^\d+$/.exec(text)?.[0] ?? NaN);
  const after = share === undefined ? before + step : Math.min(100, Math.max(0, before + 5 * step));
  if (Number.isNaN(after) || after < 0 || after === before) return undefined;
  return share === undefined ? String(after) : `${after} %`;
}
