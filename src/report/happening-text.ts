import { present, type SimTime } from '../base/index.ts';
import { leavesOf } from '../compile/index.ts';
import { outlineOf, statesOfLanes, type OutlineState } from '../flows/index.ts';
import type { Replay } from '../replay/index.ts';
import { Happening, type Model } from '../simulation/index.ts';
import { citationText } from './citation-text.ts';
import { clockText } from './clock-text.ts';
import { endingName, happeningName, laneName, ownName, thingName, type Language } from './names.ts';
import { money } from './numbers.ts';
import { visible } from './visible.ts';
import { wordsOf } from './words.ts';

/** What happened to one consignment, or the same at one instant to several. */
export interface HappeningView {
  readonly at: SimTime;
  /** `Mon 6 Mar 14:00` */
  readonly when: string;
  /** The first of them, and how many more there are. */
  readonly consignment: number;
  readonly others: number;
  /** `declaration`; empty where it is of no lane. */
  readonly lane: string;
  /** `waiting for the trader` */
  readonly what: string;
  /** What the law says of the state that was entered; else empty. */
  readonly law: string;
}

/** A part of what a happening means. */
type Told = Pick<HappeningView, 'lane' | 'what' | 'law'>;

/** A lane of a configuration: its innermost states, and their names. */
interface LaneStanding {
  readonly lane: string;
  readonly paths: string;
  readonly label: string;
  readonly law: string;
}

/** Tells the happenings of a recording in words: states that are entered, what begins, what is charged. */
export class HappeningTexts {
  /** Whether the flow has lanes: what happens is in one of them. */
  readonly hasLanes: boolean;
  readonly #replay: Replay;
  readonly #language: Language;
  readonly #states: ReadonlyMap<string, OutlineState>;
  readonly #standings: Map<number, readonly LaneStanding[]> = new Map();

  constructor(replay: Replay, language: Language) {
    const { flow } = replay.model.scenario;
    this.#replay = replay;
    this.#language = language;
    this.#states = new Map(statesOfLanes(outlineOf(flow).lanes).map((state) => [state.path, state]));
    this.hasLanes = flow.machine.root.type === 'parallel';
  }

  /** What happened last of all that is at these places, at most so many lines of it; the last first. */
  last(places: Iterable<number>, most: number): readonly HappeningView[] {
    const { at, entity } = this.#replay.recording;
    const views: HappeningView[] = [];
    const groups = new Map<string, number>();
    for (const place of places) {
      const now = present(at[place], 'an instant');
      const consignment = present(entity[place], 'a consignment');
      if (views.at(-1)?.at !== now) groups.clear();
      for (const told of this.#tell(place).toReversed()) {
        const key = `${told.lane} ${told.what}`;
        const group = groups.get(key);
        const view = group === undefined ? undefined : views[group];
        if (group !== undefined && view !== undefined)
          views[group] = { ...view, consignment: Math.min(view.consignment, consignment), others: view.others + 1 };
        else if (views.length === most) return views;
        else {
          groups.set(key, views.length);
          views.push({ at: now, when: this.clock(now), consignment, others: 0, ...told });
        }
      }
    }
    return views;
  }

  /** Where a consignment stands in each lane when it is in a configuration. */
  standing(configuration: number): readonly Pick<LaneStanding, 'lane' | 'label' | 'law'>[] {
    return this.#standing(configuration).map(({ lane, label, law }) => ({ lane, label, law }));
  }

  clock(at: SimTime): string {
    return clockText(at, this.#replay.model.scenario, this.#language);
  }

  #tell(place: number): readonly Told[] {
    const { happening, what: whats, value } = this.#replay.recording;
    const what = present(whats[place], 'what');
    const { names, table, scenario }: Model = this.#replay.model;
    switch (happening[place]) {
      case Happening.created:
        return [{ lane: '', what: endingName('created', this.#language), law: '' }];
      case Happening.entered: {
        const before = this.#replay.left(place);
        return before < 0 ? [] : this.#changed(before, what);
      }
      case Happening.begun: {
        // Who does not wait begins when the state is entered, which tells enough.
        if (this.#isRequestedAtOnce(place)) return [];
        const { name, state } = present(table.activities[what], 'an activity');
        const isGranted = scenario.activities[name]?.holds === true;
        const text = happeningName(`${isGranted ? 'granted' : 'start'}:${name}`, this.#language);
        return [{ lane: this.#laneOf(state), what: visible(text), law: '' }];
      }
      case Happening.charged: {
        const name = present(names.fees[what], 'a fee');
        const fee = present(scenario.fees[name], name);
        const currency = fee.kind === 'statutory' ? scenario.law.currency : fee.currency;
        const text = `${thingName(name, this.#language)} ${money(present(value[place], 'an amount'), currency)}`;
        return [{ lane: '', what: visible(text), law: '' }];
      }
      default:
        return [];
    }
  }

  #isRequestedAtOnce(begun: number): boolean {
    const { at, entity, happening, what } = this.#replay.recording;
    for (let place = begun - 1; at[place] === at[begun]; place--)
      if (entity[place] === entity[begun] && happening[place] === Happening.requested && what[place] === what[begun])
        return true;
    return false;
  }

  #changed(before: number, after: number): readonly Told[] {
    const old = this.#standing(before);
    return this.#standing(after)
      .filter(({ paths }, lane) => paths !== old[lane]?.paths)
      .map(({ lane, label, law }) => ({ lane, what: label, law }));
  }

  #standing(configuration: number): readonly LaneStanding[] {
    const known = this.#standings.get(configuration);
    if (known !== undefined) return known;
    const { value } = present(this.#replay.model.table.configurations[configuration], 'a configuration');
    const lanes = new Map<string, string[]>();
    for (const leaf of leavesOf(value)) {
      const lane = this.#laneOf(leaf);
      lanes.set(lane, [...(lanes.get(lane) ?? []), leaf]);
    }
    const standing = [...lanes].map(([lane, leaves]) => {
      const states = leaves.flatMap((leaf) => this.#states.get(leaf) ?? []);
      return {
        lane,
        paths: leaves.join(),
        label: states
          .map(({ label }) => visible(ownName(label, this.#language)))
          .join(wordsOf(this.#language).punctuation.list),
        law: [...new Set(states.map(({ law }) => law))]
          .filter((law) => law !== '')
          .map((law) => citationText(law, this.#language))
          .join(wordsOf(this.#language).punctuation.semicolon),
      };
    });
    this.#standings.set(configuration, standing);
    return standing;
  }

  #laneOf(path: string): string {
    return this.hasLanes ? visible(laneName(path.split('.')[0] ?? '', this.#language)) : '';
  }
}
