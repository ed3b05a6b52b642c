import { minutesPerDay, type Mistake, type Path, type Place } from '../base/index.ts';
import { defaultLaw, factNames, holidayLists, knowsYearsOf, lawProfiles, standardIndicators, type Anchor, type Condition, type LawProfile, type Span } from '../customs/index.ts';
import { namesOf, type Flow, type FlowNames, type Write } from '../flows/index.ts';
import { leavesOf, type ByDraft } from './by.ts';
import type { ConditionDraft } from './condition.ts';
import type { ActivityDraft, AttributeDraft, Draft, Entries } from './draft.ts';
import { isMap, nearestOf, oneOf } from './language.ts';
import { whereInMachine, writesOf } from './machine-names.ts';
import { Names, type Section } from './names.ts';
import type { Quantity } from './quantity.ts';
import type { Activity, Attribute, By, Chance, Deadline, Delay, Fee, Replications, Resource, RunSettings, Scenario, Term } from './scenario.ts';
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
  /** What attributes, conditions and measures depend on, for finding circles. */
  readonly #dependsOn: Map<string, Set<string>> = new Map();

  constructor(draft: Draft, setting: Setting) {
    this.#draft = draft;
    this.#setting = setting;
    this.#names = new Names(draft);
    this.#flowNames = setting.flow === undefined ? noNames : namesOf(setting.flow.machine);
    this.#writes = setting.flow === undefined ? [] : writesOf(setting.flow);
  }

  meaning(): Meaning {
    const draft = this.#draft;
    const { flow } = this.#setting;
    const law = this.#law();
    if (flow !== undefined) this.#flowAsks(flow);
    const attributes = each(draft.attributes, (attribute, name) => this.#attribute(attribute, name));
    const conditions = each(draft.conditions, (condition, name) => this.#condition(condition, name));
    const chances = each(draft.chances, ({ share, drawn }, name): Chance | undefined => {
      const by = this.#by(share, this.#shareAt(['chances', name]));
      return by === undefined ? undefined : { share: by, drawn };
    });
    const measures = each(draft.measures, (share, name) => this.#by(share, ['measures', name], `measures.${name}`));
    const activities = each(draft.activities, (activity, name) => this.#activity(activity, name));
    const delays = each(draft.delays, (delay, name): Delay | undefined => {
      if (delay.kind === 'law') {
        const by = this.#by(delay.law, ['delays', name]);
        return by === undefined ? undefined : { kind: 'law', law: by };
      }
      const share = this.#by(delay.share, ['delays', name]);
      this.#partOfDelay(delay.of, name);
      return share === undefined ? undefined : { kind: 'part', of: delay.of, share };
    });
    const deadlines = each(draft.deadlines, (deadline, name): Deadline => {
      this.#milestones(deadline.from, ['deadlines', name, 'from']);
      return deadline;
    });
    const terms = each(draft.terms, (term, name): Term => {
      this.#milestones(term.from, ['terms', name, 'from']);
      this.#milestones(term.to, ['terms', name, 'to']);
      if (term.charge !== undefined) this.#names.use(term.charge, ['fees'], ['terms', name, 'charge'], 'the fee');
      return term;
    });
    const fees = each(draft.fees, (fee, name): Fee => {
      if (fee.kind === 'statutory') this.#statutoryFee(name, law);
      if (fee.kind === 'perDay') {
        this.#span(fee.of, ['fees', name, 'of']);
        this.#names.use(name, ['fees'], ['fees', name], 'the fee');
      }
      return fee;
    });
    const indicators = each(draft.indicators, (span, name): Span => {
      this.#span(span, ['indicators', name]);
      return span;
    });
    const resources = each(draft.resources, (resource, name): Resource => {
      const first = [...draft.activities].find(([, activity]) => activity?.priority !== undefined && Object.hasOwn(activity.needs, name))?.[0];
      if (resource.queue === 'fifo' && first !== undefined) {
        this.#note('either-or', ['resources', name, 'queue'], `the activity "${first}" has a priority, so its resources have priority queues`, { expected: 'queue: priority, or no priority', nearest: 'priority' });
      }
      if (resource.calendar !== undefined) this.#names.use(resource.calendar, ['calendars'], ['resources', name, 'calendar'], 'the calendar');
      return { count: resource.count, calendar: resource.calendar, queue: resource.queue ?? (first === undefined ? 'fifo' : 'priority') };
    });
    for (const [name, calendar] of draft.calendars) {
      if (calendar?.holidays !== undefined) this.#holidays(calendar.holidays, ['calendars', name, 'holidays']);
    }
    this.#arrivals();
    const run = this.#run();
    this.#circles();

    const unused = this.#names.unused(this.#setting.isDefault);
    const mistakes = this.#names.mistakes;
    const { name, arrivals } = draft;
    if (mistakes.length > 0 || flow === undefined || law === undefined || run === undefined || name === undefined || arrivals === undefined) return { scenario: undefined, mistakes, unused };
    const isKept = (section: Section, entry: string): boolean => this.#names.isUsed(section, entry) || !this.#setting.isDefault([section, entry]);
    const record = <Value>(entries: Entries<Value>, section?: Section): Readonly<Record<string, Value>> =>
      Object.fromEntries([...entries].flatMap(([entry, value]) => (value === undefined || (section !== undefined && !isKept(section, entry)) ? [] : [[entry, value]])));
    const scenario: Scenario = {
      name,
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
      places: this.#setting.places,
    };
    return { scenario, mistakes, unused };
  }

  /** Every name that the machine uses must have a meaning. */
  #flowAsks(flow: Flow): void {
    const names = this.#names;
    const asked = this.#flowNames;
    const at = (kind: keyof FlowNames, name: string): Path => ['flow', ...(whereInMachine(this.#setting.plain['flow'], kind, name) ?? [])];
    for (const guard of asked.guards) {
      const section = names.use(guard, ['measures', 'chances', 'conditions', 'attributes'], at('guards', guard), 'the guard', Object.keys(factNames));
      if (section === 'attributes' && !this.#isFlag(guard)) this.#note('wrong-kind', at('guards', guard), `the attribute "${guard}" is neither true nor false`, { expected: 'a condition that tests it' });
    }
    for (const name of asked.activities) names.use(name, ['activities'], at('activities', name), 'the activity');
    for (const name of asked.delays) names.use(name, ['delays', 'deadlines'], at('delays', name), 'the delay or deadline');
    for (const name of asked.fees) names.use(name, ['fees'], at('fees', name), 'the fee');
    for (const name of asked.attributes) {
      if (names.use(name, ['attributes'], at('attributes', name), 'the attribute') === undefined) continue;
      const attribute = this.#draft.attributes.get(name);
      const writes = this.#writes.filter((write) => write.attribute === name);
      if (attribute === undefined || writes.length === 0) continue;
      if (attribute.kind !== 'written') this.#note('wrong-kind', ['attributes', name], `the flow writes the attribute "${name}", so it is not drawn`, { expected: 'its first value, as in {initial: false}' });
      else this.#writtenAlike(name, attribute.initial, writes, at('attributes', name));
    }
    for (const event of asked.events) {
      if (event === arrival) continue;
      this.#note('unknown-event', at('events', event), `nothing says "${event}" to a flow`, { found: event, expected: arrival, ...nearestOf(event, [arrival]) });
    }
    for (const [measure, { eligible }] of Object.entries(flow.measures)) {
      if (names.isDefined('measures', measure)) this.#eligibility(eligible, measure);
    }
  }

  #writtenAlike(name: string, initial: boolean | number | string, writes: readonly Write[], path: Path): void {
    const odd = writes.find((write) => 'value' in write && typeof write.value !== typeof initial);
    if (odd !== undefined) this.#note('wrong-kind', path, `the flow writes to "${name}" what its first value is not: ${'value' in odd ? String(odd.value) : ''} and ${String(initial)}`, { expected: 'first value and written values of one kind' });
  }

  /** Attributes that decide who is eligible for a measure are used, and must be there. */
  #eligibility(eligible: Condition, measure: string): void {
    if ('all' in eligible) for (const part of eligible.all) this.#eligibility(part, measure);
    else if ('any' in eligible) for (const part of eligible.any) this.#eligibility(part, measure);
    else if ('not' in eligible) this.#eligibility(eligible.not, measure);
    else {
      this.#names.use(eligible.attribute, ['attributes'], ['measures', measure], `for "${measure}" the attribute`);
      this.#depends(`measures.${measure}`, `attributes.${eligible.attribute}`);
    }
  }

  #law(): LawProfile | undefined {
    const name = this.#draft.law ?? defaultLaw;
    const law = Object.hasOwn(lawProfiles, name) ? lawProfiles[name] : undefined;
    if (law === undefined) this.#note('unknown-law-profile', ['law'], `there is no law profile "${name}"`, { expected: oneOf(Object.keys(lawProfiles)), ...nearestOf(name, Object.keys(lawProfiles)) });
    return law;
  }

  #attribute(attribute: AttributeDraft, name: string): Attribute | undefined {
    const path = ['attributes', name];
    const node = `attributes.${name}`;
    switch (attribute.kind) {
      case 'levels': {
        const shares = this.#by(attribute.shares, path, node);
        const levels = levelsIn(attribute);
        return shares === undefined ? undefined : { kind: 'levels', shares: mapBy(shares, (some) => Object.fromEntries(levels.map((level) => [level, some[level] ?? 0]))), levels };
      }
      case 'flag': {
        const share = this.#by(attribute.share, this.#shareAt(path), node);
        return share === undefined ? undefined : { kind: 'flag', share };
      }
      case 'number': {
        const law = this.#by(attribute.law, path, node);
        return law === undefined ? undefined : { kind: 'number', law, unit: attribute.unit };
      }
      case 'part': {
        const share = this.#by(attribute.share, path, node);
        this.#depends(node, `attributes.${attribute.of}`);
        const isKnown = this.#names.use(attribute.of, ['attributes'], path, 'the attribute') !== undefined;
        const unit = isKnown ? this.#unitOf(attribute.of) : undefined;
        if (isKnown && unit === undefined && this.#draft.attributes.get(attribute.of) !== undefined) this.#note('wrong-kind', path, `the attribute "${attribute.of}" is no amount`, { expected: 'a part of an amount' });
        return share === undefined || unit === undefined ? undefined : { kind: 'part', of: attribute.of, share, unit };
      }
      case 'written':
        return { kind: 'written', initial: attribute.initial, levels: this.#levelsOf(name) ?? [] };
    }
  }

  #condition(draft: ConditionDraft, name: string): Condition | undefined {
    if ('all' in draft) {
      const all = draft.all.map((part) => this.#condition(part, name));
      return all.every((part) => part !== undefined) ? { all } : undefined;
    }
    if ('any' in draft) {
      const any = draft.any.map((part) => this.#condition(part, name));
      return any.every((part) => part !== undefined) ? { any } : undefined;
    }
    if ('not' in draft) {
      const not = this.#condition(draft.not, name);
      return not === undefined ? undefined : { not };
    }
    const { attribute } = draft;
    const path: Path = ['conditions', name, ...draft.at];
    this.#depends(`conditions.${name}`, `attributes.${attribute}`);
    if (this.#names.use(attribute, ['attributes'], path, 'the attribute') === undefined) return undefined;
    const kind = this.#draft.attributes.get(attribute)?.kind;
    if (kind === undefined) return undefined;
    if ('is' in draft) {
      if (this.#isFlag(attribute)) return draft.is ? { attribute, isTrue: true } : { not: { attribute, isTrue: true } };
      return this.#note('wrong-kind', path, `the attribute "${attribute}" is neither true nor false`, { expected: kind === 'levels' ? `its levels: ${oneOf(this.#levelsOf(attribute) ?? [])}` : 'a range, as in {atLeast: 100000 CNY}' });
    }
    if ('isOneOf' in draft) return this.#levelTest(draft, path);
    const unit = this.#unitOf(attribute);
    if (unit === undefined) return this.#note('wrong-kind', path, `the attribute "${attribute}" is no amount`, { expected: 'true, false or its levels' });
    return this.#range(draft, unit, path);
  }

  #levelTest({ attribute, isOneOf }: { readonly attribute: string; readonly isOneOf: readonly string[] }, path: Path): Condition | undefined {
    const levels = this.#levelsOf(attribute);
    if (levels === undefined || this.#isFlag(attribute)) return this.#note('wrong-kind', path, `the attribute "${attribute}" has no levels`, { expected: levels === undefined ? 'a range, as in {atLeast: 100000 CNY}' : 'true or false' });
    const unknown = isOneOf.filter((level) => !levels.includes(level) && !this.#lawLevels(attribute).includes(level));
    for (const level of unknown) this.#note('unknown-word', isOneOf.length > 1 ? [...path, isOneOf.indexOf(level)] : path, `"${attribute}" has no level "${level}"`, { found: level, expected: oneOf(levels), ...nearestOf(level, levels) });
    return unknown.length > 0 ? undefined : { attribute, isOneOf };
  }

  #range({ attribute, atLeast, below }: { readonly attribute: string; readonly atLeast: Quantity | undefined; readonly below: Quantity | undefined }, unit: string, path: Path): Condition | undefined {
    const ends = Object.entries({ atLeast, below }).filter((end): end is [string, Quantity] => end[1] !== undefined);
    const odd = ends.filter(([, end]) => end.unit !== unit);
    for (const [key, end] of odd) this.#note(end.unit === '' ? 'number-without-unit' : 'wrong-unit', [...path, key], `"${attribute}" is measured in ${unit}`, { expected: unit, nearest: `${end.amount} ${unit}` });
    if (odd.length > 0) return undefined;
    if (atLeast !== undefined && below !== undefined && atLeast.amount >= below.amount) return this.#note('out-of-range', path, 'this range is empty', { expected: 'atLeast smaller than below' });
    return { attribute, ...Object.fromEntries(ends.map(([key, end]) => [key, end.amount])) };
  }

  #activity(activity: ActivityDraft, name: string): Activity | undefined {
    const path = ['activities', name];
    for (const [resource, units] of Object.entries(activity.needs)) {
      const at = isMap(this.#plainAt([...path, 'needs'])) ? [...path, 'needs', resource] : [...path, 'needs'];
      if (this.#names.use(resource, ['resources'], at, 'the resource') === undefined) continue;
      const count = this.#draft.resources.get(resource)?.count;
      if (count !== undefined && units > count) this.#note('too-few-units', at, `"${resource}" has ${count} ${count === 1 ? 'unit' : 'units'}, fewer than needed`, { expected: `at most ${count}` });
    }
    const takes = activity.takes === undefined ? undefined : this.#by(activity.takes, [...path, 'takes']);
    const priority = activity.priority === undefined ? undefined : this.#by(activity.priority, [...path, 'priority']);
    return { needs: activity.needs, takes, holds: activity.holds, priority };
  }

  #partOfDelay(of: string, name: string): void {
    const section = this.#names.use(of, ['delays', 'activities'], ['delays', name], 'the delay or activity');
    const isPart = section === 'delays' && this.#draft.delays.get(of)?.kind === 'part';
    const holds = section === 'activities' && this.#draft.activities.get(of)?.holds === true;
    if (isPart || holds) this.#note('wrong-kind', ['delays', name], `"${of}" ${isPart ? 'is itself a part' : 'holds and has no duration'}`, { expected: 'a part of a delay or activity with a duration of its own' });
  }

  #statutoryFee(name: string, law: LawProfile | undefined): void {
    if (law === undefined) return;
    const known = Object.keys(law.fees);
    const fee = Object.hasOwn(law.fees, name) ? law.fees[name] : undefined;
    if (fee === undefined) {
      this.#note('unknown-fee', ['fees', name], `${law.name} has no statutory fee "${name}"`, { expected: oneOf(known), ...nearestOf(name, known) });
      return;
    }
    const isKnown = this.#names.use(fee.base, ['attributes'], ['fees', name], `for the fee "${name}" the attribute`) !== undefined;
    if (isKnown && this.#draft.attributes.get(fee.base) !== undefined && this.#unitOf(fee.base) === undefined) this.#note('wrong-kind', ['fees', name], `the fee is a share of "${fee.base}", which is no amount`, { expected: `an amount under attributes.${fee.base}` });
  }

  #milestones(names: readonly string[], path: Path): void {
    if (this.#setting.flow === undefined) return;
    const known = [...new Set(['created', 'ended', ...this.#flowNames.milestones.flatMap((name) => [plainOf(name), name])])];
    const isList = Array.isArray(this.#plainAt(path));
    for (const [index, name] of names.entries()) {
      if (!known.includes(name)) this.#note('unknown-milestone', isList ? [...path, index] : path, `the flow has no milestone "${name}"`, { found: name, expected: `a milestone of the flow: ${oneOf(known.slice(2))}`, ...nearestOf(name, known) });
    }
  }

  #span({ from, to }: Span, path: Path): void {
    for (const [key, anchor] of Object.entries({ from, to })) this.#milestones('first' in anchor ? anchor.first : anchor.last, 'last' in anchor ? [...path, key, 'last'] : [...path, key]);
  }

  #holidays(name: string, path: Path): void {
    const known = Object.keys(holidayLists);
    const list = Object.hasOwn(holidayLists, name) ? holidayLists[name] : undefined;
    if (list === undefined) {
      this.#note('unknown-holidays', path, `there is no list of holidays "${name}"`, { expected: oneOf(known), ...nearestOf(name, known) });
      return;
    }
    const { start = defaultStart, run } = this.#draft;
    // A run may go on for as long again as its horizon, until everybody has ended.
    const last = start.day + Math.ceil((2 * (run?.horizon ?? 0)) / minutesPerDay);
    if (!knowsYearsOf(list, start.day, last)) this.#note('unknown-holidays', path, `the holidays "${name}" are known from ${list.from} to ${list.to} only, and the run lies outside`, { expected: 'a start and a horizon within these years, twice the horizon included' });
  }

  #arrivals(): void {
    if (this.#draft.arrivals?.kind === 'consignments' && this.#flowNames.events.includes(arrival)) {
      this.#note('no-vessels', ['arrivals'], `the flow waits for ${arrival}, but no vessels arrive`, { expected: 'vessels: {every: ..., carry: ..., voyage: ...}' });
    }
  }

  #run(): RunSettings | undefined {
    const { run, indicators } = this.#draft;
    if (run === undefined) return undefined;
    const milestones = this.#flowNames.milestones.map(plainOf);
    const has = (anchor: Anchor): boolean => ('first' in anchor ? anchor.first.some((name) => milestones.includes(name)) : anchor.last.every((name) => milestones.includes(name)));
    const standard = Object.entries(standardIndicators).filter(([, span]) => has(span.from) && has(span.to));
    const known = [...standard.map(([name]) => name), 'clearanceTime', ...indicators.keys()];
    const of = run.replications.of ?? (known.includes('releaseTime') ? 'releaseTime' : 'clearanceTime');
    if (this.#setting.flow !== undefined && !known.includes(of)) this.#note('unknown-indicator', ['run', 'replications', 'of'], `this flow has no indicator "${of}"`, { expected: oneOf(known), ...nearestOf(of, known) });
    const replications: Replications = { ...run.replications, of };
    const isAuto = run.study === 'steady' && run.stopAfter === undefined;
    return { ...run, warmUp: run.warmUp ?? (isAuto ? 'auto' : 0), replications };
  }

  /** The value with every level present. Undefined: a mistake was noted, or what it depends on is itself wrong. `node` is noted as depending on what it is by. */
  #by<Value>(draft: ByDraft<Value>, path: Path, node?: string): By<Value> | undefined {
    if ('is' in draft) return draft;
    const { by, otherwise } = draft;
    if (this.#sizeOf(draft) > choicesMax) return this.#note('too-large', path, 'this choice has too many cases', { expected: `at most ${choicesMax}` });
    const section = this.#names.use(by, ['attributes', 'conditions', 'measures'], [...path, 'by'], 'the attribute, condition or measure');
    if (node !== undefined && section !== undefined) this.#depends(node, `${section}.${by}`);
    if (section === undefined) return undefined;
    const levels = section === 'attributes' ? this.#levelsOf(by) : flagLevels;
    if (levels === undefined) {
      if (this.#draft.attributes.get(by) === undefined) return undefined;
      return this.#note('wrong-kind', [...path, 'by'], `the attribute "${by}" is an amount and has no levels`, { expected: 'a condition that tests it' });
    }
    const allowed = [...levels, ...(section === 'attributes' ? this.#lawLevels(by) : [])];
    for (const level of Object.keys(draft.levels)) {
      if (!allowed.includes(level) && !this.#setting.isDefault([...path, level])) this.#note('unknown-level', [...path, level], `"${by}" has no level "${level}"`, { expected: oneOf([...levels, 'otherwise']), ...nearestOf(level, [...levels, 'otherwise']) });
    }
    const missing = levels.filter((level) => !Object.hasOwn(draft.levels, level));
    if (otherwise === undefined && missing.length > 0) this.#note('missing-level', path, `there is no value for the ${missing.length === 1 ? 'level' : 'levels'} ${missing.join(', ')} of "${by}"`, { expected: 'a value for each level, or otherwise' });
    const spread = levels.map((level) => {
      const named = draft.levels[level];
      const inner = named ?? otherwise;
      return [level, inner === undefined ? undefined : this.#by(inner, [...path, named === undefined ? 'otherwise' : level], node)] as const;
    });
    return spread.every((entry): entry is readonly [string, By<Value>] => entry[1] !== undefined) ? { by, levels: Object.fromEntries(spread) } : undefined;
  }

  /** Number of cases that a draft spreads to. */
  #sizeOf<Value>(draft: ByDraft<Value>): number {
    if ('is' in draft) return 1;
    const named = Object.values(draft.levels);
    const levels = this.#levelsOf(draft.by) ?? flagLevels;
    const unnamed = levels.filter((level) => !Object.hasOwn(draft.levels, level)).length;
    const sum = named.reduce((total, inner) => total + this.#sizeOf(inner), 0);
    return sum + (draft.otherwise === undefined ? 0 : unnamed * this.#sizeOf(draft.otherwise));
  }

  /** Levels of an attribute, `true` and `false` of one that is a flag; none for amounts and for what is itself wrong. */
  #levelsOf(name: string): readonly string[] | undefined {
    const attribute = this.#draft.attributes.get(name);
    if (attribute === undefined) return undefined;
    switch (attribute.kind) {
      case 'levels':
        return levelsIn(attribute);
      case 'flag':
        return flagLevels;
      case 'written': {
        if (typeof attribute.initial === 'boolean') return flagLevels;
        const written = this.#writes.filter((write) => write.attribute === name).flatMap((write) => ('value' in write ? [String(write.value)] : write.from === name ? [] : (this.#levelsOf(write.from) ?? [])));
        return [...new Set([String(attribute.initial), ...written])];
      }
      default:
        return undefined;
    }
  }

  /** Credit levels that the law knows may be spoken of though nobody in the scenario has them. */
  #lawLevels(attribute: string): readonly string[] {
    return attribute === 'credit' ? (lawProfiles[this.#draft.law ?? defaultLaw]?.creditLevels ?? []) : [];
  }

  #isFlag(name: string): boolean {
    const attribute = this.#draft.attributes.get(name);
    return attribute === undefined || attribute.kind === 'flag' || (attribute.kind === 'written' && typeof attribute.initial === 'boolean');
  }

  #unitOf(name: string): string | undefined {
    const seen = new Set<string>();
    let attribute = this.#draft.attributes.get(name);
    while (attribute?.kind === 'part' && !seen.has(attribute.of)) {
      seen.add(attribute.of);
      attribute = this.#draft.attributes.get(attribute.of);
    }
    return attribute?.kind === 'number' ? attribute.unit : undefined;
  }

  #depends(node: string, on: string): void {
    this.#dependsOn.set(node, (this.#dependsOn.get(node) ?? new Set()).add(on));
  }

  /** Attributes, conditions and measures that depend on themselves cannot be drawn. */
  #circles(): void {
    const done = new Set<string>();
    const visit = (node: string, way: readonly string[]): void => {
      if (way.includes(node)) {
        const circle = [...way.slice(way.indexOf(node)), node].map((each) => each.slice(each.indexOf('.') + 1));
        this.#note('circle', node.split('.'), `"${circle[0] ?? ''}" depends on itself`, { found: circle.join(' -> '), expected: 'something that does not come back to it' });
        return;
      }
      if (done.has(node)) return;
      for (const next of this.#dependsOn.get(node) ?? []) visit(next, [...way, node]);
      done.add(node);
    };
    for (const node of this.#dependsOn.keys()) visit(node, []);
  }

  /** Where the value of `{share: ...}` stands, or the value itself where it stands alone. */
  #shareAt(path: Path): Path {
    const value = this.#plainAt(path);
    return isMap(value) && Object.hasOwn(value, 'share') ? [...path, 'share'] : path;
  }

  #plainAt(path: Path): unknown {
    return path.reduce<unknown>((value, step) => (isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined), this.#setting.plain);
  }

  #note(code: string, path: Path, message: string, more: Partial<Mistake> = {}): undefined {
    this.#names.note({ code, path, message, ...more });
  }
}

/** The event that a vessel's arrival sends to its consignments. */
const arrival = 'ARRIVED';

/** Most cases of a value that depends on several things. */
const choicesMax = 10_000;

const flagLevels: readonly string[] = ['false', 'true'];

const noNames: FlowNames = { guards: [], activities: [], delays: [], attributes: [], fees: [], milestones: [], events: [] };

const droppable: readonly string[] = ['conditions', 'chances', 'measures', 'activities', 'delays', 'deadlines', 'resources', 'calendars', 'fees'];

function isDroppable(section: string): section is Section {
  return droppable.includes(section);
}

/** All levels that an attribute may have, whatever it depends on. */
function levelsIn(attribute: Extract<AttributeDraft, { kind: 'levels' }>): readonly string[] {
  return [...new Set(leavesOf(attribute.shares).flatMap((shares) => Object.keys(shares)))];
}

function mapBy<From, To>(value: By<From>, turn: (value: From) => To): By<To> {
  if ('is' in value) return { is: turn(value.is) };
  return { by: value.by, levels: Object.fromEntries(Object.entries(value.levels).map(([level, inner]) => [level, mapBy(inner, turn)])) };
}

function each<From, To>(entries: Entries<From>, turn: (value: From, name: string) => To | undefined): Map<string, To | undefined> {
  return new Map([...entries].map(([name, value]) => [name, value === undefined ? undefined : turn(value, name)]));
}

function plainOf(milestone: string): string {
  return milestone.split('.')[0] ?? milestone;
}
