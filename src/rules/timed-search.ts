import { present } from '../base/index.ts';
import type { Stay, TimedGraph, TimedStep } from './timed-graph.ts';
import type { Act, TimedQuestion } from './timed-question.ts';
import type { Zone } from './zone.ts';

/** A stay in a state of the graph together with a mode of the rule's machine, and how it was come to. */
interface Found extends Stay, TimedStep {
  readonly mode: number;
  /** Place of the one before it; -1: the consignment enters. */
  readonly from: number;
}

/**
 * Zones of a state that are kept apart. Short delays that go round within a long one make thousands: what is beyond these is widened,
 * so that a history may be found that no times fit.
 */
const zonesEach = 50;

/** A search, nearest first, for a state in time: of the graph, of a rule's machine, and of the clocks of both as a zone. */
export class TimedSearch {
  /** Whether everything was looked at in vain. */
  isComplete = false;
  readonly #timed: TimedGraph;
  readonly #question: TimedQuestion;
  readonly #found: Found[] = [];
  /** Zones by `state * modes + mode`. */
  readonly #zones: Map<number, Zone[]> = new Map();

  constructor(timed: TimedGraph, question: TimedQuestion) {
    this.#timed = timed;
    this.#question = question;
  }

  /** A shortest history to what is looked for; undefined if there is none, or none was found before there were more zones than `zonesMax`. */
  run(zonesMax: number): readonly TimedStep[] | undefined {
    const { graph } = this.#timed;
    const own = this.#question.greatest.length;
    for (const { label, to } of graph.entries)
      this.#come({ label, state: to, mode: 0, from: -1, step: -1 }, this.#timed.enter(to, own));
    for (let place = 0; place < this.#found.length; place++) {
      const found = present(this.#found[place], 'a place');
      const { state, mode } = found;
      if (this.#question.isSought(state, mode)) return this.#history(place);
      if (state >= graph.explored || this.#found.length > zonesMax) return undefined;
      const [first, end] = graph.stepsOf(state);
      for (let step = first; step < end; step++) {
        const zone = this.#timed.take(state, found, step, own);
        if (zone === undefined) continue;
        this.#come({ label: graph.labelOf(step), state: graph.target(step), mode, from: place, step }, zone);
      }
    }
    this.isComplete = true;
    return undefined;
  }

  /** Stays in a state that is entered with these clocks, but for those that are part of one that is known; `of.mode` is the one before. */
  #come(of: Omit<Found, keyof Stay | 'acts'>, entered: Zone): void {
    const { modes, greatest, ways } = this.#question;
    for (const { mode, acts } of ways(of.mode, of.label)) {
      const zone = entered.copy();
      if (!acts.every((act) => actsOn(zone, act))) continue;
      const pair = of.state * modes + mode;
      const known = this.#zones.get(pair) ?? [];
      this.#zones.set(pair, known);
      for (const stay of this.#timed.stay(of.state, zone, greatest.length)) {
        this.#timed.extrapolate(of.state, stay, greatest);
        if (known.some((each) => each.includes(stay.zone))) continue;
        const wider = known[zonesEach - 1]?.widened(stay.zone) ?? stay.zone;
        known.splice(zonesEach - 1, 1, wider);
        this.#found.push({ ...of, ...stay, zone: wider, mode, acts });
      }
    }
  }

  #history(place: number): readonly TimedStep[] {
    const steps: Found[] = [];
    for (let at = place; at >= 0; at = present(steps.at(-1), 'a step').from)
      steps.push(present(this.#found[at], 'a place'));
    return steps.toReversed();
  }
}

/** Does what a rule does with its clocks; false if nothing is left. */
function actsOn(zone: Zone, act: Act): boolean {
  if (!('reset' in act)) return zone.constrain(act.clock, act.other, act.bound);
  zone.reset(act.reset);
  return true;
}
