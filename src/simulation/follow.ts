import { assert, present } from '../base/index.ts';
import { engineModel, isSettled, questionsOf } from '../engine/index.ts';
import { branch, byAnswers, type Mentioned } from './by-answer.ts';
import type { Clock, Follower, Moment, Verdict } from './follower.ts';
import type { Model } from './model.ts';

const { Op } = engineModel;

/**
 * The model with machines that go along with every consignment; nothing that consignments do is changed by them. What becomes of
 * them is found in the result of a run, in the order of the followers.
 */
export function follow(model: Model, followers: readonly Follower[]): Model {
  const { engine } = model;
  const tracing = new Tracing(engine, followers);
  const { go, start, begun, leaving } = tracing.traceAll();
  const following: engineModel.Following = {
    followers: followers.map(({ states, tellsEnded, tellsLeft }) => ({ states, tellsEnded, tellsLeft })),
    questions: tracing.questions,
    signs: tracing.signs,
    clocks: tracing.clocks.length,
    leaving,
    begun,
  };
  const program = { ...engine.program, code: Int32Array.from(tracing.code), go, start };
  return { ...model, engine: { ...engine, program, following } };
}

/** A moment, the followers that hear it, and the guards that they ask at it. */
interface Heard {
  readonly moment: Moment;
  readonly by: readonly number[];
  readonly guards: readonly number[];
}

/** A way through a program so far. */
interface Way {
  readonly told: readonly (Heard & Mentioned)[];
  /** Questions whose answers still hold good, by guard. */
  readonly questions: Mentioned['questions'];
  /** Answers that are kept. */
  readonly kept: number;
  /** Activities that begin when the step is made. */
  readonly begun: readonly number[];
}

/** Where nothing has been told. */
const entering: Way = { told: [], questions: new Map(), kept: 0, begun: [] };

/**
 * Rewrites programs so that each way through them ends with the sign that all of its moments together are. Ways that share code no
 * longer do so where a program has signs.
 */
class Tracing {
  readonly questions: engineModel.Question[] = [];
  readonly signs: engineModel.Sign[] = [];
  readonly clocks: readonly Clock[];
  readonly code: number[];
  readonly #engine: engineModel.Model;
  readonly #followers: readonly Follower[];
  /** Questions and signs by what they are. */
  readonly #known: Map<string, number> = new Map();
  /** Each moment once, with who hears it: by its text, and by itself. */
  readonly #texts: Map<string, Heard> = new Map();
  readonly #moments: Map<Moment, Heard> = new Map();

  constructor(engine: engineModel.Model, followers: readonly Follower[]) {
    this.#engine = engine;
    this.#followers = followers;
    this.clocks = followers.flatMap(({ clock }) => (clock === undefined ? [] : [clock]));
    this.code = [...engine.program.code];
  }

  traceAll(): Pick<engineModel.Program, 'go' | 'start'> & Pick<engineModel.Following, 'begun' | 'leaving'> {
    const { program, timers, activities } = this.#engine;
    const causes = Array.from({ length: program.events }, (): readonly Moment[] => []);
    for (const [due, { event }] of timers.entries()) causes[event] = [{ due }];
    for (const [completed, { done }] of activities.entries()) causes[done] = [{ completed }];
    return {
      leaving: this.#signLeaving(),
      start: this.#trace(program.start, [], -1),
      go: program.go.map((at, place) => {
        const from = Math.floor(place / program.events);
        const cause = present(causes[place % program.events], 'an event');
        if (at >= 0) return this.#trace(at, cause, from);
        // Nobody hears it, and yet it is due or over; in a configuration that ends the flow nothing is.
        if (cause.length === 0 || program.done[from] === 1) return at;
        const sign = this.#sign(this.#tellLast(cause, entering));
        return sign < 0 ? at : this.code.push(Op.sign, from, sign) - 3;
      }),
      // What needs nobody begins in the step that asks for it.
      begun: activities.map(({ needs }, begins) =>
        needs.length === 0 ? -1 : this.#sign(this.#tellLast([{ begins }], entering)),
      ),
    };
  }

  /** A program whose ways end with their signs; the program itself where none has one. */
  #trace(start: number, causes: readonly Moment[], from: number): number {
    const place = this.code.length;
    let isSigned = false;
    const end = (to: number, way: Way): void => {
      const leaving: readonly Moment[] = from < 0 ? [] : [{ leaves: from, to }];
      const begun = way.begun.map((begins): Moment => ({ begins }));
      const told = this.#tellLast([...leaving, { enters: to, from }, ...begun], way);
      // What is left comes before what is done, but only now is it known.
      const left = told.slice(way.told.length, way.told.length + leaving.length);
      const rest = told.toSpliced(way.told.length, leaving.length);
      const sign = this.#sign(rest.toSpliced(causes.length, 0, ...left));
      if (sign < 0) this.code.push(Op.goto, to);
      else this.code.push(Op.sign, to, sign);
      isSigned ||= sign >= 0;
    };
    const copy = (at: number, way: Way): void => {
      const operation = this.#word(at);
      const operand = this.#word(at + 1);
      switch (operation) {
        case Op.goto:
          end(operand, way);
          return;
        case Op.test: {
          const otherwise = this.code.push(Op.test, operand, -1) - 1;
          copy(at + 3, way);
          this.code[otherwise] = this.code.length;
          copy(this.#word(at + 2), way);
          return;
        }
        case Op.set:
        case Op.copy:
          this.code.push(operation, operand, this.#word(at + 2));
          copy(at + 3, { ...way, questions: entering.questions });
          return;
        case Op.reach:
        case Op.charge: {
          const then = this.#tell([operation === Op.reach ? { reaches: operand } : { pays: operand }], way);
          this.code.push(operation, operand);
          copy(at + 2, then);
          return;
        }
        case Op.begin:
        case Op.end: {
          this.code.push(operation, operand);
          // What is asked for and left in one step does not begin.
          const others = way.begun.filter((activity) => activity !== operand);
          const isFree = operation === Op.begin && this.#engine.activities[operand]?.needs.length === 0;
          copy(at + 2, { ...way, begun: isFree ? [...others, operand] : others });
          return;
        }
        default:
          assert(operation === Op.arm || operation === Op.disarm, 'an operation of a program that nothing follows');
          this.code.push(operation, operand);
          copy(at + 2, way);
      }
    };
    copy(start, this.#tell(causes, entering));
    if (isSigned) return place;
    this.code.length = place;
    return start;
  }

  /** Tells moments on a way: what would be answered otherwise at its end is asked here. */
  #tell(moments: readonly Moment[], way: Way): Way {
    const heard = moments.map((moment) => this.#heard(moment));
    const questions = new Map(way.questions);
    let { kept } = way;
    for (const guard of heard.flatMap(({ guards }) => guards)) {
      if (questions.has(guard)) continue;
      if (isSettled(present(this.#engine.guards[guard], 'a guard'), this.#engine)) {
        questions.set(guard, this.#askedGuard(guard));
        continue;
      }
      this.code.push(Op.ask, guard, kept);
      questions.set(guard, this.#once(`asked ${kept}`, this.questions, { kind: 'asked', place: kept }));
      kept++;
    }
    return { ...way, questions, kept, told: [...way.told, ...heard.map((each) => ({ ...each, questions }))] };
  }

  /** Tells moments at the end of a way, where all that is open is asked with the sign. */
  #tellLast(moments: readonly Moment[], { told, questions }: Way): Way['told'] {
    const heard = moments.map((moment) => this.#heard(moment));
    const open = heard.flatMap(({ guards }) => guards.map((guard) => [guard, this.#askedGuard(guard)] as const));
    return [...told, ...heard.map((each) => ({ ...each, questions: new Map([...open, ...questions]) }))];
  }

  /** The sign that moments are, or -1: they move nobody. */
  #sign(told: Way['told']): number {
    const hearers = new Set(told.flatMap(({ by }) => by));
    return this.#signOf(
      this.#followers.flatMap((follower, index) => (hearers.has(index) ? [this.#partOf(follower, index, told)] : [])),
    );
  }

  /** What moments are to a follower. */
  #partOf(follower: Follower, index: number, mentioned: Way['told']): Part {
    const { clock } = follower;
    const to = byAnswers(follower, mentioned, (told): engineModel.Move['to'] =>
      clock?.read(told) === true
        ? this.#byVerdict(clock, (stands) => follower.after(told, stands))
        : { is: follower.after(told, 'within') },
    );
    const turns = this.clocks.flatMap((each, at) =>
      each === clock ? [{ clock: at, to: byAnswers(follower, mentioned, (told) => ({ is: each.turned(told) })) }] : [],
    );
    return partOf({ follower: index, to }, turns);
  }

  /** The sign of a consignment that is left unfinished, or -1: what its clocks say then. */
  #signLeaving(): number {
    return this.#signOf(
      this.#followers.flatMap(({ clock, states }, follower) => {
        if (clock === undefined) return [];
        const stays = Array.from({ length: states }, (_, state) => state);
        const to = this.#byVerdict(clock, (stands) => (stands === 'late' ? clock.afterLate : stays));
        return [partOf({ follower, to }, [])];
      }),
    );
  }

  /** What hangs on how a clock stands. */
  #byVerdict(clock: Clock, comesTo: (stands: Verdict) => readonly number[]): engineModel.Move['to'] {
    const { opens, closes } = clock;
    const index = this.clocks.indexOf(clock);
    return branch(
      this.#once(`timing ${index}`, this.questions, { kind: 'timing', clock: index, opens, closes }),
      verdicts.map((stands) => ({ is: comesTo(stands) })),
    );
  }

  /** The sign that all these parts are, or -1: they are nothing. It is several where it would ask too much. */
  #signOf(parts: readonly Part[]): number {
    const signs: {
      readonly asked: Set<number>;
      readonly moves: engineModel.Move[];
      readonly turns: engineModel.Turning[];
    }[] = [];
    for (const part of parts) {
      if (part.moves.length + part.turns.length === 0) continue;
      const asked = questionsOf(part);
      let sign = signs.at(-1);
      if (sign === undefined || new Set([...sign.asked, ...asked]).size > engineModel.questionsMax) {
        sign = { asked: new Set(), moves: [], turns: [] };
        signs.push(sign);
      }
      for (const question of asked) sign.asked.add(question);
      sign.moves.push(...part.moves);
      sign.turns.push(...part.turns);
    }
    return signs.reduceRight((next, { moves, turns }) => {
      const sign = { moves, turns, next };
      return this.#once(JSON.stringify(sign), this.signs, sign);
    }, -1);
  }

  #askedGuard(guard: number): number {
    return this.#once(`guard ${guard}`, this.questions, { kind: 'guard', guard });
  }

  /** Where something is in a list; it is put there if it is not. */
  #once<Item>(text: string, list: Item[], item: Item): number {
    const at = this.#known.get(text) ?? list.push(item) - 1;
    this.#known.set(text, at);
    return at;
  }

  #heard(moment: Moment): Heard {
    const told = this.#moments.get(moment);
    if (told !== undefined) return told;
    const text = JSON.stringify(moment);
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const by = this.#followers.flatMap((follower, index) => (follower.hears(moment) ? [index] : []));
    const asking = by.flatMap((index) => this.#followers[index]?.asks ?? []);
    const guards = asking.filter(({ at }) => at(moment)).map(({ guard }) => guard);
    const heard = { moment, by, guards };
    this.#texts.set(text, heard);
    this.#moments.set(moment, heard);
    return heard;
  }

  #word(at: number): number {
    return present(this.#engine.program.code[at], 'a word of a program');
  }
}

/** What moments are to one follower. */
type Part = Pick<engineModel.Sign, 'moves' | 'turns'>;

/** By answer of a timing. */
const verdicts: readonly Verdict[] = ['early', 'within', 'late', 'still'];

/** Without what stays as it is. */
function partOf(move: engineModel.Move, turns: readonly engineModel.Turning[]): Part {
  const { to } = move;
  const stays = 'is' in to && to.is.every((after, before) => after === before);
  return { moves: stays ? [] : [move], turns: turns.filter((turn) => !('is' in turn.to && turn.to.is === undefined)) };
}
