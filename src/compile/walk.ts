import { present } from '../base/index.ts';
import { hears, tagsOf } from '../flows/index.ts';
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import { collidingAlways } from './conflicts.ts';
import { configurationLimit, endlessStep, laneConflict, pathLimit } from './walk-refusals.ts';
import type { Configuration, FlowTable, Refusal } from './flow-table.ts';
import { Oracle, type Moment, type Settled, type Trace } from './oracle.ts';
import { ProgramWriter, type Path } from './program.ts';
import { Symbols } from './symbols.ts';

/** How far a walk goes. */
export interface WalkLimits {
  /** Combinations of states. */
  readonly configurationsMax: number;
  /** Ways through one step. */
  readonly pathsMax: number;
}

const flowLimits: WalkLimits = { configurationsMax: 5000, pathsMax: 512 };

/** A table, and what was found on the way that a flow must not have. Without a table the walk could not be ended. */
export interface Walk {
  readonly table: FlowTable | undefined;
  readonly refusals: readonly Refusal[];
  /** Steps that XState was asked for. */
  readonly oracleSteps: number;
}

/** Walks all configurations a machine can reach, XState deciding each step, and writes down what it does. The machine is in the dialect. */
export function walk(machine: AnyStateMachine, flow: string, limits: WalkLimits = flowLimits): Walk {
  return new Walker(machine, flow, limits).walk();
}

interface Place {
  readonly settled: Settled;
  readonly configuration: Configuration;
}

class Walker {
  readonly #flow: string;
  readonly #limits: WalkLimits;
  readonly #symbols: Symbols;
  readonly #oracle: Oracle;
  readonly #writer: ProgramWriter = new ProgramWriter();
  readonly #places: Place[] = [];
  readonly #indices: Map<string, number> = new Map();
  readonly #refusals: Map<string, Refusal> = new Map();
  #oracleSteps = 0;

  constructor(machine: AnyStateMachine, flow: string, limits: WalkLimits) {
    this.#flow = flow;
    this.#limits = limits;
    this.#symbols = new Symbols(machine);
    this.#oracle = new Oracle(machine, this.#symbols);
  }

  walk(): Walk {
    const go: number[] = [];
    for (const conflict of collidingAlways(this.#oracle.machine)) this.#refuse(laneConflict(conflict, this.#symbols));
    const start = this.#program(-1, (answer) => this.#oracle.enter(answer));
    let ended = start !== undefined;
    for (let at = 0; ended && at < this.#places.length; at += 1) {
      const { settled, configuration } = present(this.#places[at], 'a configuration');
      const active = configuration.done ? [] : settled.snapshot._nodes;
      for (const { type } of this.#symbols.events) {
        const program = active.some((state) => listens(state, type))
          ? this.#program(at, (answer) => this.#oracle.step(settled.snapshot, type, answer))
          : -1;
        if (program === undefined) ended = false;
        go.push(program ?? -1);
      }
      if (this.#places.length > this.#limits.configurationsMax) {
        this.#refuse(
          configurationLimit(
            this.#limits.configurationsMax,
            this.#oracle.machine,
            this.#places.map((place) => place.configuration.value),
          ),
        );
        ended = false;
      }
    }
    return {
      table: ended && start !== undefined ? this.#table(go, start) : undefined,
      refusals: [...this.#refusals.values()],
      oracleSteps: this.#oracleSteps,
    };
  }

  /** Position of the program of one step from configuration `here`; -1 where the event is dropped, none where it was refused. */
  #program(here: number, step: (answer: (guard: string) => boolean) => Trace): number | undefined {
    const paths: Path[] = [];
    // Every outcome of every guard, in the order of a decision tree: repeat the step with the last answer that was `true` made `false`.
    let script: boolean[] | undefined = [];
    let dropped = true;
    while (script !== undefined) {
      const given: boolean[] = [];
      const answers = script;
      const trace = step(() => {
        const answer = answers[given.length] ?? true;
        given.push(answer);
        return answer;
      });
      this.#oracleSteps += 1;
      for (const conflict of trace.conflicts) this.#refuse(laneConflict(conflict, this.#symbols));
      if (trace.end.kind === 'endless') {
        this.#refuse(endlessStep(trace.end.values));
        return undefined;
      }
      if (paths.length >= this.#limits.pathsMax) {
        this.#refuse(
          pathLimit(this.#limits.pathsMax, this.#places[here]?.configuration.value, this.#symbols.guards, trace),
        );
        return undefined;
      }
      dropped &&= trace.end.kind === 'dropped';
      paths.push({
        moments: trace.moments.map((moment) => this.#moment(moment)),
        to: trace.end.kind === 'dropped' ? here : this.#index(trace.end.snapshot),
      });
      const last = given.lastIndexOf(true);
      script = last < 0 ? undefined : [...given.slice(0, last), false];
    }
    return dropped ? -1 : this.#writer.write(paths);
  }

  #moment(moment: Moment): Path['moments'][number] {
    return 'words' in moment ? moment : { guard: this.#symbols.guards.indexOf(moment.guard), answer: moment.answer };
  }

  /** Index of the configuration of a snapshot; a new one is kept to be walked from. */
  #index(snapshot: AnyMachineSnapshot): number {
    const settled = this.#oracle.settle(snapshot);
    const { value, history } = settled;
    const key = JSON.stringify([value, history]);
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.#places.length;
    this.#indices.set(key, index);
    const tags = settled.snapshot._nodes.flatMap((state) => tagsOf(state));
    const configuration = { value, done: settled.snapshot.status === 'done', tags: [...new Set(tags)].toSorted() };
    this.#places.push({
      settled,
      configuration: Object.keys(history).length === 0 ? configuration : { ...configuration, history },
    });
    return index;
  }

  #refuse(refusal: Refusal): void {
    this.#refusals.set(JSON.stringify(refusal), refusal);
  }

  #table(go: readonly number[], start: number): FlowTable {
    const { events, guards, timers, activities, milestones, fees, attributes, constants } = this.#symbols;
    const configurations = this.#places.map(({ configuration }) => configuration);
    return {
      flow: this.#flow,
      configurations,
      events,
      guards,
      timers,
      activities,
      milestones,
      fees,
      attributes,
      constants,
      code: this.#writer.code,
      go,
      start,
    };
  }
}

/** Whether a state has a transition for an event of this type, by name or by wildcard. */
function listens(state: AnyStateNode, type: string): boolean {
  return [...state.transitions.keys()].some((descriptor) => hears(descriptor, type));
}
