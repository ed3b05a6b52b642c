import { minutesPerDay, type Mistake, type Path, type Place, type Label, verbatim } from '../base/index.ts';
import {
  defaultLaw,
  holidayLists,
  knowsYearsOf,
  lawProfiles,
  plainMilestone,
  standardIndicators,
  type Anchor,
  type LawProfile,
  type Span,
} from '../customs/index.ts';
import { namesOf, namesWritten, type Flow, type FlowNames, type Write } from '../flows/index.ts';
import { isMap, nearestOf, oneOf } from '../notation/index.ts';
import { arrivalEvent, checkFlow, checkNamed } from './check-flow.ts';
import { Choices, levelsIn, levelsMax } from './choices.ts';
import type { ActivityDraft, DelayDraft, AttributeDraft, Draft, Entries } from './draft.ts';
import { writesOf } from './machine-names.ts';
import { namedSections, Names, the, type Section } from './names.ts';
import { sectionNames } from './read-draft.ts';
import type {
  Activity,
  Attribute,
  By,
  Chance,
  Deadline,
  Delay,
  Fee,
  Replications,
  Resource,
  RunSettings,
  Scenario,
  Term,
} from './scenario.ts';
import { defaultStart } from './start.ts';

/** What the meaning of a draft hangs on beside the draft itself. */
export interface Setting {
  /** Undefined: the flow itself is wrong. */
  readonly flow: Flow | undefined;
  /** The plain data of the whole scenario, the machine of a flow written in place under `flow`. */
  readonly plain: Readonly<Record<string, unknown>>;
  readonly defaultsTaken: readonly string[];
  readonly isDefault: (path: Path) => boolean;
  readonly places: ReadonlyMap<string, Place>;
}

/** What the reading of a draft gives. */
export interface Meaning {
  /** Undefined where there are mistakes. */
  readonly scenario: Scenario | undefined;
  readonly mistakes: readonly Mistake[];
  /** Definitions that nothing in this scenario uses; a mistake only if no variant does either. */
  readonly unused: readonly Mistake[];
}

/** Looks up every name of a draft, checks what only the whole can show, and puts the scenario together. */
export function meaningOf(draft: Draft, setting: Setting): Meaning {
  return new Reading(draft, setting).meaning();
}

class Reading {
  readonly #draft: Draft;
  readonly #setting: Setting;
  readonly #names: Names;
  readonly #flowNames: FlowNames;
  readonly #writes: readonly Write[];
  readonly #choices: Choices;

  constructor(draft: Draft, setting: Setting) {
    this.#draft = draft;
    this.#setting = setting;
    this.#names = new Names(draft);
    this.#flowNames = setting.flow === undefined ? noNames : namesOf(setting.flow.machine);
    this.#writes = setting.flow === undefined ? [] : writesOf(setting.flow);
    this.#choices = new Choices(draft, {
      names: this.#names,
      flow: setting.flow,
      writes: this.#writes,
      isDefault: setting.isDefault,
    });
  }

  meaning(): Meaning {
    const draft = this.#draft;
    const { flow } = this.#setting;
    const law = this.#law();
    if (flow !== undefined)
      checkFlow(flow, {
        draft,
        names: this.#names,
        choices: this.#choices,
        flowNames: this.#flowNames,
        writes: this.#writes,
        config: this.#setting.plain['flow'],
      });
    else this.#flowWritten();
    const attributes = each(draft.attributes, (attribute, name) => this.#attribute(attribute, name));
    const conditions = each(draft.conditions, (condition, name) => this.#choices.condition(condition, name));
    const chances = each(draft.chances, ({ share, drawn }, name): Chance | undefined => {
      const by = this.#choices.by(share, this.#shareAt(['chances', name]));
      return by === undefined ? undefined : { share: by, drawn };
    });
    const measures = each(draft.measures, (share, name) =>
      this.#choices.by(share, ['measures', name], `measures.${name}`),
    );
    const activities = each(draft.activities, (activity, name) => this.#activity(activity, name));
    const delays = each(draft.delays, (delay, name) => this.#delay(delay, ['delays', name]));
    const deadlines = each(draft.deadlines, (deadline, name): Deadline => {
      this.#milestones(deadline.from, ['deadlines', name, 'from']);
      return deadline;
    });
    const terms = each(draft.terms, (term, name): Term => {
      this.#milestones(term.from, ['terms', name, 'from']);
      this.#milestones(term.to, ['terms', name, 'to']);
      if (term.charge !== undefined) this.#names.use(term.charge, ['fees'], ['terms', name, 'charge'], the.fees);
      return term;
    });
    const fees = each(draft.fees, (fee, name): Fee => {
      if (fee.kind === 'statutory') this.#statutoryFee(name, law);
      if (fee.kind === 'perDay') {
        this.#span(fee.of, ['fees', name, 'of']);
        this.#names.use(name, ['fees'], ['fees', name], the.fees);
      }
      return fee;
    });
    const indicators = each(draft.indicators, (span, name): Span => {
      this.#span(span, ['indicators', name]);
      return span;
    });
    const resources = each(draft.resources, (resource, name): Resource => {
      const first = [...draft.activities].find(
        ([, activity]) => activity?.priority !== undefined && Object.hasOwn(activity.needs, name),
      )?.[0];
      if (resource.queue === 'fifo' && first !== undefined) {
        this.#note(
          'either-or',
          ['resources', name, 'queue'],
          {
            en: `the activity "${first}" has a priority, so its resources have priority queues`,
            zh: `作业“${first}”有优先级，故其资源须按优先级排队`,
          },
          {
            expected: { en: 'queue: priority, or no priority', zh: 'queue: priority，或不设优先级' },
            nearest: 'priority',
          },
        );
      }
      if (resource.calendar !== undefined)
        this.#names.use(resource.calendar, ['calendars'], ['resources', name, 'calendar'], the.calendars);
      return {
        count: resource.count,
        calendar: resource.calendar,
        queue: resource.queue ?? (first === undefined ? 'fifo' : 'priority'),
      };
    });
    for (const [name, calendar] of draft.calendars) {
      if (calendar?.holidays !== undefined) this.#holidays(calendar.holidays, ['calendars', name, 'holidays']);
    }
    this.#arrivals();
    const run = this.#run();
    this.#choices.circles();

    const unused = this.#names.unused(this.#setting.isDefault);
    const mistakes = this.#names.mistakes;
    const { name, arrivals } = draft;
    if (
      mistakes.length > 0 ||
      flow === undefined ||
      law === undefined ||
      run === undefined ||
      name === undefined ||
      arrivals === undefined
    )
      return { scenario: undefined, mistakes, unused };
    const isKept = (section: Section, entry: string): boolean =>
      this.#names.isUsed(section, entry) || !this.#setting.isDefault([section, entry]);
    const record = <Value>(entries: Entries<Value>, section?: Section): Readonly<Record<string, Value>> =>
      Object.fromEntries(
        [...entries].flatMap(([entry, value]) =>
          value === undefined || (section !== undefined && !isKept(section, entry)) ? [] : [[entry, value]],
        ),
      );
    const scenario: Scenario = {
      name: name.en,
      nameZh: name.zh,
      source: draft.source,
      shows: draft.shows,
      flow,
      flowNames: this.#flowNames,
      law,
      start: draft.start ?? defaultStart,
      run,
      arrivals,
      attributes: record(attributes),
      conditions: record(conditions, 'conditions'),
      chances: record(chances, 'chances'),
      measures: record(measures, 'measures'),
      activities: record(activities, 'activities'),
      delays: record(delays, 'delays'),
      deadlines: record(deadlines, 'deadlines'),
      terms: record(terms),
      resources: record(resources, 'resources'),
      calendars: record(draft.calendars, 'calendars'),
      fees: record(fees, 'fees'),
      indicators: record(indicators),
      defaultsTaken: this.#setting.defaultsTaken.filter((path) => {
        const [section = '', entry = ''] = path.split('.');
        return !isDroppable(section) || isKept(section, entry);
      }),
      sources: this.#sources(),
      places: this.#setting.places,
    };
    return { scenario, mistakes, unused };
  }

  #law(): LawProfile | undefined {
    const name = this.#draft.law ?? defaultLaw;
    const law = Object.hasOwn(lawProfiles, name) ? lawProfiles[name] : undefined;
    if (law === undefined)
      this.#note(
        'unknown-law-profile',
        ['law'],
        { en: `there is no law profile "${name}"`, zh: `没有法规版本“${name}”` },
        {
          expected: oneOf(Object.keys(lawProfiles)),
          ...nearestOf(name, Object.keys(lawProfiles)),
        },
      );
    return law;
  }

  #attribute(attribute: AttributeDraft, name: string): Attribute | undefined {
    const path = ['attributes', name];
    const node = `attributes.${name}`;
    switch (attribute.kind) {
      case 'levels': {
        const shares = this.#choices.by(attribute.shares, path, node);
        const levels = levelsIn(attribute);
        const beyond = levels[levelsMax];
        if (beyond !== undefined)
          return this.#note(
            'too-large',
            [...path, beyond],
            { en: `"${name}" has ${levels.length} levels`, zh: `“${name}”有 ${levels.length} 个等级` },
            {
              found: beyond,
              expected: { en: `at most ${levelsMax}`, zh: `至多 ${levelsMax}` },
            },
          );
        return shares === undefined
          ? undefined
          : {
              kind: 'levels',
              shares: mapBy(shares, (some) => Object.fromEntries(levels.map((level) => [level, some[level] ?? 0]))),
              levels,
            };
      }
      case 'flag': {
        const share = this.#choices.by(attribute.share, this.#shareAt(path), node);
        return share === undefined ? undefined : { kind: 'flag', share };
      }
      case 'number': {
        const law = this.#choices.by(attribute.law, path, node);
        return law === undefined ? undefined : { kind: 'number', law, unit: attribute.unit };
      }
      case 'part': {
        const share = this.#choices.by(attribute.share, path, node);
        this.#choices.depends(node, `attributes.${attribute.of}`);
        const isKnown = this.#names.use(attribute.of, ['attributes'], path, the.attributes) !== undefined;
        const unit = isKnown ? this.#choices.unitOf(attribute.of) : undefined;
        if (isKnown && unit === undefined && this.#draft.attributes.get(attribute.of) !== undefined)
          this.#note(
            'wrong-kind',
            path,
            { en: `the attribute "${attribute.of}" is no amount`, zh: `属性“${attribute.of}”不是数额` },
            {
              expected: { en: 'a part of an amount', zh: '数额的一部分' },
            },
          );
        return share === undefined || unit === undefined ? undefined : { kind: 'part', of: attribute.of, share, unit };
      }
      case 'written':
        return { kind: 'written', initial: attribute.initial, levels: this.#choices.levelsOf(name) ?? [] };
    }
  }

  #activity(activity: ActivityDraft, name: string): Activity | undefined {
    const path = ['activities', name];
    for (const [resource, units] of Object.entries(activity.needs)) {
      const at = isMap(this.#plainAt([...path, 'needs'])) ? [...path, 'needs', resource] : [...path, 'needs'];
      if (this.#names.use(resource, ['resources'], at, the.resources) === undefined) continue;
      const count = this.#draft.resources.get(resource)?.count;
      if (count !== undefined && units > count)
        this.#note(
          'too-few-units',
          at,
          {
            en: `"${resource}" has ${count} ${count === 1 ? 'unit' : 'units'}, fewer than needed`,
            zh: `“${resource}”只有 ${count} 个，少于所需`,
          },
          { expected: { en: `at most ${count}`, zh: `至多 ${count}` } },
        );
    }
    const takes = activity.takes === undefined ? undefined : this.#delay(activity.takes, [...path, 'takes']);
    const priority =
      activity.priority === undefined ? undefined : this.#choices.by(activity.priority, [...path, 'priority']);
    return { needs: activity.needs, takes, holds: activity.holds, priority };
  }

  #delay(delay: DelayDraft, path: Path): Delay | undefined {
    if (delay.kind === 'law') {
      const by = this.#choices.by(delay.law, path);
      return by === undefined ? undefined : { kind: 'law', law: by };
    }
    const share = this.#choices.by(delay.share, path);
    this.#partOf(delay.of, path);
    return share === undefined ? undefined : { kind: 'part', of: delay.of, share };
  }

  #partOf(of: string, path: Path): void {
    const section = this.#names.use(of, ['delays', 'activities'], path, {
      en: 'the delay or activity',
      zh: '等待或作业',
    });
    const activity = section === 'activities' ? this.#draft.activities.get(of) : undefined;
    const whole = section === 'delays' ? this.#draft.delays.get(of) : activity?.takes;
    const isPart = whole?.kind === 'part';
    if (isPart || activity?.holds === true)
      this.#note(
        'wrong-kind',
        path,
        isPart
          ? { en: `"${of}" is itself a part`, zh: `“${of}”本身是一部分` }
          : { en: `"${of}" holds and has no duration`, zh: `“${of}”为 holds，没有时长` },
        {
          expected: {
            en: 'a part of a delay or activity with a duration of its own',
            zh: '有自身时长的等待或作业的一部分',
          },
        },
      );
  }

  #statutoryFee(name: string, law: LawProfile | undefined): void {
    if (law === undefined) return;
    const known = Object.keys(law.fees);
    const fee = Object.hasOwn(law.fees, name) ? law.fees[name] : undefined;
    if (fee === undefined) {
      this.#note(
        'unknown-fee',
        ['fees', name],
        { en: `${law.name} has no statutory fee "${name}"`, zh: `${law.name} 没有法定费用“${name}”` },
        {
          expected: oneOf(known),
          ...nearestOf(name, known),
        },
      );
      return;
    }
    const isKnown =
      this.#names.use(fee.base, ['attributes'], ['fees', name], {
        en: `for the fee "${name}" the attribute`,
        zh: `费用“${name}”所需的属性`,
      }) !== undefined;
    if (isKnown && this.#draft.attributes.get(fee.base) !== undefined && this.#choices.unitOf(fee.base) === undefined)
      this.#note(
        'wrong-kind',
        ['fees', name],
        {
          en: `the fee is a share of "${fee.base}", which is no amount`,
          zh: `该费用按“${fee.base}”的比例计，而它不是数额`,
        },
        {
          expected: { en: `an amount under attributes.${fee.base}`, zh: `attributes.${fee.base} 下的数额` },
        },
      );
  }

  #milestones(names: readonly string[], path: Path): void {
    if (this.#setting.flow === undefined) return;
    const known = [
      ...new Set(['created', 'ended', ...this.#flowNames.milestones.flatMap((name) => [plainMilestone(name), name])]),
    ];
    const isList = Array.isArray(this.#plainAt(path));
    for (const [index, name] of names.entries()) {
      if (!known.includes(name))
        this.#note(
          'unknown-milestone',
          isList ? [...path, index] : path,
          { en: `the flow has no milestone "${name}"`, zh: `流程没有里程碑“${name}”` },
          {
            found: name,
            expected: {
              en: `a milestone of the flow: ${oneOf(known.slice(2)).en}`,
              zh: `流程的里程碑：${oneOf(known.slice(2)).zh}`,
            },
            ...nearestOf(name, known),
          },
        );
    }
  }

  #span({ from, to }: Span, path: Path): void {
    for (const [key, anchor] of Object.entries({ from, to }))
      this.#milestones(
        'first' in anchor ? anchor.first : anchor.last,
        'last' in anchor ? [...path, key, 'last'] : [...path, key],
      );
  }

  #holidays(name: string, path: Path): void {
    const known = Object.keys(holidayLists);
    const list = Object.hasOwn(holidayLists, name) ? holidayLists[name] : undefined;
    if (list === undefined) {
      this.#note(
        'unknown-holidays',
        path,
        { en: `there is no list of holidays "${name}"`, zh: `没有节假日表“${name}”` },
        {
          expected: oneOf(known),
          ...nearestOf(name, known),
        },
      );
      return;
    }
    const { start = defaultStart, run } = this.#draft;
    // A run may go on for as long again as its horizon, until everybody has ended.
    const last = start.day + Math.ceil((2 * (run?.horizon ?? 0)) / minutesPerDay);
    if (!knowsYearsOf(list, start.day, last))
      this.#note(
        'unknown-holidays',
        path,
        {
          en: `the holidays "${name}" are known from ${list.from} to ${list.to} only, and the run lies outside`,
          zh: `节假日“${name}”只有 ${list.from} 至 ${list.to} 的资料，而运行在此之外`,
        },
        {
          expected: {
            en: 'a start and a horizon within these years, twice the horizon included',
            zh: '在这些年份内的 start 和 horizon（须容两倍 horizon）',
          },
        },
      );
  }

  /** A machine that is wrong: what it names all the same. */
  #flowWritten(): void {
    const config = this.#setting.plain['flow'];
    if (isMap(config)) checkNamed(namesWritten(config), { names: this.#names, choices: this.#choices, config });
  }

  #arrivals(): void {
    if (this.#draft.arrivals?.kind === 'consignments' && this.#flowNames.events.includes(arrivalEvent)) {
      this.#note(
        'no-vessels',
        ['arrivals'],
        {
          en: `the flow waits for ${arrivalEvent}, but no vessels arrive`,
          zh: `流程等待 ${arrivalEvent}，但没有船舶到港`,
        },
        {
          expected: verbatim('vessels: {every: ..., carry: ..., voyage: ...}'),
        },
      );
    }
  }

  #run(): RunSettings | undefined {
    const { run, indicators } = this.#draft;
    if (run === undefined) return undefined;
    const milestones = this.#flowNames.milestones.map(plainMilestone);
    const has = (anchor: Anchor): boolean =>
      'first' in anchor
        ? anchor.first.some((name) => milestones.includes(name))
        : anchor.last.every((name) => milestones.includes(name));
    const standard = Object.entries(standardIndicators).filter(([, span]) => has(span.from) && has(span.to));
    const known = [...standard.map(([name]) => name), 'clearanceTime', ...indicators.keys()];
    const of = run.replications.of ?? (known.includes('releaseTime') ? 'releaseTime' : 'clearanceTime');
    if (this.#setting.flow !== undefined && !known.includes(of))
      this.#note(
        'unknown-indicator',
        ['run', 'replications', 'of'],
        { en: `this flow has no indicator "${of}"`, zh: `此流程没有指标“${of}”` },
        {
          expected: oneOf(known),
          ...nearestOf(of, known),
        },
      );
    const replications: Replications = { ...run.replications, of };
    const isAuto = run.study === 'steady' && run.stopAfter === undefined;
    return { ...run, warmUp: run.warmUp ?? (isAuto ? 'auto' : 0), replications };
  }

  /** Where the value of `{share: ...}` stands, or the value itself where it stands alone. */
  #shareAt(path: Path): Path {
    const value = this.#plainAt(path);
    return isMap(value) && Object.hasOwn(value, 'share') ? [...path, 'share'] : path;
  }

  /** What the entries of sections say of where they come from. */
  #sources(): ReadonlyMap<string, string> {
    const { plain } = this.#setting;
    return new Map(
      sectionNames.flatMap((section) =>
        Object.entries(isMap(plain[section]) ? plain[section] : {}).flatMap(([name, entry]): [string, string][] => {
          const source = isMap(entry) ? entry['source'] : undefined;
          return typeof source === 'string' ? [[`${section}.${name}`, source]] : [];
        }),
      ),
    );
  }

  #plainAt(path: Path): unknown {
    return path.reduce<unknown>(
      (value, step) => (isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined),
      this.#setting.plain,
    );
  }

  #note(code: string, path: Path, message: Label, more: Partial<Mistake> = {}): undefined {
    this.#names.note({ code, path, message, ...more });
  }
}

const noNames: FlowNames = {
  guards: [],
  activities: [],
  delays: [],
  attributes: [],
  fees: [],
  milestones: [],
  events: [],
};

/** Whether a default of this section is left out where nothing uses it; attributes stay, for the breakdown of the results. */
function isDroppable(section: string): section is Section {
  return section !== 'attributes' && namedSections.some((name) => name === section);
}

function mapBy<From, To>(value: By<From>, turn: (value: From) => To): By<To> {
  if ('is' in value) return { is: turn(value.is) };
  return {
    by: value.by,
    levels: Object.fromEntries(Object.entries(value.levels).map(([level, inner]) => [level, mapBy(inner, turn)])),
  };
}

function each<From, To>(
  entries: Entries<From>,
  turn: (value: From, name: string) => To | undefined,
): Map<string, To | undefined> {
  return new Map([...entries].map(([name, value]) => [name, value === undefined ? undefined : turn(value, name)]));
}
