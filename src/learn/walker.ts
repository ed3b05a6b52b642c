import { present, right, type Mistake, type Result, type SimTime } from '../base/index.ts';
import { isOpenAt, nextChange, type engineModel } from '../engine/index.ts';
import { nearestOf, oneOf, refuse } from '../notation/index.ts';
import { Pending, type Consignment, type Outcome, type Place, type Expectation } from '../stepping/index.ts';
import { chargesOf, sumsOf } from './charges.ts';
import { deadlinesAhead } from './deadlines-ahead.ts';
import { lanesOf } from './lanes-of.ts';
import { outlook } from './outlook.ts';
import type { Procedure } from './procedure.ts';
import type { WalkLuck } from './walk-luck.ts';
import type { Coming, Stand, Turn, WalkStep } from './walk.ts';

/** Something pending, the number under which it is, and when it would come if nothing had to come before. */
type Offer = Coming & { readonly number: number; readonly alone: SimTime; readonly isNext: boolean };

/** A thousandth of a second: less than is written and more than is lost in the arithmetic. */
const hair = 1 / 60_000;

/** Leads one consignment through a procedure, turn by turn. */
export class Walker {
  readonly #procedure: Procedure;
  readonly #consignment: Consignment;
  readonly #luck: WalkLuck;
  readonly #pending: Pending;
  readonly #steps: WalkStep[] = [];
  #place: Place;
  #now: SimTime = 0;

  /** The consignment enters. */
  constructor(
    procedure: Procedure,
    { consignment, luck }: { readonly consignment: Consignment; readonly luck: WalkLuck },
  ) {
    this.#procedure = procedure;
    this.#consignment = consignment;
    this.#luck = luck;
    this.#pending = new Pending(procedure.model.engine, consignment);
    const entered = luck.make([], () => procedure.steps.enter(this.#answers));
    this.#place = entered.label.to;
    this.#follow(entered, { comes: '', chances: [] });
  }

  /** A turn comes; it must be among what can. */
  take(turn: Turn): Result<undefined, readonly Mistake[]> {
    const found = this.#find(turn);
    if (!found.ok) return found;
    const { number, comes, chances, earliest, expected, latest } = found.value;
    const { at = expected } = turn;
    if (at < earliest - hair || at > latest + hair)
      return refuse(
        'wrong-time',
        { en: `${comes} cannot come then`, zh: `${comes} 届时不会发生` },
        {
          path: ['at'],
          found: `${at} min`,
          expected:
            latest === Infinity
              ? { en: `${earliest} min or later`, zh: `${earliest} min 或更晚` }
              : { en: `from ${earliest} to ${latest} min`, zh: `${earliest} 至 ${latest} min` },
        },
      );
    this.#now = Math.min(Math.max(at, earliest), latest);
    const begins = this.#begins(number) !== undefined;
    const activity = this.#pending.come(number, this.#now);
    if (begins) this.#steps.push({ ...this.#nothing(), comes, chances });
    else {
      // What is only held is granted as soon as it begins.
      if (activity !== undefined) this.#pending.come(number, this.#now);
      const step = (): Outcome => this.#procedure.steps.step(this.#place, number, this.#answers);
      this.#follow(this.#luck.make(chances, step), { comes, chances });
    }
    return right(undefined);
  }

  /** What happened last. */
  get last(): WalkStep {
    return present(this.#steps.at(-1), 'a step');
  }

  /** What can come next; see {@link Stand}. */
  coming(): readonly Coming[] {
    return comingOf(this.#offers());
  }

  /** How it stands now. */
  stand(): Stand {
    const { model, configurations } = this.#procedure;
    const offers = this.#offers();
    const configuration = present(configurations.get(this.#place.text), 'a configuration of the table');
    const possible = this.#place.hasEnded
      ? new Set<string>()
      : outlook(this.#procedure, configuration, { consignment: this.#consignment, luck: this.#luck });
    return {
      now: this.#now,
      hasEnded: this.#place.hasEnded,
      steps: this.#steps,
      lanes: lanesOf(this.#procedure, {
        active: this.#place.paths,
        visited: new Set(this.#steps.flatMap(({ entered }) => entered)),
        possible,
        awaited: offers.filter(({ isDeadline }) => !isDeadline),
      }),
      coming: comingOf(offers),
      deadlines: this.#place.hasEnded ? [] : deadlinesAhead(model, { pending: this.#pending, offers, possible }),
      charged: sumsOf(this.#steps.flatMap(({ charged }) => charged)),
      attributes: this.#consignment.attributes(model),
      measures: Object.fromEntries(
        Object.keys(model.scenario.measures).flatMap((name) => {
          const guard = model.meanings.guards[model.table.guards.indexOf(name)];
          return guard === undefined ? [] : [[name, this.#answers({ guard, writes: [] })]];
        }),
      ),
    };
  }

  readonly #answers = (question: Parameters<Consignment['answers']>[0]): boolean => this.#consignment.answers(question);

  /** What a turn means among what can come. */
  #find({ comes, lane, chances = [] }: Turn): Result<Offer, readonly Mistake[]> {
    const offers = this.#offers().filter(({ isNext }) => isNext);
    const named = offers.filter((each) => each.comes === comes && (lane === undefined || each.lane === lane));
    const [first] = named;
    if (first === undefined) {
      const known = [...new Set(offers.map((each) => each.comes))];
      return refuse(
        'not-coming',
        { en: `${comes} cannot come now`, zh: `${comes} 现在不会发生` },
        {
          path: ['comes'],
          found: comes,
          expected: known.length === 0 ? { en: 'nothing: the flow has ended', zh: '没有：流程已结束' } : oneOf(known),
          ...nearestOf(comes, known),
        },
      );
    }
    const alike = named.filter(({ number }) => number === first.number);
    const wanted = textOf(chances);
    const found = alike.find((each) => textOf(each.chances) === wanted);
    if (found !== undefined) return right(found);
    return refuse(
      'no-such-outcome',
      { en: `${comes} does not come with this`, zh: `${comes} 不与此同时发生` },
      {
        path: ['chances'],
        found: wanted,
        expected: oneOf(alike.map((each) => textOf(each.chances))),
      },
    );
  }

  /** What is pending, the earliest expected first; `isNext`: nothing must come before it. */
  #offers(): readonly Offer[] {
    if (this.#place.hasEnded) return [];
    const last = this.#pending.latest();
    const { steps } = this.#procedure;
    const offers = this.#pending.list(false).flatMap((number): readonly Offer[] => {
      const expectation = this.#expectationOf(number, last);
      if (expectation === undefined) return [];
      const of = {
        number,
        comes: this.#nameOf(number),
        ...expectation,
        isNext: expectation.earliest <= expectation.latest,
        lane: this.#laneOf(number),
        isDeadline: this.#pending.deadline(number) !== undefined,
      };
      if (this.#begins(number) !== undefined) return [{ ...of, chances: [], share: 1, enters: [], reaches: [] }];
      return this.#luck
        .ways(() => steps.step(this.#place, number, this.#answers))
        .map(({ chances, share, made: { label } }) => ({
          ...of,
          chances,
          share,
          enters: label.to.states.filter((path) => !this.#place.states.includes(path)),
          reaches: this.#milestonesIn(label),
        }));
    });
    return offers.toSorted((one, other) => one.alone - other.alone);
  }

  /** The activity that lasts and begins under a number; undefined if none does: the machine does not hear of a beginning. */
  #begins(number: number): number | undefined {
    const activity = this.#pending.waiting(number);
    if (activity === undefined) return undefined;
    return this.#procedure.model.engine.activities[activity]?.takes === undefined ? undefined : activity;
  }

  #nameOf(number: number): string {
    const { steps } = this.#procedure;
    const activity = this.#begins(number);
    return activity === undefined ? steps.causeOf(number) : steps.begin(this.#place, activity).cause;
  }

  /** The lane that waits for what is pending under a number. */
  #laneOf(number: number): string | undefined {
    const { table } = this.#procedure.model;
    const state = (table.timers[number - 1] ?? table.activities[number - 1 - table.timers.length])?.state;
    const { paths } = this.#place;
    return this.#procedure.lanes.find(({ states }) =>
      states.some(({ path, hears }) =>
        state === undefined ? paths.includes(path) && hears.includes('ARRIVED') : path === state,
      ),
    )?.name;
  }

  /** When something pending can come; undefined if its resources never open. Where something else must come before, `latest` is before `earliest`. */
  #expectationOf(number: number, last: SimTime): (Expectation & Pick<Offer, 'alone'>) | undefined {
    const expectation = present(this.#pending.expectationOf(number), 'what is pending');
    const waiting = this.#pending.waiting(number);
    const from = Math.max(this.#now, expectation.earliest);
    const earliest = waiting === undefined ? from : opens(this.#procedure.model.engine, waiting, from);
    if (earliest === undefined) return undefined;
    const alone = Math.max(expectation.expected, earliest);
    const latest = Math.min(expectation.latest, last);
    return { earliest, expected: Math.min(alone, latest), latest, alone };
  }

  #follow(outcome: Outcome, { comes, chances }: Pick<WalkStep, 'comes' | 'chances'>): void {
    const { model, stateOf } = this.#procedure;
    const { label } = outcome;
    const open = model.engine.terms.filter(({ to }) => this.#pending.reached(to) === undefined);
    const before = this.#place.states;
    this.#consignment.write(label.writes);
    this.#pending.take(outcome, this.#now);
    this.#place = label.to;
    this.#steps.push({
      ...this.#nothing(),
      comes,
      chances,
      milestones: this.#milestonesIn(label),
      charged: chargesOf(
        { label, at: this.#now, open },
        { model, consignment: this.#consignment, pending: this.#pending },
      ),
      left: comes === '' ? [] : before.filter((path) => !label.to.states.includes(path)),
      entered: label.happenings.flatMap(({ event }) => {
        const path = stateOf.get(event);
        return path === undefined ? [] : [path];
      }),
    });
  }

  /** A step in which nothing happens. */
  #nothing(): WalkStep {
    const { states } = this.#place;
    return { at: this.#now, comes: '', chances: [], milestones: [], charged: [], left: [], entered: [], states };
  }

  #milestonesIn({ happenings }: Outcome['label']): readonly string[] {
    const { model, isMark } = this.#procedure;
    return happenings.flatMap(({ event }) => (model.names.milestones.includes(event) && !isMark(event) ? [event] : []));
  }
}

function comingOf(offers: readonly Offer[]): readonly Coming[] {
  return offers.flatMap(({ number: _number, alone: _alone, isNext, ...each }) => (isNext ? [each] : []));
}

/** Chances in words that are the same for the same ones. */
function textOf(chances: readonly string[]): string {
  return chances.length === 0 ? 'no chance' : chances.toSorted().join(' and ');
}

/** The first instant from one on at which all resources of an activity work; undefined if there is none within two years. */
function opens(
  { activities, resources, calendars, midnight }: engineModel.Model,
  activity: number,
  from: SimTime,
): SimTime | undefined {
  const needed = present(activities[activity], 'an activity').needs.flatMap(({ resource }) => {
    const calendar = calendars[present(resources[resource], 'a resource').calendar];
    return calendar === undefined ? [] : [calendar];
  });
  let at = from;
  for (;;) {
    const closed = needed.find((calendar) => !isOpenAt(calendar, at, midnight));
    if (closed === undefined) return at;
    const next = nextChange(closed, at, midnight);
    if (next === undefined) return undefined;
    at = next;
  }
}
