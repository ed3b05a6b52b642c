import { present, unreachable } from '../base/index.ts';
import type { Address, Kernel } from '../kernel/index.ts';
import { enterLaw, purpose } from '../random/index.ts';
import { enterFollowing } from './enter-following.ts';
import { layOut, type Layout } from './layout.ts';
import {
  created,
  ended,
  Op,
  type Activity,
  type Anchor,
  type Choice,
  type Expiry,
  type Duration,
  type Fee,
  type Guard,
  levelsMax,
  type LevelColumn,
  type Model,
  type NumberColumn,
  type Term,
  type Timer,
} from './model.ts';

/** Where the parts of a model lie in a kernel that has been set up: addresses by index. */
export interface Places {
  readonly layout: Layout;
  readonly guards: readonly Address[];
  readonly resources: readonly Address[];
  readonly activities: readonly Address[];
  readonly calendars: readonly Address[];
  readonly indicators: readonly Address[];
  /** First cell of each group column, and the number of cells behind the last. */
  readonly groupCells: readonly number[];
  readonly fees: readonly Address[];
  readonly terms: readonly Address[];
  readonly followers: readonly Address[];
  /** Dues that the kernel has to ask for, by the number under which it does. */
  readonly dues: readonly Expiry[];
  /** What the kernel tells names by: durations and chances. */
  readonly names: readonly string[];
}

/** Kinds and operations as the kernel numbers them. */
const feeKind = { fixed: 0, perDay: 1, rate: 2 } as const;
const columnKind = { level: 0, number: 1, part: 2 } as const;

const purposes = {
  every: purpose('arrivals.every'),
  carry: purpose('arrivals.carry'),
  travel: purpose('arrivals.voyage'),
};

/** Puts a model into a kernel that knows nothing yet. */
export function setUp(model: Model, kernel: Kernel): Places {
  return new SetUp(model, kernel).places();
}

/** The parts of a model enter the kernel one after another, what others ask for before them. */
class SetUp {
  readonly #model: Model;
  readonly #kernel: Kernel;
  readonly #layout: Layout;
  readonly #laws: readonly Address[];
  readonly #guards: Address[] = [];
  /** Anchors by their text, each once, with their place among the anchors of the records. */
  readonly #anchors: Map<string, { readonly at: Address; readonly place: number }> = new Map();
  readonly #dues: Expiry[] = [];
  readonly #names: string[] = [];

  constructor(model: Model, kernel: Kernel) {
    this.#model = model;
    this.#kernel = kernel;
    this.#layout = layOut(model, kernel.call.entityHead());
    this.#laws = model.laws.map((law) => enterLaw(kernel, law));
  }

  places(): Places {
    const model = this.#model;
    this.#kernel.call.setMidnight(model.midnight);
    this.#setUpEntities();
    for (const [index, guard] of model.guards.entries()) this.#guards.push(this.#enterGuard(index, guard));
    this.#setUpColumns();
    this.#setUpArrivals();
    const fees = model.fees.map((fee, index) => this.#enterFee(index, fee));
    const stations = this.#setUpStations();
    const timers = model.timers.map((timer, index) => this.#enterTimer(index, timer));
    const terms = model.terms.map((term) => this.#enterTerm(term, fees));
    const milestones = this.#enterMilestones(timers, terms);
    const following = enterFollowing(this.#kernel, model, {
      layout: this.#layout,
      guards: this.#guards,
      enterDue: (due) => this.#enterDue(due),
    });
    this.#setUpProgram({ milestones, fees, timers, activities: stations.activities, ...following });
    return {
      layout: this.#layout,
      guards: this.#guards,
      fees,
      terms,
      followers: following.followers,
      ...stations,
      ...this.#setUpRecords(),
      dues: this.#dues,
      names: this.#names,
    };
  }

  /** A blank entity: no milestone is reached, and columns that are written have their first levels. */
  #setUpEntities(): void {
    const { size, milestones, clocks, levels } = this.#layout;
    const blank = this.#kernel.call.setUpEntities(size);
    for (const offset of [...milestones, ...clocks])
      if (offset > 0) this.#kernel.numbersAt(blank + offset, 1)[0] = Number.NaN;
    for (const [column, each] of this.#model.levelColumns.entries()) {
      if (each.kind !== 'written') continue;
      this.#kernel.bytesAt(blank + present(levels[column], 'a level'), 1)[0] = each.initial;
    }
  }

  #enterChoice<Leaf>(choice: Choice<Leaf>, enterLeaf: (leaf: Leaf) => Address): Address {
    const { call } = this.#kernel;
    if ('is' in choice) return enterLeaf(choice.is);
    if ('by' in choice) {
      const branches = this.#kernel.words(choice.levels.map((level) => this.#enterChoice(level, enterLeaf)));
      return call.addBranchByLevel(present(this.#layout.levels[choice.by], 'a level'), branches);
    }
    const branches = this.#kernel.words([choice.no, choice.yes].map((each) => this.#enterChoice(each, enterLeaf)));
    return call.addBranchByGuard(present(this.#guards[choice.if], 'a guard entered before'), branches);
  }

  #enterNumbers(choice: Choice<number>): Address {
    return this.#enterChoice(choice, (number) => this.#kernel.call.addLeaf(0, number));
  }

  #enterLaws(choice: Choice<number>): Address {
    return this.#enterChoice(choice, (law) => this.#kernel.call.addLeaf(present(this.#laws[law], 'a law'), 0));
  }

  #enterGuard(index: number, guard: Guard): Address {
    const at = this.#enterQuestion(guard);
    const answer = this.#layout.answers[index];
    if (answer !== undefined) this.#kernel.call.rememberGuard(at, answer.offset, answer.shift);
    return at;
  }

  #enterQuestion(guard: Guard): Address {
    const { call } = this.#kernel;
    const { levels, numbers, counters } = this.#layout;
    const entered = (other: number): Address => present(this.#guards[other], 'a guard entered before');
    switch (guard.kind) {
      case 'constant':
        return call.addConstantGuard(guard.value);
      case 'chance': {
        const counter = guard.counter === 'once' ? 0 : present(counters[guard.counter], 'a counter');
        return call.addChanceGuard(this.#enterNumbers(guard.share), guard.purpose, counter, this.#name(guard.name));
      }
      case 'level': {
        const members = Uint8Array.from({ length: levelsMax }, (_, level) => (guard.isOneOf.includes(level) ? 1 : 0));
        return call.addLevelGuard(present(levels[guard.column], 'a level'), this.#kernel.bytes(members));
      }
      case 'range':
        return call.addRangeGuard(present(numbers[guard.column], 'a number'), guard.atLeast, guard.below);
      case 'all':
        return call.addAllGuard(this.#kernel.words(guard.of.map(entered)), guard.of.length);
      case 'any':
        return call.addAnyGuard(this.#kernel.words(guard.of.map(entered)), guard.of.length);
      case 'not':
        return call.addNotGuard(entered(guard.of));
      default:
        return unreachable(guard);
    }
  }

  #name(name: string): number {
    return this.#names.push(name) - 1;
  }

  #setUpColumns(): void {
    const { drawing, levelColumns, numberColumns } = this.#model;
    const columns = drawing.flatMap((column) =>
      'level' in column
        ? this.#enterLevel(column.level, present(levelColumns[column.level], 'a level'))
        : [this.#enterNumber(column.number, present(numberColumns[column.number], 'a number'))],
    );
    this.#kernel.call.setColumns(this.#kernel.words(columns), columns.length);
  }

  #enterLevel(index: number, column: LevelColumn): readonly Address[] {
    if (column.kind === 'written') return [];
    const upTo = this.#enterChoice(column.upTo, (sums) => this.#kernel.call.addLeaf(this.#kernel.numbers(sums), 0));
    const offset = present(this.#layout.levels[index], 'a level');
    return [this.#kernel.call.addColumn(index, columnKind.level, offset, column.purpose, upTo, 0)];
  }

  #enterNumber(index: number, column: NumberColumn): Address {
    const { call } = this.#kernel;
    const { numbers } = this.#layout;
    const offset = present(numbers[index], 'a number');
    if (column.kind === 'drawn')
      return call.addColumn(index, columnKind.number, offset, column.purpose, this.#enterLaws(column.law), 0);
    const share = this.#enterNumbers(column.share);
    return call.addColumn(index, columnKind.part, offset, 0, share, present(numbers[column.of], 'a number'));
  }

  #setUpArrivals(): void {
    const { key, arrivals } = this.#model;
    const law = (index: number): Address => present(this.#laws[index], 'a law');
    const [carry, travel, travelMax] =
      arrivals.kind === 'conveyances' ? [law(arrivals.carry), law(arrivals.travel), arrivals.travelMax] : [0, 0, 0];
    this.#kernel.call.setUpArrivals(
      key.low,
      key.high,
      law(arrivals.every),
      purposes.every,
      carry,
      purposes.carry,
      travel,
      purposes.travel,
      travelMax,
    );
  }

  #enterFee(index: number, fee: Fee): Address {
    const paid = present(this.#layout.fees[index], 'a flag');
    if (fee.kind !== 'rate') return this.#kernel.call.addFee(index, feeKind[fee.kind], fee.amount, 0, 0, paid);
    const base = present(this.#layout.numbers[fee.column], 'a number');
    return this.#kernel.call.addFee(index, feeKind.rate, fee.rate, base, fee.least, paid);
  }

  #setUpStations(): Pick<Places, 'resources' | 'activities' | 'calendars'> {
    const model = this.#model;
    const { call } = this.#kernel;
    const groupOf = groupsOf(model);
    const groupCount = Math.max(-1, ...groupOf) + 1;
    call.setUpStations(model.priorities, groupCount);
    const groups = Array.from({ length: groupCount }, () => call.addGroup());
    const groupAt = (resource: number | undefined): Address => groups[groupOf[resource ?? -1] ?? -1] ?? 0;
    const resources = model.resources.map(({ units }, resource) => call.addResource(units, groupAt(resource)));
    const activities = model.activities.map((activity, index) =>
      this.#enterActivity(index, activity, resources, groupAt(activity.needs[0]?.resource)),
    );
    for (const group of groups) {
      const members = resources.filter((_, resource) => groupAt(resource) === group);
      const asking = activities.filter((_, each) => groupAt(model.activities[each]?.needs[0]?.resource) === group);
      call.setUpGroup(group, this.#kernel.words(asking), asking.length, this.#kernel.words(members), members.length);
    }
    call.setActivities(this.#kernel.words(activities), activities.length);
    const calendars = model.calendars.map((_, calendar) => {
      const keeping = resources.filter((__, resource) => model.resources[resource]?.calendar === calendar);
      return call.addCalendar(calendar, this.#kernel.words(keeping), keeping.length);
    });
    return { resources, activities, calendars };
  }

  #enterActivity(index: number, activity: Activity, resources: readonly Address[], group: Address): Address {
    const { call } = this.#kernel;
    const needs = activity.needs.flatMap((need) => [present(resources[need.resource], 'a resource'), need.units]);
    return call.addActivity(
      index,
      present(this.#layout.activities[index], 'a register'),
      activity.done,
      activity.takes === undefined ? 0 : this.#enterDuration(activity.takes),
      this.#enterChoice(activity.priority, (rank) => call.addLeaf(rank, 0)),
      group,
      this.#kernel.words(needs),
      activity.needs.length,
    );
  }

  #enterDuration({ purpose: of, counter, law, share, name }: Duration): Address {
    const isAll = 'is' in share && share.is === 1;
    return this.#kernel.call.addDuration(
      of,
      present(this.#layout.counters[counter], 'a counter'),
      this.#enterLaws(law),
      isAll ? 0 : this.#enterNumbers(share),
      this.#name(name),
    );
  }

  #enterTimer(index: number, timer: Timer): Address {
    const { call } = this.#kernel;
    const register = present(this.#layout.timers[index], 'a register');
    if (timer.kind === 'delay') return call.addDelay(index, register, timer.event, this.#enterDuration(timer.takes));
    return call.addDeadline(index, register, timer.event, this.#anchor(timer.from).at, this.#enterDue(timer.due));
  }

  #enterTerm({ from, to, due, fee }: Term, fees: readonly Address[]): Address {
    return this.#kernel.call.addTerm(this.#anchor(from).at, this.#anchor(to).at, this.#enterDue(due), fees[fee] ?? 0);
  }

  #enterDue(due: Expiry): Address {
    const { call } = this.#kernel;
    if ('minutes' in due) return call.addDue(0, due.minutes, false);
    return call.addDue(this.#dues.push(due) - 1, Number.NaN, 'ofDay' in due);
  }

  #anchor({ of, columns }: Anchor): { readonly at: Address; readonly place: number } {
    const text = `${of} ${columns.join(' ')}`;
    const known = this.#anchors.get(text);
    if (known !== undefined) return known;
    const offsets = columns.map((column) => present(this.#layout.milestones[column], 'a milestone that is asked for'));
    const at = this.#kernel.call.addAnchor(of === 'last', this.#kernel.words(offsets), offsets.length);
    const anchor = { at, place: this.#anchors.size };
    this.#anchors.set(text, anchor);
    return anchor;
  }

  #enterMilestones(timers: readonly Address[], terms: readonly Address[]): readonly Address[] {
    const model = this.#model;
    return this.#layout.milestones.map((offset, column) => {
      const milestone = this.#kernel.call.addMilestone(column, offset);
      const anchored = timers.filter((_, index) => {
        const timer = model.timers[index];
        return timer?.kind === 'deadline' && timer.from.columns.includes(column);
      });
      const settled = terms.filter((_, index) => model.terms[index]?.to.columns.includes(column) === true);
      this.#kernel.call.hangOn(
        milestone,
        this.#kernel.words(anchored),
        anchored.length,
        this.#kernel.words(settled),
        settled.length,
      );
      return milestone;
    });
  }

  /** Programs with addresses in place of indices. */
  #setUpProgram(at: {
    readonly milestones: readonly Address[];
    readonly fees: readonly Address[];
    readonly timers: readonly Address[];
    readonly activities: readonly Address[];
    readonly signs: readonly Address[];
    readonly asked: Address;
  }): void {
    const { program } = this.#model;
    const { levels, milestones } = this.#layout;
    const level = (column: number): number => present(levels[column], 'a level');
    const code = this.#kernel.words([...program.code]);
    const address = (position: number): Address => code + 4 * position;
    const words = this.#kernel.wordsAt(code, program.code.length);
    for (let position = 0; position < words.length;) {
      const operand = present(words[position + 1], 'an operand');
      const second = words[position + 2] ?? 0;
      switch (words[position]) {
        case Op.ask:
          words[position + 1] = present(this.#guards[operand], 'a guard');
          words[position + 2] = at.asked + second;
          break;
        case Op.test:
          words[position + 1] = present(this.#guards[operand], 'a guard');
          words[position + 2] = address(second);
          break;
        case Op.set:
          words[position + 1] = level(operand);
          break;
        case Op.copy:
          words[position + 1] = level(operand);
          words[position + 2] = level(second);
          break;
        case Op.reach:
          words[position + 1] = present(at.milestones[operand], 'a milestone');
          break;
        case Op.charge:
          words[position + 1] = present(at.fees[operand], 'a fee');
          break;
        case Op.arm:
        case Op.disarm:
          words[position + 1] = present(at.timers[operand], 'a timer');
          break;
        case Op.begin:
        case Op.end:
          words[position + 1] = present(at.activities[operand], 'an activity');
          break;
        case Op.sign:
          words[position + 2] = present(at.signs[second], 'a sign');
          break;
        default:
        // `goto` names a configuration.
      }
      position += lengths.get(present(words[position], 'an operation')) ?? 2;
    }
    const { leaving = -1, begun = [] } = this.#model.following ?? {};
    if (leaving >= 0) this.#kernel.call.signLeaving(present(at.signs[leaving], 'a sign'));
    for (const [index, sign] of begun.entries()) {
      if (sign < 0) continue;
      this.#kernel.call.signActivity(present(at.activities[index], 'an activity'), present(at.signs[sign], 'a sign'));
    }
    const go = this.#kernel.words(Array.from(program.go, (position) => (position < 0 ? 0 : address(position))));
    const done = this.#kernel.call.allocate(program.done.length);
    this.#kernel.bytesAt(done, program.done.length).set(program.done);
    this.#kernel.call.setUpRun(
      go,
      program.events,
      address(program.start),
      done,
      program.arrived,
      present(milestones[created], 'the creation'),
      present(milestones[ended], 'the end'),
    );
  }

  #setUpRecords(): Pick<Places, 'indicators' | 'groupCells'> {
    const model = this.#model;
    const { call } = this.#kernel;
    const place = (anchor: Anchor): number => this.#anchor(anchor).place;
    const spans = model.indicators.map(({ from, to }) => [place(from), place(to)] as const);
    const stages = model.stages.map(place);
    const endings = model.endings.map(place);
    const anchors = [...this.#anchors.values()].map(({ at }) => at);
    const groupCells = model.groups.reduce(
      (cells, column) => [...cells, (cells.at(-1) ?? 0) + present(model.levelColumns[column], 'a level').levels],
      [0],
    );
    const groups = model.groups.flatMap((column, group) => [
      present(this.#layout.levels[column], 'a level'),
      present(groupCells[group], 'a cell'),
    ]);
    call.setUpRecords(
      this.#kernel.words(anchors),
      anchors.length,
      this.#kernel.words(groups),
      model.groups.length,
      groupCells.at(-1) ?? 0,
      this.#kernel.words(stages),
      stages.length,
      this.#kernel.words(endings),
      endings.length,
    );
    const indicators = spans.map(([from, to]) => call.addIndicator(from, to));
    call.setIndicators(this.#kernel.words(indicators), indicators.length);
    return { indicators, groupCells };
  }
}

/** Words of the operations that do not have two. */
const lengths: ReadonlyMap<number, number> = new Map([
  [Op.test, 3],
  [Op.set, 3],
  [Op.copy, 3],
  [Op.sign, 3],
  [Op.ask, 3],
]);

/** Group of each resource: two resources that one activity needs together are in one group; -1 for those that none needs. */
function groupsOf(model: Model): readonly number[] {
  const groups = model.resources.map(() => -1);
  let count = 0;
  for (const { needs } of model.activities) {
    const met = new Set(needs.map((need) => groups[need.resource] ?? -1).filter((group) => group >= 0));
    const group = met.size === 0 ? count++ : Math.min(...met);
    for (const [resource, own] of groups.entries()) if (met.has(own)) groups[resource] = group;
    for (const need of needs) groups[need.resource] = group;
  }
  return groups;
}
