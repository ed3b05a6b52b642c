import { Bug, present, right, wrong, type Mistake, type Result } from '../base/index.ts';
import { guardsOnAlways, noShelf, tableOf, type FlowTable, type Refusal, type TableShelf } from '../compile/index.ts';
import { clearanceTime, endings, stages, standardIndicators, type Anchor } from '../customs/index.ts';
import type { engineModel } from '../engine/index.ts';
import { lawMax, purpose, seedKey, type Law } from '../random/index.ts';
import type { Activity, Arrivals, By, Fee, Scenario } from '../scenario/index.ts';
import { levelCode, planColumns, type ColumnPlan } from './columns.ts';
import { Linker } from './linker.ts';
import { Milestones } from './milestones.ts';
import type { Model } from './model.ts';
import { dueOf, openingOf } from './opening.ts';
import { linkProgram } from './program.ts';

/**
 * Compiles the flow of a scenario, unless its table lies on the shelf, and links both into a model. The compiler's refusals
 * come back as mistakes at their states.
 */
export function prepare(scenario: Scenario, shelf: TableShelf = noShelf): Result<Model, readonly Mistake[]> {
  const compiled = tableOf(scenario.flow, shelf);
  if (!compiled.ok) return wrong(compiled.wrong.map((refusal) => mistakeOf(refusal, scenario)));
  const mistakes = mistakesOf(scenario, compiled.value);
  return mistakes.length === 0 ? right(link(scenario, compiled.value)) : wrong(mistakes);
}

/** What only flow and scenario together show to be wrong. */
function mistakesOf(scenario: Scenario, table: FlowTable): readonly Mistake[] {
  const taken = table.milestones.filter((milestone) => reserved.includes(milestone));
  const restless = guardsOnAlways(scenario.flow.machine, table).filter(
    (guard) => scenario.chances[guard]?.drawn === 'eachVisit',
  );
  return [
    ...restless.map((guard): Mistake => {
      const place = scenario.places.get(`chances.${guard}`);
      return {
        code: 'restless-chance',
        path: ['chances', guard],
        message: {
          en: `"${guard}" is drawn at each visit, but a state that can wait asks it whenever anything changes elsewhere: its outcome would hang on how often that is`,
          zh: `“${guard}”每次到访时抽取，但可等待的状态在别处一有变化时就要问它：结果将取决于变化的次数`,
        },
        expected: {
          en: 'a chance drawn once, or one asked where an activity or a delay ends',
          zh: '只抽取一次的概率，或在作业或等待结束处才问的概率',
        },
        ...(place === undefined ? {} : { place }),
      };
    }),
    ...taken.map((milestone) =>
      mistakeOf(
        {
          code: 'reserved-name',
          state: '',
          reason: {
            en: `a milestone cannot be called ${milestone}: every flow has it by itself`,
            zh: `里程碑不能叫 ${milestone}：每个流程自有此里程碑`,
          },
        },
        scenario,
      ),
    ),
  ];
}

/** Milestones that the engine has for every flow. */
const reserved = ['created', 'ended'];

function link(scenario: Scenario, table: FlowTable): Model {
  const columns = planColumns(scenario);
  const linker = new Linker(scenario, columns);
  const milestones = new Milestones(table.milestones);
  const fees = Object.keys(scenario.fees);
  const { program, due, done } = linkProgram(table, linker, milestones, fees);
  const resources = Object.keys(scenario.resources);
  const calendars = Object.keys(scenario.calendars);
  const indicators = indicatorsOf(scenario, milestones);
  const stageAnchors = stagesOf(milestones);
  const endingAnchors = endings.flatMap((name) => named(name, milestones.anchor({ first: [name] })));
  const terms = termsOf(scenario, milestones, fees);
  const groups = columns.levels.filter((name) => scenario.attributes[name]?.kind === 'levels');
  const ranks = ranksOf(scenario);
  const meanings = {
    guards: table.guards.map((guard) => linker.guard(guard)),
    milestones: table.milestones.map((milestone) => milestones.reachedBy(milestone)),
    columns,
  };

  const engine: engineModel.Model = {
    key: seedKey(scenario.run.seed),
    program,
    levelColumns: columns.levels.map((name) => levelColumn(name, linker)),
    numberColumns: columns.numbers.map((name) => numberColumn(name, linker)),
    drawing: columns.order.map((name) =>
      columns.levels.includes(name)
        ? { level: columns.levels.indexOf(name) }
        : { number: columns.numbers.indexOf(name) },
    ),
    timers: table.timers.map((timer, index) =>
      timerOf(timer.delay, present(due[index], 'the event of a timer'), milestones, linker),
    ),
    activities: table.activities.map(({ name }, index) =>
      activityOf(name, present(done[index], 'the event of an activity'), ranks, linker),
    ),
    priorities: Math.max(1, ranks.length),
    resources: Object.entries(scenario.resources).map(([name, resource]) => ({
      name,
      units: resource.count,
      calendar: resource.calendar === undefined ? -1 : calendars.indexOf(resource.calendar),
    })),
    calendars: Object.values(scenario.calendars).map((calendar) => openingOf(calendar, scenario)),
    arrivals: arrivalsOf(scenario.arrivals, linker),
    milestones: milestones.names.length,
    indicators: indicators.map((each) => each.is),
    stages: stageAnchors.map((each) => each.is),
    endings: endingAnchors.map((each) => each.is),
    terms: terms.map((each) => each.is),
    fees: Object.entries(scenario.fees).map(([name, fee]) => feeOf(name, fee, scenario, columns)),
    groups: groups.map((name) => columns.levels.indexOf(name)),
    window:
      scenario.run.stopAfter === undefined
        ? { to: present(scenario.run.horizon, 'a horizon') }
        : { count: scenario.run.stopAfter },
    midnight: scenario.start.minute,
    // Last, when everything above has asked for what it needs.
    laws: linker.laws,
    guards: linker.guards,
    counters: linker.counters.length,
  };
  return {
    scenario,
    table,
    engine,
    meanings,
    names: {
      milestones: milestones.names,
      indicators: indicators.map((each) => each.name),
      stages: stageAnchors.slice(1).map((each) => each.name),
      endings: endingAnchors.map((each) => each.name),
      fees,
      terms: terms.map((each) => each.name),
      resources,
      activities: table.activities.map((activity) => activity.name),
      priorities: table.activities.map((each) =>
        prioritiesOf(present(scenario.activities[each.name], each.name)).map((priority) => ({
          priority,
          rank: ranks.indexOf(priority),
        })),
      ),
      groups: groups.map((attribute) => ({ attribute, levels: present(columns.levelsOf.get(attribute), attribute) })),
    },
  };
}

interface Named<Value> {
  readonly name: string;
  readonly is: Value;
}

function named<Value>(name: string, value: Value | undefined): Named<Value>[] {
  return value === undefined ? [] : [{ name, is: value }];
}

/** Standard indicators whose milestones the flow has, the time in the model, and what the scenario adds. */
function indicatorsOf(scenario: Scenario, milestones: Milestones): Named<engineModel.Indicator>[] {
  const between = (name: string, span: { from: Anchor; to: Anchor }): Named<engineModel.Indicator>[] => {
    const from = milestones.anchor(span.from);
    const to = milestones.anchor(span.to);
    return from === undefined || to === undefined ? [] : [{ name, is: { from, to } }];
  };
  return [
    ...Object.entries(standardIndicators).flatMap(([name, span]) => between(name, span)),
    ...between('clearanceTime', clearanceTime),
    ...Object.entries(scenario.indicators).flatMap(([name, span]) => between(name, span)),
  ];
}

/** Anchors of the stages, the start of the first before them; none unless the flow has them all. */
function stagesOf(milestones: Milestones): Named<engineModel.Anchor>[] {
  const [first] = stages;
  if (first === undefined) return [];
  const anchors = [
    ...named('', milestones.anchor(first.from)),
    ...stages.flatMap((stage) => named(stage.name, milestones.anchor(stage.to))),
  ];
  return anchors.length === stages.length + 1 ? anchors : [];
}

/** Terms of the scenario, and a term for each fee that is charged by the day. */
function termsOf(scenario: Scenario, milestones: Milestones, fees: readonly string[]): Named<engineModel.Term>[] {
  const term = (
    name: string,
    from: Anchor,
    to: Anchor,
    rest: Omit<engineModel.Term, 'from' | 'to'>,
  ): Named<engineModel.Term>[] => {
    const begin = milestones.anchor(from);
    const end = milestones.anchor(to);
    return begin === undefined || end === undefined ? [] : [{ name, is: { from: begin, to: end, ...rest } }];
  };
  return [
    ...Object.entries(scenario.terms).flatMap(([name, each]) =>
      term(
        name,
        { first: each.from },
        { first: each.to },
        {
          due: dueOf(each.within, each.roll, scenario),
          fee: each.charge === undefined ? -1 : fees.indexOf(each.charge),
        },
      ),
    ),
    ...Object.entries(scenario.fees).flatMap(([name, fee]) =>
      fee.kind === 'perDay'
        ? term(name, fee.of.from, fee.of.to, { due: { minutes: fee.after }, fee: fees.indexOf(name) })
        : [],
    ),
  ];
}

function feeOf(name: string, fee: Fee, scenario: Scenario, columns: ColumnPlan): engineModel.Fee {
  if (fee.kind !== 'statutory') return { kind: fee.kind, amount: fee.amount };
  const law = present(scenario.law.fees[name], `the law on ${name}`);
  return { kind: 'rate', rate: law.ratePerDay, column: columns.numbers.indexOf(law.base), least: law.leastAmount };
}

/** The delay or deadline of this name; `event` is what it sends. */
function timerOf(name: string, event: number, milestones: Milestones, linker: Linker): engineModel.Timer {
  const { scenario } = linker;
  const deadline = scenario.deadlines[name];
  if (deadline === undefined) return { kind: 'delay', event, takes: linker.delay(name) };
  const from = present(milestones.anchor({ first: deadline.from }), `the anchor of ${name}`);
  return { kind: 'deadline', event, from, due: dueOf(deadline.after, deadline.roll, scenario) };
}

/** The activity of this name; `done` is what it sends. */
function activityOf(name: string, done: number, ranks: readonly number[], linker: Linker): engineModel.Activity {
  const activity = present(linker.scenario.activities[name], name);
  const resources = Object.keys(linker.scenario.resources);
  return {
    name,
    needs: Object.entries(activity.needs).map(([resource, units]) => ({
      resource: resources.indexOf(resource),
      units,
    })),
    takes: linker.service(name),
    priority: linker.choice(activity.priority ?? { is: 0 }, (priority) => ranks.indexOf(priority)),
    done,
  };
}

function levelColumn(name: string, linker: Linker): engineModel.LevelColumn {
  const attribute = present(linker.scenario.attributes[name], name);
  const levels = present(linker.columns.levelsOf.get(name), name);
  const drawnBy = purpose(`attributes.${name}`);
  switch (attribute.kind) {
    case 'levels':
      return {
        kind: 'drawn',
        purpose: drawnBy,
        levels: levels.length,
        upTo: linker.choice(attribute.shares, (shares) => upTo(levels.map((level) => shares[level] ?? 0))),
      };
    case 'flag':
      return {
        kind: 'drawn',
        purpose: drawnBy,
        levels: 2,
        upTo: linker.choice(attribute.share, (share) => upTo([1 - share, share])),
      };
    case 'written':
      return { kind: 'written', levels: levels.length, initial: levelCode(linker.columns, name, attribute.initial) };
    default:
      throw new Bug(`${name} is a number`);
  }
}

/** Running sums; the last is 1 whatever rounding left. */
function upTo(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share, index) => (index === shares.length - 1 ? 1 : (sum += share)));
}

function numberColumn(name: string, linker: Linker): engineModel.NumberColumn {
  const attribute = present(linker.scenario.attributes[name], name);
  if (attribute.kind === 'part')
    return {
      kind: 'part',
      of: linker.columns.numbers.indexOf(attribute.of),
      share: linker.choice(attribute.share, (share) => share),
    };
  if (attribute.kind === 'number')
    return {
      kind: 'drawn',
      purpose: purpose(`attributes.${name}`),
      law: linker.choice(attribute.law, (law: Law) => linker.law(law)),
    };
  throw new Bug(`${name} is no number`);
}

function arrivalsOf(arrivals: Arrivals, linker: Linker): engineModel.Arrivals {
  const every = linker.law(arrivals.every);
  if (arrivals.kind === 'consignments') return { kind: 'entities', every };
  return {
    kind: 'conveyances',
    every,
    carry: linker.law(arrivals.carry),
    travel: linker.law(arrivals.voyage),
    travelMax: lawMax(arrivals.voyage),
  };
}

/** All priorities, biggest first: one order for all activities, since they may meet in a line; who has none stands with 0. */
function ranksOf({ activities }: Scenario): number[] {
  const priorities = Object.values(activities).flatMap((activity) =>
    activity.priority === undefined ? [0] : prioritiesOf(activity),
  );
  return [...new Set(priorities)].toSorted((a, b) => b - a);
}

/** Priorities that an activity may have, biggest first. */
function prioritiesOf(activity: Activity): number[] {
  const leaves = (value: By<number>): number[] =>
    'is' in value ? [value.is] : Object.values(value.levels).flatMap(leaves);
  return activity.priority === undefined ? [] : [...new Set(leaves(activity.priority))].toSorted((a, b) => b - a);
}

function mistakeOf(refusal: Refusal, scenario: Scenario): Mistake {
  const path = [
    'flow',
    ...refusal.state
      .split('.')
      .filter((part) => part !== '')
      .flatMap((state) => ['states', state]),
  ];
  let known = path;
  while (known.length > 1 && !scenario.places.has(known.join('.'))) known = known.slice(0, -1);
  const place = scenario.places.get(known.join('.'));
  return { code: refusal.code, path, message: refusal.reason, ...(place === undefined ? {} : { place }) };
}
