import { nearestWord, type Mistake, type Path, type Label } from '../base/index.ts';
import { oneOf } from '../notation/index.ts';
import type { Draft } from './draft.ts';

/** Sections whose entries are named from elsewhere. */
export const namedSections = [
  'attributes',
  'conditions',
  'chances',
  'measures',
  'activities',
  'delays',
  'deadlines',
  'resources',
  'calendars',
  'fees',
] as const;

/** One of them. */
export type Section = (typeof namedSections)[number];

/** The names of a scenario: which are defined, which are used, and what is wrong with that. */
export class Names {
  readonly mistakes: Mistake[] = [];
  readonly #draft: Draft;
  readonly #used: Map<Section, Set<string>> = new Map();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  note(mistake: Mistake): void {
    this.mistakes.push(mistake);
  }

  isDefined(section: Section, name: string): boolean {
    return this.#draft[section].has(name);
  }

  defined(section: Section): readonly string[] {
    return [...this.#draft[section].keys()];
  }

  isUsed(section: Section, name: string): boolean {
    return this.#used.get(section)?.has(name) === true;
  }

  /**
   * Looks `name` up in the sections where it may be defined: gives the one that has it and marks it as used there.
   * Nowhere, or in several: a mistake at `path`; `what` says what the name was to be, `also` are names that need no definition.
   */
  use(
    name: string,
    sections: readonly Section[],
    path: Path,
    what: Label,
    also: readonly string[] = [],
  ): Section | undefined {
    const found = sections.filter((section) => this.isDefined(section, name));
    for (const section of found.length > 0 ? found : sections) this.#mark(section, name);
    const [only, second] = found;
    if (second !== undefined) {
      this.note({
        code: 'two-meanings',
        path: [second, name],
        message: {
          en: `"${name}" stands under ${only ?? ''} and under ${second}`,
          zh: `“${name}”同时写在 ${only ?? ''} 和 ${second} 下`,
        },
        expected: { en: 'one meaning for each name', zh: '每个名称一个含义' },
      });
      return undefined;
    }
    if (only !== undefined || also.includes(name)) return only;
    const known = [...sections.flatMap((section) => this.defined(section)), ...also];
    const isTold = known.length > 0 && known.length <= toldMax;
    const told: Label = isTold ? { en: `${oneOf(known).en}, or `, zh: `${oneOf(known).zh}，或 ` } : { en: '', zh: '' };
    // A file with hundreds of unknown names is wrong in another way than by its spelling.
    const nearest = this.mistakes.length < nearestMax ? nearestWord(name, known) : undefined;
    this.note({
      code: 'missing-definition',
      path,
      message: { en: `${what.en} "${name}" is not defined`, zh: `${what.zh}“${name}”没有定义` },
      found: name,
      expected: {
        en: `${told.en}an entry "${name}" under ${oneOf(sections).en}`,
        zh: `${told.zh}${oneOf(sections).zh} 下的“${name}”一项`,
      },
      ...(nearest === undefined ? {} : { nearest }),
    });
    return undefined;
  }

  /** Definitions that nothing uses; the nearest name that something asks for. */
  unused(isDefault: (path: Path) => boolean): readonly Mistake[] {
    return namedSections.flatMap((section) =>
      this.defined(section)
        .filter((name) => !this.isUsed(section, name) && !isDefault([section, name]) && !this.#isMeant(name))
        .slice(0, nearestMax)
        .flatMap((name): Mistake[] => {
          const asked = [...(this.#used.get(section) ?? [])];
          const nearest = nearestWord(name, asked);
          // An attribute may stand for the breakdown of the results alone, unless it looks like one that is asked for.
          if (
            section === 'attributes' &&
            (nearest === undefined || !(isDefault([section, nearest]) || !this.isDefined(section, nearest)))
          )
            return [];
          return [
            {
              code: 'unused',
              path: [section, name],
              message: { en: `nothing uses ${the[section].en} "${name}"`, zh: `${the[section].zh}“${name}”没有用到` },
              expected: { en: 'a name that the flow or another entry asks for', zh: '流程或其他条目用到的名称' },
              ...(nearest === undefined ? {} : { nearest }),
            },
          ];
        }),
    );
  }

  /** Whether a name is already suggested for one that is not defined: the same slip seen from the other side. */
  #isMeant(name: string): boolean {
    return this.mistakes.some((mistake) => mistake.code === 'missing-definition' && mistake.nearest === name);
  }

  #mark(section: Section, name: string): void {
    const used = this.#used.get(section) ?? new Set();
    this.#used.set(section, used.add(name));
  }
}

/** Names are listed where there are no more to choose from: a sentence that is longer nobody reads. */
const toldMax = 8;

/** Names that get a suggestion, and unused entries of a section that are told. */
const nearestMax = 100;

/** What an entry of a section is called in a sentence. */
export const the: Readonly<Record<Section, Label>> = {
  attributes: { en: 'the attribute', zh: '属性' },
  conditions: { en: 'the condition', zh: '条件' },
  chances: { en: 'the chance', zh: '概率' },
  measures: { en: 'the measure', zh: '措施' },
  activities: { en: 'the activity', zh: '作业' },
  delays: { en: 'the delay', zh: '等待' },
  deadlines: { en: 'the deadline', zh: '期限' },
  resources: { en: 'the resource', zh: '资源' },
  calendars: { en: 'the calendar', zh: '日历' },
  fees: { en: 'the fee', zh: '费用' },
};
